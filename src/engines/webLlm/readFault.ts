import { Failure } from '../../problems/Failure';

/** What a fault is about. */
export interface FaultyModel {
  /** Its name for people. */
  readonly model: string;
  readonly libraryName: string;
  readonly twin: string;
}

type Code = ConstructorParameters<typeof Failure>[0];

/**
 * What the library's errors mean: they come as texts (`GrammarMatcherInitError: ...`), most of them without a name, and
 * a GPU's own come in the words of the browser. The first that fits counts.
 */
const faults: readonly (readonly [pattern: RegExp, code: Code])[] = [
  [/shader-?f16|'?f16'? type used without/i, 'gpu.noF16'],
  [/WebGPUNot(Available|Found)Error|Unable to find a compatible GPU/, 'gpu.none'],
  [
    /GrammarMatcherInitError|Grammar matcher rejected|not known here|unknown escape|left open in the grammar|grammar_parser|EBNF/,
    'gpu.grammarRejected',
  ],
  [/ContextWindowSizeExceededError/, 'gpu.promptTooLong'],
  [/ScoreError: /, 'gpu.cannotScore'],
  // Nobody destroys the GPU's device here but the library, when it gets no buffer.
  [
    /gpuLost: destroyed|out of memory|OutOfMemory|allocation failed|cannot enlarge memory|failed to allocate|larger than the max/i,
    'gpu.noMemory',
  ],
  [
    /DeviceLostError|gpuLost|device (?:was |is )?lost|external Instance reference|has already been disposed|mapAsync/i,
    'gpu.lost',
  ],
  [
    /LinkError|CompileError|expected magic word|Cannot find .* in exports|reading 'buffer'|detect wasm memory|wasm validation/i,
    'gpu.libraryDamaged',
  ],
  [
    /Cannot find (?:required VM function|global function|parameter)|ABI|_metadata|shape mismatch|gpuFault/i,
    'gpu.libraryMismatch',
  ],
  [/Cannot fetch |on 'Cache'|Cache\.add/, 'gpu.fileMissing'],
  [/tokenizer/i, 'gpu.fileDamaged'],
];

/** A limit that the GPU does not reach, as the library tells it. */
const shortLimit = /requested (max\w+) exceeds limit\. requested=(\S+?),\s+limit=(\S+?)\./;

/** The Failure that an error of the library stands for; `otherwise` where its words are not known. */
export function readFault(cause: unknown, about: FaultyModel, otherwise: Code): Failure {
  if (cause instanceof Failure) return cause;
  const text = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  const limit = shortLimit.exec(text);
  if (limit !== null) {
    const [, name = '', needs = '', has = ''] = limit;
    return new Failure('gpu.limit', { limit: name, needs, has }, { cause });
  }
  const code = faults.find(([pattern]) => pattern.test(text))?.[1] ?? otherwise;
  return new Failure(code, valuesOf(code, text, about), { cause });
}

/** Never a word of the prompt: errors of the grammar and the tokenizer quote it. */
function valuesOf(code: Code, text: string, { model, libraryName, twin }: FaultyModel) {
  if (code === 'gpu.promptTooLong') {
    return { model, tokens: Number(/context window size: (\d+)/.exec(text)?.[1] ?? 0) };
  }
  if (code === 'gpu.fileMissing')
    return { model, file: /([^/\s]+)(?:\s|$)/.exec(text.split('/').at(-1) ?? '')?.[1] ?? '' };
  if (code === 'gpu.fileDamaged') return { model, file: 'tokenizer.json' };
  if (code === 'gpu.noF16') return { model, twin };
  return { model, file: libraryName };
}
