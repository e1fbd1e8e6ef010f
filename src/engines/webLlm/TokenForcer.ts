import type { LogitProcessor } from '@mlc-ai/web-llm';
import { leastLogProbability } from '../Engine';

/** Low enough that the sampler never takes it, and no infinity, which the GPU would make nonsense of. */
const never = -1e4;

/** Has the library write given tokens, one a step, and notes what the model itself thought of each. */
export class TokenForcer implements LogitProcessor {
  /** ln P of each token so far, nats. */
  readonly logProbabilities: number[] = [];

  constructor(
    private readonly tokens: readonly number[],
    private readonly onToken: () => void,
  ) {}

  readonly processLogits = (logits: Float32Array): Float32Array => {
    const token = this.tokens[this.logProbabilities.length];
    if (token === undefined) return logits;
    this.logProbabilities.push(logProbability(logits, token));
    this.onToken();
    logits.fill(never);
    logits[token] = 0;
    return logits;
  };

  readonly processSampledToken = (): void => undefined;

  /** The library does this before it reads a prompt. */
  readonly resetState = (): void => {
    this.logProbabilities.length = 0;
  };
}

/** Of one token among the logits of all, at temperature 1; not below `leastLogProbability`. */
export function logProbability(logits: Float32Array, token: number): number {
  const most = logits.reduce((high, logit) => Math.max(high, logit), -Infinity);
  const sum = logits.reduce((all, logit) => all + Math.exp(logit - most), 0);
  const found = (logits[token] ?? -Infinity) - most - Math.log(sum);
  return Math.max(leastLogProbability, Math.min(0, found));
}
