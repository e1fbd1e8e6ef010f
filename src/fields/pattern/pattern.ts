import * as v from 'valibot';
import { problem } from '../../problems/Problem';
import { described } from '../shared/described';
import { onePerOptions } from '../shared/onePerOptions';
import type { OptionsOf } from '../shared/OptionsOf';
import type { FieldType } from '../FieldType';
import { drawText } from './drawText';
import { varietyOf } from './Piece';
import { readPattern } from './readPattern';

const entries = {
  regex: described(
    v.string(),
    'Regular expression of the text: literals, classes, groups, alternatives, {m,n}, ?, and * and + up to 8 times.',
  ),
};

type PatternOptions = OptionsOf<typeof entries>;

export const pattern: FieldType<PatternOptions> = {
  id: 'pattern',
  label: 'Pattern',
  summary: 'A text that fits a regular expression.',
  origin: 'sampled',
  entries,
  defaults: { regex: '[A-Z]{2}[0-9]{4}' },
  controls: [
    {
      key: 'regex',
      label: 'Pattern',
      help: '[A-Z]{2}[0-9]{4} makes codes like QK3071. For keys use an identifier: it never repeats.',
      control: { kind: 'text' },
      main: true,
    },
  ],
  columns: () => [{ part: '', type: 'text' }],
  needs: () => [],
  review({ regex }, { at }) {
    if (regex === '') return [problem('fields.patternEmpty', `${at}.regex`)];
    const read = readPattern(regex);
    return 'problem' in read ? [{ ...read.problem, at: `${at}.regex` }] : [];
  },
  variety(options) {
    const read = prepared(options);
    return 'piece' in read ? varietyOf(read.piece) : undefined;
  },
  draw(options, { rows, stream }) {
    const read = prepared(options);
    if ('problem' in read) return [new Array(rows.length).fill(null)];
    return [rows.map((row) => drawText(read.piece, stream.at(row)))];
  },
};

const prepared = onePerOptions(({ regex }: PatternOptions) => readPattern(regex));
