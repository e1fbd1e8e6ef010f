import billingLines from '../../test/recipes/billing-lines/recipe.json';
import discharge from '../../test/recipes/discharge/recipe.json';
import edTriage from '../../test/recipes/ed-triage/recipe.json';
import matterIntake from '../../test/recipes/matter-intake/recipe.json';
import privilegeLog from '../../test/recipes/privilege-log/recipe.json';
import wardProgress from '../../test/recipes/ward-progress/recipe.json';
import type { Recipe } from './Recipe';
import { writeRecipe } from './writeRecipe';

export interface Example {
  readonly id: string;
  readonly title: string;
  /** One line for the start screen. */
  readonly summary: string;
  readonly trade: 'clinical' | 'legal';
  readonly recipe: Recipe;
  /** The recipe as a document, as `writeRecipe` lays it out. */
  readonly document: string;
}

const one = (id: string, trade: Example['trade'], summary: string, json: object): Example => {
  const recipe = json as Recipe;
  return { id, title: recipe.title, summary, trade, recipe, document: writeRecipe(recipe) };
};

/** The recipes a newcomer can start from; the same files are tests of the whole. */
export const examples: readonly Example[] = [
  one('ed-triage', 'clinical', 'Arrivals with vital signs, acuity and a triage note.', edTriage),
  one(
    'ward-progress',
    'clinical',
    'Patients of a ward and a progress note for each day; two tables.',
    wardProgress,
  ),
  one('discharge', 'clinical', 'Hospital stays from admission to discharge, with a summary.', discharge),
  one('matter-intake', 'legal', 'New matters with parties, dates, amounts and a summary.', matterIntake),
  one(
    'billing-lines',
    'legal',
    'Matters and their time entries, amounts that add up; two tables.',
    billingLines,
  ),
  one('privilege-log', 'legal', 'Documents withheld, on what ground, described with care.', privilegeLog),
];
