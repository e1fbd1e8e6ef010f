import { expect, test } from 'vitest';
import { renameField } from '../../../../src/app/editing/renameField';

const draft = {
  tables: {
    visit: {
      fields: {
        pulse: {
          type: 'number',
          mean: 84,
          when: [{ if: "pulse_max > 3 && complaint == 'pulse'", mean: 90 }],
        },
        complaint: { type: 'category', values: { pulse: 1, fall: 2 } },
        note: { type: 'text', kind: 'pulse', facts: ['pulse', 'patient.pulse'] },
        rate: { type: 'derived', formula: "pulse * 2 + patient.pulse + size('pulse')" },
      },
      constraints: [{ type: 'range', field: 'pulse', min: 3 }, { rule: 'pulse > 40' }],
    },
    other: { fields: { pulse: { type: 'number' } } },
  },
};
const { visit, other } = renameField(draft, 'visit', 'pulse', 'heart_rate').tables as typeof draft.tables;

test('the field keeps its place under the new name', () => {
  expect(Object.keys(visit.fields)).toEqual(['heart_rate', 'complaint', 'note', 'rate']);
});

test('whole paths follow, parts of other fields do not', () => {
  expect(visit.fields.note.facts).toEqual(['heart_rate', 'patient.pulse']);
  expect(visit.constraints[0]).toEqual({ type: 'range', field: 'heart_rate', min: 3 });
});

test('names in expressions follow; quoted texts, longer names and parts do not', () => {
  expect(visit.fields.rate.formula).toBe("heart_rate * 2 + patient.pulse + size('pulse')");
  expect(visit.constraints[1]).toEqual({ rule: 'heart_rate > 40' });
  const condition = (visit.fields as unknown as Record<string, typeof visit.fields.pulse>)['heart_rate']
    ?.when[0]?.if;
  expect(condition).toBe("pulse_max > 3 && complaint == 'pulse'");
});

test("the user's own values and other tables stay", () => {
  expect(visit.fields.complaint.values).toEqual({ pulse: 1, fall: 2 });
  expect(visit.fields.note.kind).toBe('pulse');
  expect(Object.keys(other.fields)).toEqual(['pulse']);
});
