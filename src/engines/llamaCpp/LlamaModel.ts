import type { RawCompletionParams, Wllama } from '@wllama/wllama';
import { Failure } from '../../problems/Failure';
import type {
  ContinuationScore,
  EngineOptions,
  LoadedFacts,
  LoadedModel,
  ModelCard,
  RenderedTask,
  ScoringTask,
  Written,
} from '../Engine';
import { ContinuationScorer, type AskBehind } from './ContinuationScorer';
import { gpuBackend, type EngineLog } from './readLog';

/** What is asked of the library once a model is loaded. */
export type LlamaEngine = Pick<Wllama, 'createCompletion' | 'getModelMetadata' | 'exit'>;
type Request = RawCompletionParams & { readonly stream?: false };

/** llama.cpp takes 2^32 - 1 for "choose a seed at random". */
const randomSeed = 0xffffffff;

/** The sampler DRY: a run of so many tokens may stand twice, and each that goes on is less likely by this factor. */
const noRepeats = { dry_multiplier: 1, dry_base: 1.75, dry_allowed_length: 2, dry_penalty_last_n: 400 };

export class LlamaModel implements LoadedModel {
  readonly facts: LoadedFacts;
  private readonly engine: LlamaEngine;
  private readonly label: string;
  private readonly scorer: ContinuationScorer;
  private stepsTaken = 0;
  private end: (cause: unknown) => void = () => undefined;
  private readonly ended: Promise<never>;

  constructor(engine: LlamaEngine, card: ModelCard, options: EngineOptions, log: EngineLog) {
    this.engine = engine;
    this.label = card.label;
    this.scorer = new ContinuationScorer(addsSpace(engine), card.label);
    this.facts = {
      engine: 'llamaCpp',
      backend: log.backend,
      model: card.id,
      modelSha256: card.sha256,
      slots: options.slots,
      threads: log.threads,
      ...(card.slots === true ? { seesNoValues: true } : {}),
      ...(log.backend === gpuBackend || options.whyCpu === undefined ? {} : { whyCpu: options.whyCpu }),
    };
    this.ended = new Promise((_, reject) => {
      this.end = reject;
    });
    this.ended.catch(() => undefined);
  }

  async write(task: RenderedTask, signal: AbortSignal): Promise<Written> {
    const startedAt = performance.now();
    try {
      const reply = await this.ask(requestOf(task), signal);
      const choice = reply.choices[0];
      if (choice === undefined) throw new Error('the engine gave no reply');
      const { completion_tokens: tokens, prompt_tokens: promptTokens } = reply.usage;
      return {
        text: choice.text,
        tokens,
        promptTokens,
        milliseconds: performance.now() - startedAt,
        finish: choice.finish_reason === 'stop' ? 'stop' : 'length',
      };
    } catch (cause) {
      if (!isTooLong(cause)) throw endOf(cause, signal);
      const milliseconds = performance.now() - startedAt;
      return { text: '', tokens: 0, promptTokens: 0, milliseconds, finish: 'length' };
    }
  }

  async score(task: ScoringTask, signal: AbortSignal): Promise<readonly ContinuationScore[]> {
    const scores: ContinuationScore[] = [];
    try {
      // One after the other: each finds the prompt in the slot that the one before has left.
      for (const continuation of task.continuations) {
        const askBehind: AskBehind = (text) => (request) =>
          this.ask({ ...request, prompt: task.prompt + text }, signal);
        scores.push(await this.scorer.score(continuation, askBehind));
      }
      return scores;
    } catch (cause) {
      if (isTooLong(cause)) throw new Failure('device.tooLongToScore', { model: this.label }, { cause });
      throw endOf(cause, signal);
    }
  }

  steps(): number {
    return this.stepsTaken;
  }

  /** Its prompt cache is off (tools/llamaWasm.mjs), and nothing else outlives a cell. */
  heldMiB(): number {
    return 0;
  }

  async unload(): Promise<void> {
    this.end(new Error('the engine was ended'));
    await this.engine.exit();
  }

  private async ask(request: Request, signal: AbortSignal) {
    signal.throwIfAborted();
    const abortSignal = pulse(signal, () => (this.stepsTaken += 1));
    const asked = this.engine.createCompletion({ ...request, abortSignal });
    try {
      return await Promise.race([asked, this.ended]);
    } finally {
      // Short replies are over with one step, and what is refused takes none.
      this.stepsTaken += 1;
    }
  }
}

/**
 * The library looks at `aborted` before each step of the engine: the only sign of life it gives without streaming. The
 * first look comes before the engine has done anything.
 */
function pulse(signal: AbortSignal, onStep: () => void): AbortSignal {
  let looks = 0;
  return Object.defineProperty(new AbortController().signal, 'aborted', {
    get() {
      looks += 1;
      if (looks > 1) onStep();
      return signal.aborted;
    },
  });
}

function requestOf(task: RenderedTask): Request {
  return {
    prompt: task.prompt,
    max_tokens: task.maxTokens,
    temperature: task.temperature,
    top_k: 40,
    top_p: 0.95,
    min_p: 0.05,
    seed: task.seed === randomSeed ? randomSeed - 1 : task.seed,
    ...(task.grammar === undefined ? {} : { grammar: task.grammar }),
    ...(task.repeatsBetween === undefined
      ? {}
      : { ...noRepeats, dry_sequence_breakers: task.repeatsBetween }),
  };
}

/** Tokenizers of the SentencePiece family take a text for a word of its own, which begins with a space. */
function addsSpace(engine: LlamaEngine): boolean {
  const { meta } = engine.getModelMetadata();
  return meta['tokenizer.ggml.model'] === 'llama' && meta['tokenizer.ggml.add_space_prefix'] !== 'false';
}

function endOf(cause: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return new DOMException('The cell was cancelled.', 'AbortError');
  if (cause instanceof Failure) return cause;
  return new Failure('device.writerEnded', {}, { cause });
}

function isTooLong(cause: unknown): boolean {
  return (
    cause instanceof Error && /exceeds? the available context|context size|too long/i.test(cause.message)
  );
}
