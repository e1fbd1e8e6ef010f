import type { Stream } from '../../random/Stream';
import type { Piece } from './Piece';

/** Every choice is uniform: among characters, among alternatives, among numbers of repeats. */
export function drawText(piece: Piece, stream: Stream): string {
  switch (piece.kind) {
    case 'characters':
      return piece.choices.length === 1
        ? (piece.choices[0] as string)
        : (piece.choices[stream.below(piece.choices.length)] as string);
    case 'sequence': {
      let text = '';
      for (const part of piece.pieces) text += drawText(part, stream);
      return text;
    }
    case 'either':
      return drawText(piece.pieces[stream.below(piece.pieces.length)] as Piece, stream);
    case 'repeat': {
      const { least, most } = piece;
      const times = least === most ? least : least + stream.below(most - least + 1);
      let text = '';
      for (let time = 0; time < times; time++) text += drawText(piece.piece, stream);
      return text;
    }
  }
}
