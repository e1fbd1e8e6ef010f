import * as v from 'valibot';
import type { Cell } from '../../dataset/RowBatch';
import { problem, type Problem } from '../../problems/Problem';
import { described } from '../shared/described';
import { onePerOptions } from '../shared/onePerOptions';
import type { OptionsOf } from '../shared/OptionsOf';
import type { DrawContext, FieldType, ReviewContext } from '../FieldType';
import { codePattern } from './codePattern';
import { permutation } from './permutation';
import { uuid } from './uuid';

const entries = {
  style: v.exactOptional(
    described(
      v.picklist(['pattern', 'sequence', 'uuid']),
      'How it is made; a pattern when there is one, else a sequence.',
    ),
  ),
  pattern: v.exactOptional(
    described(
      v.string(),
      '# is a digit, A a capital letter, \\ takes the next character as it stands; the rest is literal.',
    ),
  ),
  start: v.exactOptional(described(v.number(), 'First number of a sequence; 1 when absent.')),
  step: v.exactOptional(described(v.number(), 'Distance between numbers of a sequence; 1 when absent.')),
  prefix: v.exactOptional(described(v.string(), 'Text in front of the number.')),
  width: v.exactOptional(described(v.number(), 'Digits of the number, filled with zeros.')),
};

type IdOptions = OptionsOf<typeof entries>;

/** A key: no two records of the table ever have the same. */
export const id: FieldType<IdOptions> = {
  id: 'id',
  label: 'Identifier',
  summary: 'A code that no two records share.',
  origin: 'sampled',
  entries,
  defaults: { pattern: 'SYN-######' },
  controls: [
    {
      key: 'style',
      label: 'Style',
      control: { kind: 'choice', choices: ['pattern', 'sequence', 'uuid'] },
      main: true,
    },
    {
      key: 'pattern',
      label: 'Pattern',
      help: '# is a digit, A a capital letter; write \\A for a plain A.',
      control: { kind: 'text' },
      main: true,
    },
    { key: 'start', label: 'First number', control: { kind: 'integer' } },
    { key: 'step', label: 'Step', control: { kind: 'integer' } },
    { key: 'prefix', label: 'Text in front', control: { kind: 'text' } },
    {
      key: 'width',
      label: 'Digits',
      help: 'Shorter numbers get zeros in front.',
      control: { kind: 'integer' },
    },
  ],
  columns: (options) => [
    {
      part: '',
      type: styleOf(options) === 'sequence' && isPlain(options) ? 'integer' : 'text',
    },
  ],
  needs: () => [],
  review: reviewId,
  // A UUID has 122 random bits: a million of them hold a repeat with a chance below 1e-25.
  distinct: () => true,
  variety: (options) =>
    styleOf(options) === 'pattern' ? codePattern(options.pattern ?? '').size : undefined,
  draw(options, context) {
    const style = styleOf(options);
    if (style === 'pattern') return [drawCodes(options, context)];
    if (style === 'sequence') return [drawSequence(options, context)];
    return [context.rows.map((row) => uuid(context.stream.at(row)))];
  },
};

const prepared = onePerOptions((options: IdOptions) => codePattern(options.pattern ?? ''));

function drawCodes(options: IdOptions, { rows, stream }: DrawContext): Cell[] {
  const pattern = prepared(options);
  const place = permutation(pattern.distinctSize, stream.part('order').at(0));
  const cells = new Array<Cell>(rows.length);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as number;
    cells[index] = pattern.write(place(row % pattern.distinctSize), stream, row);
  }
  return cells;
}

function drawSequence(options: IdOptions, { rows }: DrawContext): Cell[] {
  const { start = 1, step = 1, prefix = '', width = 0 } = options;
  if (isPlain(options)) return rows.map((row) => start + row * step);
  return rows.map((row) => {
    const number = start + row * step;
    const digits = String(Math.abs(number)).padStart(width, '0');
    return `${prefix}${number < 0 ? '-' : ''}${digits}`;
  });
}

function styleOf({ style, pattern }: IdOptions): 'pattern' | 'sequence' | 'uuid' {
  return style ?? (pattern === undefined ? 'sequence' : 'pattern');
}

function isPlain({ prefix = '', width = 0 }: IdOptions): boolean {
  return prefix === '' && width === 0;
}

function reviewId(options: IdOptions, { at, rowCount }: ReviewContext): Problem[] {
  const style = styleOf(options);
  if (style === 'uuid') return [];
  if (style === 'sequence') return reviewSequence(options, at);
  const { pattern = '' } = options;
  if (pattern === '') return [problem('fields.patternEmpty', `${at}.pattern`)];
  const { distinctSize } = codePattern(pattern);
  const found: Problem[] = [];
  if (distinctSize < rowCount) {
    found.push(
      problem('fields.tooFewCodes', `${at}.pattern`, { pattern, codes: distinctSize, rows: rowCount }),
    );
  }
  const word = /(?<!\\)[B-Z]A(?!\\)|(?<![\\])A[B-Z]/.test(pattern);
  if (word) found.push(problem('fields.letterInWord', `${at}.pattern`, { pattern }));
  return found;
}

function reviewSequence({ start = 1, step = 1, width = 0 }: IdOptions, at: string): Problem[] {
  const found: Problem[] = [];
  if (!Number.isInteger(start)) found.push(problem('fields.wholeNumber', `${at}.start`, { value: start }));
  if (!Number.isInteger(step) || step === 0) found.push(problem('fields.stepZero', `${at}.step`, { step }));
  if (!(Number.isInteger(width) && width >= 0 && width <= 20)) {
    found.push(problem('fields.widthOutside', `${at}.width`, { width }));
  }
  return found;
}
