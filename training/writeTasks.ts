import { writeFileSync } from 'node:fs';
import { makeExample } from './corpus/makeExample';
import { seededRandom } from './corpus/seededRandom';

/** tsx writeTasks.ts FILE COUNT SEED: tasks of the training's own words, for the writer to try. */
const [file, count, seed] = process.argv.slice(2);
if (!file || !count || !seed) throw new Error('Usage: writeTasks FILE COUNT SEED');
const random = seededRandom(Number(seed));
const lines = Array.from({ length: Number(count) }, () => {
  const { prompt, task } = makeExample(random);
  return `${JSON.stringify({ prompt, task })}\n`;
});
writeFileSync(file, lines.join(''));
