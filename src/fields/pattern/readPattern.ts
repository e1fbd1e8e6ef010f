import type { ProblemCode } from '../../problems/catalogue';
import { problem, type Problem } from '../../problems/Problem';
import { classes, plain, rangeOf, without } from './characterSets';
import { longest, type Piece } from './Piece';

/** What `*` and `+` mean here: at most so many times. */
const mostRepeats = 8;
const longestText = 200;
const controls: Readonly<Record<string, string>> = { t: '\t', n: '\n' };

class PatternError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly values: Problem['values'],
  ) {
    super(code);
  }
}

/**
 * The safe part of a regular expression: literals, classes, groups, alternation, `?`, `*`, `+`, `{m,n}` and
 * anchors at the ends. Look-around, back-references and anything that could make more than 200 characters
 * are refused. A problem's place is left empty for the caller.
 */
export function readPattern(regex: string): { readonly piece: Piece } | { readonly problem: Problem } {
  try {
    const piece = new PatternReader(regex).read();
    const length = longest(piece);
    if (length > longestText)
      return { problem: problem('fields.patternLong', '', { length, most: longestText }) };
    return { piece };
  } catch (error) {
    if (error instanceof PatternError) return { problem: problem(error.code, '', error.values) };
    throw error;
  }
}

class PatternReader {
  private readonly marks: readonly string[];
  private position = 0;
  private depth = 0;

  constructor(regex: string) {
    this.marks = [...regex];
  }

  read(): Piece {
    if (this.peek() === '^') this.position++;
    const piece = this.either();
    if (this.position < this.marks.length) throw this.misplaced(this.peek() ?? '');
    return piece;
  }

  private either(): Piece {
    const pieces = [this.sequence()];
    while (this.take('|')) pieces.push(this.sequence());
    return pieces.length === 1 ? (pieces[0] as Piece) : { kind: 'either', pieces };
  }

  private sequence(): Piece {
    const pieces: Piece[] = [];
    for (let mark = this.peek(); mark !== undefined && mark !== '|' && mark !== ')'; mark = this.peek()) {
      if (mark === '$' && this.position === this.marks.length - 1) {
        this.position++;
        break;
      }
      pieces.push(this.repeated(this.single()));
    }
    return pieces.length === 1 ? (pieces[0] as Piece) : { kind: 'sequence', pieces };
  }

  private single(): Piece {
    const mark = this.next();
    if (mark === '(') return this.group();
    if (mark === '[') return { kind: 'characters', choices: this.characterClass() };
    if (mark === '.') return { kind: 'characters', choices: plain };
    if (mark === '\\') return { kind: 'characters', choices: this.escape() };
    if ('*+?{}]^$'.includes(mark)) throw this.misplaced(mark);
    return { kind: 'characters', choices: [mark] };
  }

  private group(): Piece {
    if (++this.depth > 20)
      throw new PatternError('fields.patternUnsupported', { what: 'groups nested too deeply' });
    if (this.take('?')) {
      const named = this.peek() === '<' && !'=!'.includes(this.marks[this.position + 1] ?? '');
      if (named) while (this.next() !== '>');
      else if (!this.take(':')) throw new PatternError('fields.patternUnsupported', { what: 'look-around' });
    }
    const piece = this.either();
    if (!this.take(')')) throw new PatternError('fields.patternOpen', { mark: ')' });
    this.depth--;
    return piece;
  }

  private repeated(piece: Piece): Piece {
    const times = this.times();
    if (times === undefined) return piece;
    this.take('?');
    if ('*+?{'.includes(this.peek() ?? ' ')) throw this.misplaced(this.peek() ?? '');
    return { kind: 'repeat', piece, least: times[0], most: times[1] };
  }

  private times(): [number, number] | undefined {
    if (this.take('?')) return [0, 1];
    if (this.take('*')) return [0, mostRepeats];
    if (this.take('+')) return [1, mostRepeats];
    if (!this.take('{')) return undefined;
    let inside = '';
    while (this.peek() !== undefined && this.peek() !== '}') inside += this.next();
    if (!this.take('}')) throw new PatternError('fields.patternOpen', { mark: '}' });
    const match = /^(\d{1,3})(,(\d{0,3}))?$/.exec(inside);
    if (match === null) throw this.misplaced('{');
    const least = Number(match[1]);
    const most = match[2] === undefined ? least : match[3] === '' ? least + mostRepeats : Number(match[3]);
    if (least > most) throw new PatternError('fields.patternRange', { range: `{${inside}}` });
    return [least, most];
  }

  private characterClass(): string[] {
    const excluded = this.take('^');
    const choices = new Set<string>();
    while (!this.take(']')) {
      const from = this.classMark();
      const isRange = this.peek() === '-' && ![']', undefined].includes(this.marks[this.position + 1]);
      if (!isRange) {
        for (const mark of from) choices.add(mark);
        continue;
      }
      this.position++;
      const to = this.classMark();
      const marks =
        from.length === 1 && to.length === 1 ? rangeOf(from[0] as string, to[0] as string) : undefined;
      if (marks === undefined || marks.length > 5000) {
        throw new PatternError('fields.patternRange', { range: `${from[0]}-${to[0]}` });
      }
      for (const mark of marks) choices.add(mark);
    }
    const marks = excluded ? without([...choices]) : [...choices];
    if (marks.length === 0) throw new PatternError('fields.patternRange', { range: '[]' });
    return marks;
  }

  private classMark(): readonly string[] {
    if (this.peek() === undefined) throw new PatternError('fields.patternOpen', { mark: ']' });
    return this.take('\\') ? this.escape() : [this.next()];
  }

  private escape(): readonly string[] {
    const mark = this.next();
    const known = classes[mark];
    if (known !== undefined) return known;
    const control = controls[mark];
    if (control !== undefined) return [control];
    if (/[1-9k]/.test(mark))
      throw new PatternError('fields.patternUnsupported', { what: 'a back-reference' });
    if (/[A-Za-z0]/.test(mark)) throw new PatternError('fields.patternUnsupported', { what: `\\${mark}` });
    return [mark];
  }

  private peek(): string | undefined {
    return this.marks[this.position];
  }

  private take(mark: string): boolean {
    if (this.peek() !== mark) return false;
    this.position++;
    return true;
  }

  private next(): string {
    const mark = this.marks[this.position++];
    if (mark === undefined) throw new PatternError('fields.patternOpen', { mark: 'the rest' });
    return mark;
  }

  private misplaced(mark: string): PatternError {
    return new PatternError('fields.patternMisplaced', { mark, position: this.position });
  }
}
