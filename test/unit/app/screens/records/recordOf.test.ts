import { expect, test } from 'vitest';
import { recordOf } from '../../../../../src/app/screens/records/recordOf';

test('parts of a field nest, and a missing cell is null', () => {
  const batch = {
    table: 't',
    start: 0,
    rowCount: 2,
    lineage: {},
    columns: [
      { path: 'patient.sex', type: 'text', cells: ['female', 'male'] },
      { path: 'patient.name', type: 'text', cells: ['A', 'B'] },
      { path: 'pulse', type: 'integer', cells: [84, null] },
    ],
  } as const;
  expect(recordOf(batch as unknown as Parameters<typeof recordOf>[0], 1)).toEqual({
    patient: { sex: 'male', name: 'B' },
    pulse: null,
  });
});
