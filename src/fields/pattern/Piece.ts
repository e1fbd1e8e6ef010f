/** A part of a regular expression, ready to be drawn from. */
export type Piece =
  | { readonly kind: 'characters'; readonly choices: readonly string[] }
  | { readonly kind: 'sequence'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'either'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'repeat'; readonly piece: Piece; readonly least: number; readonly most: number };

/** Longest text that it can make. */
export function longest(piece: Piece): number {
  switch (piece.kind) {
    case 'characters':
      return 1;
    case 'sequence':
      return piece.pieces.reduce((sum, part) => sum + longest(part), 0);
    case 'either':
      return Math.max(0, ...piece.pieces.map(longest));
    case 'repeat':
      return piece.most * longest(piece.piece);
  }
}

/** At most so many different texts; the same text made in two ways counts twice. */
export function varietyOf(piece: Piece): number {
  switch (piece.kind) {
    case 'characters':
      return piece.choices.length;
    case 'sequence':
      return piece.pieces.reduce((product, part) => product * varietyOf(part), 1);
    case 'either':
      return piece.pieces.reduce((sum, part) => sum + varietyOf(part), 0);
    case 'repeat': {
      const each = varietyOf(piece.piece);
      let total = 0;
      for (let times = piece.least; times <= piece.most; times++) total += each ** times;
      return total;
    }
  }
}
