import { expect, test } from 'vitest';
import { reachableFiles } from '../../../tools/reachableFiles.mjs';

test('follows names from file to file, and finds nothing that is not named', () => {
  const texts = new Map([
    ['index.html', '<script src="/assets/workspace-1.js">'],
    ['models.html', '<script src="/assets/models-2.js">'],
    ['assets/workspace-1.js', 'import "./shared-3.js"; new Worker("/assets/files-4.js")'],
    ['assets/models-2.js', 'import "./shared-3.js"'],
    ['assets/shared-3.js', ''],
    ['assets/files-4.js', 'import "./shared-3.js"'],
  ]);
  expect([...reachableFiles('index.html', texts)].sort()).toEqual([
    'assets/files-4.js',
    'assets/shared-3.js',
    'assets/workspace-1.js',
    'index.html',
  ]);
  expect(reachableFiles('models.html', texts).has('assets/workspace-1.js')).toBe(false);
});
