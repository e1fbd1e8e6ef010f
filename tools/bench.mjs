import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';

const folder = 'bench';

/** Echoes what a benchmark prints and gives back its JSON lines. @param {string} file @returns {Promise<{ code: number, figures: string[] }>} */
function execute(file) {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--import', 'tsx', '--expose-gc', file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (text) => {
      process.stdout.write(text);
      output += text;
    });
    child.on('close', (code) =>
      done({ code: code ?? 1, figures: output.split('\n').filter((line) => line.startsWith('{"bench"')) }),
    );
  });
}

/** `npm run bench [-- NAME]`: one after the other, so that none disturbs another. @param {string[]} args */
export async function run(args) {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => basename(file, '.ts'));
  const unknown = args.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    console.error(`There is no benchmark "${unknown}". There are: ${names.join(', ')}.`);
    return 1;
  }
  const figures = [];
  let failed = false;
  for (const name of args.length > 0 ? args : names) {
    console.log(`\n${name}`);
    const result = await execute(`${folder}/${name}.ts`);
    figures.push(...result.figures);
    failed ||= result.code !== 0 || result.figures.length === 0;
  }
  console.log(`\nAll figures\n${figures.join('\n')}`);
  return failed ? 1 : 0;
}
