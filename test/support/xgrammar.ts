import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInThisContext } from 'node:vm';
import { pathToFileURL } from 'node:url';
import type * as XGrammar from '@mlc-ai/web-xgrammar';

const file = 'node_modules/@mlc-ai/web-xgrammar/lib/index.js';

/** The package says that it is a module and is none, so it is run as the script that it is. */
function loadXGrammar(): typeof XGrammar {
  const wrapped = `(function (exports, module, require, __filename) {${readFileSync(file, 'utf8')}\n})`;
  // Its `import()` has no place where this code comes from; all it wants is Node's own modules.
  const source = wrapped.replaceAll("await import('module')", '({ createRequire: () => require })');
  const module = { exports: {} as typeof XGrammar };
  const run = runInThisContext(source) as (...names: unknown[]) => void;
  run(module.exports, module, createRequire(import.meta.url), pathToFileURL(file).pathname);
  return module.exports;
}

const { GrammarCompiler, GrammarMatcher, TokenizerInfo } = loadXGrammar();

/** A vocabulary of the 256 bytes, behind the end of the text. */
const endOfText = 0;
const bytes = Array.from(
  { length: 256 },
  (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`,
);
const vocabulary = ['</s>', ...bytes];

export interface Reading {
  /** The whole text and its end. */
  readonly accepts: boolean;
  /** The whole text, as the start of another at least. */
  readonly starts: boolean;
}

/** How web-llm's matcher takes texts under an EBNF grammar, byte by byte, by the masks that it would sample with. */
export async function readWithXGrammar(ebnf: string, texts: readonly string[]): Promise<readonly Reading[]> {
  const info = await TokenizerInfo.createTokenizerInfo(
    vocabulary,
    'byte_fallback',
    false,
    vocabulary.length,
    [endOfText],
  );
  const compiler = await GrammarCompiler.createGrammarCompiler(info);
  const grammar = await compiler.compileGrammar(ebnf);
  const readings: Reading[] = [];
  for (const text of texts) {
    const matcher = await GrammarMatcher.createGrammarMatcher(grammar);
    const allows = async (token: number): Promise<boolean> => {
      const mask = await matcher.getNextTokenBitmask();
      return (((mask[token >> 5] ?? 0) >>> (token & 31)) & 1) === 1 && matcher.acceptToken(token);
    };
    let starts = true;
    for (const byte of new TextEncoder().encode(text)) starts = starts && (await allows(byte + 1));
    readings.push({ starts, accepts: starts && (await allows(endOfText)) });
    matcher.dispose();
  }
  grammar.dispose();
  compiler.dispose();
  info.dispose();
  return readings;
}
