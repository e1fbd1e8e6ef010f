import type { ChatCompletionChunk, ChatCompletionRequestStreaming } from '@mlc-ai/web-llm';
import { Failure } from '../../problems/Failure';
import type {
  ContinuationScore,
  LoadedFacts,
  LoadedModel,
  RenderedTask,
  ScoringTask,
  Written,
} from '../Engine';
import type { MlcWorker } from './MlcWorker';
import { readFault, type FaultyModel } from './readFault';
import { toEbnf } from './toEbnf';
import { Turns } from './Turns';

const mebibyte = 1024 * 1024;
/** Every grammar that was ever compiled stays in memory: 2.6 bytes a token of the vocabulary were measured. */
const grammarBytesPerToken = 4;
/** `<think>`, two line breaks, `</think>` and two more count as written. */
const emptyThoughtTokens = 8;

/** How a model is asked. */
export interface MlcManner {
  /** What the library calls it. */
  readonly modelId: string;
  readonly vocabularyTokens: number;
  /** True of a model that thinks aloud unless it is told not to. */
  readonly thinks: boolean;
  /** True of a tokenizer that puts a space before every text. */
  readonly addsSpace: boolean;
  /** True where the library puts the message into a template, with `String.replace`. */
  readonly hasTemplate: boolean;
}

/** A compiled model in its worker. It writes one text at a time: the library has room for one. */
export class MlcModel implements LoadedModel {
  private stepsTaken = 0;
  private streams = 0;
  private readonly grammars = new Set<string>();
  /** The library goes on for a while with what was cancelled, and what it is at must not change under it. */
  private readonly turns = new Turns();

  constructor(
    readonly facts: LoadedFacts,
    private readonly worker: MlcWorker,
    private readonly manner: MlcManner,
    private readonly about: FaultyModel,
  ) {}

  async write(task: RenderedTask, signal: AbortSignal): Promise<Written> {
    signal.throwIfAborted();
    const startedAt = performance.now();
    const milliseconds = (): number => performance.now() - startedAt;
    const stop = stopped(signal);
    try {
      return {
        ...(await Promise.race([this.turns.take(() => this.stream(task, signal)), stop.promise])),
        milliseconds: milliseconds(),
      };
    } catch (cause) {
      if (signal.aborted) throw new DOMException('The cell was cancelled.', 'AbortError');
      const failure = readFault(cause, this.about, 'device.writerEnded');
      if (failure.problem.code !== 'gpu.promptTooLong') throw failure;
      return { text: '', tokens: 0, promptTokens: 0, milliseconds: milliseconds(), finish: 'length' };
    } finally {
      stop.forget();
    }
  }

  async score(task: ScoringTask, signal: AbortSignal): Promise<readonly ContinuationScore[]> {
    const stop = stopped(signal);
    try {
      signal.throwIfAborted();
      return await Promise.race([this.turns.take(() => this.scoreAll(task, signal)), stop.promise]);
    } catch (cause) {
      if (signal.aborted) throw new DOMException('The score was cancelled.', 'AbortError');
      const failure = readFault(cause, this.about, 'device.writerEnded');
      throw failure.problem.code === 'gpu.promptTooLong' ? this.tooLong() : failure;
    } finally {
      stop.forget();
    }
  }

  steps(): number {
    return this.stepsTaken + this.worker.tokensScored;
  }

  heldMiB(): number {
    return (this.grammars.size * this.manner.vocabularyTokens * grammarBytesPerToken) / mebibyte;
  }

  async unload(): Promise<void> {
    this.worker.end(new Error('the engine was ended'));
  }

  /** Settles when the library has let go of the text, a cancelled one too. */
  private async stream(task: RenderedTask, signal: AbortSignal): Promise<Omit<Written, 'milliseconds'>> {
    signal.throwIfAborted();
    const { modelId } = this.manner;
    const streamId = `${this.streams++}`;
    const request = this.request(task);
    await this.worker.ask('chatCompletionStreamInit', {
      request,
      selectedModelId: modelId,
      streamId,
      modelId: [modelId],
    });
    let finish: string | null = null;
    let usage: ChatCompletionChunk['usage'];
    for (;;) {
      if (signal.aborted) await this.worker.ask('completionStreamReturn', { streamId });
      signal.throwIfAborted();
      const chunk = await this.worker.ask('completionStreamNextChunk', { streamId });
      if (chunk === undefined || chunk === null) break;
      this.stepsTaken += 1;
      finish = chunk.choices[0]?.finish_reason ?? finish;
      usage = chunk.usage ?? usage;
    }
    return {
      text: plainReply(await this.worker.ask('getMessage', { modelId })),
      tokens: usage?.completion_tokens ?? 0,
      promptTokens: usage?.prompt_tokens ?? 0,
      finish: finish === 'stop' ? 'stop' : 'length',
    };
  }

  /** Settles when the library has let go of the text that it is at, also where the signal has aborted. */
  private async scoreAll(task: ScoringTask, signal: AbortSignal): Promise<readonly ContinuationScore[]> {
    const scores: ContinuationScore[] = [];
    for (const continuation of task.continuations) {
      signal.throwIfAborted();
      scores.push(await this.scoreOne(task.prompt, continuation));
    }
    return scores;
  }

  private async scoreOne(prompt: string, continuation: string): Promise<ContinuationScore> {
    const text = continuation.toWellFormed();
    if (text === '') return { logProbability: 0, tokens: [] };
    const { modelId, thinks, addsSpace } = this.manner;
    const content = { modelId, message: this.message(prompt), continuation: text, thinks, addsSpace };
    const score = await this.worker.ask('score', content);
    if (score === null) throw this.tooLong();
    return score;
  }

  private tooLong(): Failure {
    return new Failure('device.tooLongToScore', { model: this.about.model });
  }

  /** The library's `String.replace` takes `$$` for one dollar sign and `$&` for more. */
  private message(prompt: string): string {
    return this.manner.hasTemplate ? prompt.replaceAll('$', '$$$$') : prompt;
  }

  private request(task: RenderedTask): ChatCompletionRequestStreaming {
    const { thinks } = this.manner;
    const grammar = task.grammar === undefined ? undefined : toEbnf(task.grammar);
    if (grammar !== undefined) this.grammars.add(grammar);
    return {
      messages: [{ role: 'user', content: this.message(task.prompt) }],
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: task.maxTokens + (thinks ? emptyThoughtTokens : 0),
      temperature: task.temperature,
      top_p: 0.95,
      seed: task.seed,
      // Those of the model's own file would make texts depend on who compiled it.
      repetition_penalty: 1,
      presence_penalty: 0,
      frequency_penalty: task.repeatsBetween === undefined ? 0 : repeatPenalty,
      ...(grammar === undefined ? {} : { response_format: { type: 'grammar', grammar } }),
      ...(thinks ? { extra_body: { enable_thinking: false } } : {}),
    };
  }
}

/** The nearest that the library has to a sampler against repeats. */
const repeatPenalty = 0.3;

/** Without the empty thought that the reply of a thinking model begins with, and without half a character at its end. */
function plainReply(message: string): string {
  return message.replace(/^<think>\s*<\/think>\s*/, '').replace(/\uFFFD+$/, '');
}

/** Rejects when the signal aborts. */
function stopped(signal: AbortSignal): { readonly promise: Promise<never>; forget(): void } {
  const settled = new AbortController();
  const promise = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('cancelled')), {
      once: true,
      signal: settled.signal,
    });
  });
  promise.catch(() => undefined);
  return { promise, forget: () => settled.abort() };
}
