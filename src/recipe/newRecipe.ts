import { defaultToday } from './defaultToday';
import type { Recipe } from './Recipe';

/** The smallest recipe that runs: one table, one field. */
export function newRecipe(title: string, seed: number): Recipe {
  return {
    cloister: 1,
    title,
    seed,
    today: defaultToday,
    tables: { record: { rows: 100, fields: { record_id: { type: 'id', pattern: 'SYN-######' } } } },
  };
}
