import { describe, expect, test } from 'vitest';
import { compareExports, flatten, readCsv } from '../../../tools/readRecords.mjs';

describe('reading exports back', () => {
  const csv = 'id,patient.sex,note\r\n1,F,"Fell, at home.\r\nNo pain."\r\n2,,\'=1+1\r\n';
  const jsonl =
    '{"id":1,"patient":{"sex":"F"},"note":"Fell, at home.\\r\\nNo pain."}\n{"id":2,"patient":{"sex":null},"note":"=1+1"}\n';

  test('finds nothing wrong where both files hold the same records', () => {
    expect(compareExports(csv, jsonl, 2)).toEqual([]);
  });

  test('says when a record is lacking or differs', () => {
    expect(compareExports(csv, jsonl, 3)).toHaveLength(2);
    expect(compareExports(csv.replace('1,F', '1,M'), jsonl, 2)).toEqual([
      'Record 0 differs between the CSV and the JSON Lines.',
    ]);
  });

  test('refuses a line with a cell too many', () => {
    expect(() => readCsv('a,b\r\n1,2,3\r\n')).toThrow();
  });

  test('flattens parts to their paths', () => {
    expect(flatten({ a: { b: 1, c: { d: null } }, e: 2 })).toEqual({ 'a.b': 1, 'a.c.d': null, e: 2 });
  });
});
