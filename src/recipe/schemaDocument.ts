import { toJsonSchema } from '@valibot/to-json-schema';
import { recipeSchema } from './recipeSchema';

/** The text of the published JSON Schema. Its `$id` is relative: it names no host. */
export function schemaDocument(): string {
  const { $schema, ...schema } = toJsonSchema(recipeSchema(), { typeMode: 'input', errorMode: 'throw' });
  const document = { $schema, $id: 'recipe.schema.json', title: 'Cloister recipe', ...schema };
  return `${JSON.stringify(document, null, 2)}\n`;
}
