// Writes public/recipe.schema.json from the same definition that recipes are read with: npx tsx tools/writeSchema.ts
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { schemaDocument } from '../src/recipe/schemaDocument';

writeFileSync(fileURLToPath(new URL('../public/recipe.schema.json', import.meta.url)), schemaDocument());
