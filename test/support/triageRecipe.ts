/** A small recipe document with one written field, so that runs in a browser are short. */
export function triageRecipe(rows: number, words: readonly [number, number] = [4, 30]): string {
  return JSON.stringify(
    {
      cloister: 1,
      title: 'Short triage',
      seed: 7,
      today: '2026-03-01',
      tables: {
        visit: {
          rows,
          fields: {
            visit_id: { type: 'id', pattern: 'SYN-######' },
            complaint: { type: 'category', values: { 'chest pain': 3, fall: 2, 'shortness of breath': 2 } },
            pulse: { type: 'integer', min: 50, max: 130 },
            note: { type: 'text', kind: 'triage note', facts: ['complaint', 'pulse'], words },
          },
        },
      },
    },
    null,
    2,
  );
}
