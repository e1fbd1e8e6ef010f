const range = (from: string, to: string): string[] => {
  const [first, last] = [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) =>
    String.fromCodePoint(first + step),
  );
};

const digits = range('0', '9');
const wordMarks = [...range('A', 'Z'), ...range('a', 'z'), ...digits, '_'];
const printable = range(' ', '~');
/** What a dot stands for when a text is made: nothing that would surprise in a cell. */
export const plain = [...range('A', 'Z'), ...range('a', 'z'), ...digits];

/** `\d`, `\W` and their like; printable ASCII only. */
export const classes: Readonly<Record<string, readonly string[]>> = {
  d: digits,
  D: without(digits),
  w: wordMarks,
  W: without(wordMarks),
  s: [' '],
  S: without([' ']),
};

export function without(excluded: readonly string[]): string[] {
  return printable.filter((mark) => !excluded.includes(mark));
}

/** Undefined when the range runs backwards. */
export function rangeOf(from: string, to: string): string[] | undefined {
  const marks = range(from, to);
  return marks.length === 0 ? undefined : marks;
}
