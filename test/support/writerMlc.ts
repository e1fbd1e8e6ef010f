import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

/** The embedded writer, compiled for web-llm; its README says how. */
export const writerMlcFolder = resolve('test/models/writer-mlc');

/** The names of its files. */
export function writerMlcFiles(): readonly string[] {
  return readdirSync(writerMlcFolder).filter((name) => /\.(json|bin|wasm)$/.test(name));
}
