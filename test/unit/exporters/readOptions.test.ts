import { describe, expect, test } from 'vitest';
import { readOptions } from '../../../src/exporters/readOptions';
import { toCsv } from '../../../src/exporters/toCsv';

describe('options of an exporter', () => {
  test('take the defaults for what is not given', () => {
    expect(readOptions(toCsv, undefined)).toEqual(toCsv.defaults);
    expect(readOptions(toCsv, { bom: true })).toEqual({ ...toCsv.defaults, bom: true });
  });

  test.each([
    [{ delimiter: '|' }, 'the option `delimiter` of CSV must be one of `comma`, `semicolon`, `tab`.'],
    [{ bom: 'yes' }, 'the option `bom` of CSV must be one of `true`, `false`.'],
    [
      { delimeter: 'tab' },
      'CSV has no option `delimeter`; did you mean `delimiter`? Remove it or correct its name.',
    ],
    ['tab', 'the options for CSV are not a list of names and values. Leave them out to use the usual ones.'],
  ])('are refused with a sentence when wrong: %j', (given, sentence) => {
    expect(() => readOptions(toCsv, given)).toThrow(sentence);
  });
});
