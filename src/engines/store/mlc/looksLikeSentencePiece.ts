/** Of the protocol buffer: the list of pieces, and in a piece its text (length-delimited) and its score (32 bits). */
const piecesTag = 0x0a;
const textTag = 0x0a;
const scoreTag = 0x15;
const scoreBytes = 4;

/** Whether a file that starts so is a vocabulary of SentencePiece: a piece with its text and score, and another one. */
export function looksLikeSentencePiece(start: Uint8Array): boolean {
  const [outer, length = 0, inner, textLength = 0] = start;
  if (outer !== piecesTag || inner !== textTag || textLength === 0) return false;
  // Before the text lie its tag and length; lengths from 128 on take more bytes, and no first piece is as long.
  const scoreAt = 4 + textLength;
  const fits = length < 128 && textLength + 2 + 1 + scoreBytes <= length;
  return fits && start[scoreAt] === scoreTag && start[2 + length] === piecesTag;
}
