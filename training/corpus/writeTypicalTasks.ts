import { writeFileSync } from 'node:fs';
import { toPrompt, type Task } from './fact';
import { factSources } from './factSources';
import { genericFact, knownFact } from './makeFacts';
import { seededRandom } from './seededRandom';
import { typicalRecipes } from './typicalRecipes.data';

/** tsx writeTypicalTasks.ts FILE COUNT SEED: tasks without texts, with held-out words. */
const [file, count, seed] = process.argv.slice(2);
if (!file || !count || !seed) throw new Error('Usage: writeTypicalTasks FILE COUNT SEED');
const random = seededRandom(Number(seed), true);
const lines: string[] = [];
for (let index = 0; index < Number(count); index++) {
  const recipe = typicalRecipes[index % typicalRecipes.length];
  if (!recipe) break;
  const facts = recipe.facts.map((source) => {
    if (source === 'generic') return genericFact(random);
    return { ...knownFact(source, random), name: factSources[source]?.names[0] ?? source };
  });
  const task: Task = {
    kind: recipe.kind,
    minWords: recipe.words[0],
    maxWords: recipe.words[1],
    style: recipe.style,
    facts,
  };
  lines.push(JSON.stringify({ prompt: toPrompt(task), task }));
}
writeFileSync(file, `${lines.join('\n')}\n`);
