import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { leastLogProbability } from '../../../../src/engines/Engine';
import { scoreText, type MlcInside } from '../../../../src/engines/webLlm/scoreText';
import { logProbability } from '../../../../src/engines/webLlm/TokenForcer';

/** Tokens 0 to 255 are bytes, 256 is `yes`. */
const yes = 256;
const bytesOf = (tokens: Int32Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    [...tokens].flatMap((token) => (token === yes ? [...new TextEncoder().encode('yes')] : [token])),
  );
const tokenizer = {
  encode: (text: string) => Int32Array.from(text === 'yes' ? [yes] : [...new TextEncoder().encode(text)]),
  decode: (tokens: Int32Array) => new TextDecoder().decode(bytesOf(tokens)),
};

/** Logits under which a token is as likely as its weight says: 1 of 8, 2 of 8, 5 of 8 for the first three of a step. */
const step = (weights: Readonly<Record<number, number>>): Float32Array =>
  Float32Array.from({ length: 257 }, (_, token) => Math.log(weights[token] ?? 1e-30));

type Request = Parameters<Parameters<typeof scoreText>[0]['chat']['completions']['create']>[0];

/** The library's loop: reset, then a step a token until the limit, each through the processor, the likeliest taken. */
function library(steps: readonly Float32Array[], room = Infinity) {
  const inside: MlcInside = { tokenizer, contextWindowSize: 512 };
  const written: number[] = [];
  const requests: Request[] = [];
  const create = async (request: Request) => {
    requests.push(request);
    inside.logitProcessor?.resetState();
    for (let at = 0; at < Math.min(request.max_tokens ?? 0, room); at++) {
      const logits = Float32Array.from(steps[at] ?? step({}));
      const taken = inside.logitProcessor?.processLogits(logits) ?? logits;
      const token = taken.indexOf(Math.max(...taken));
      written.push(token);
      inside.logitProcessor?.processSampledToken(token);
    }
  };
  return { engine: { chat: { completions: { create } } } as never, inside, written, requests };
}

const content = { modelId: 'm', message: 'Is it?', continuation: 'yes', thinks: false, addsSpace: false };
const scoreOf = (
  { engine, inside }: Pick<ReturnType<typeof library>, 'engine' | 'inside'>,
  change: Partial<typeof content> = {},
  onToken: () => void = () => undefined,
) => scoreText(engine, inside, { ...content, ...change }, onToken);

describe('scoreText', () => {
  test('gives the probability that the model itself has for a token: 2 of 8', async () => {
    const { engine, inside, written, requests } = library([step({ 1: 1, [yes]: 2, 3: 5 })]);
    const score = await scoreOf({ engine, inside });
    expect(score?.logProbability).toBeCloseTo(Math.log(2 / 8), 5);
    expect(score?.tokens.map(({ text }) => text)).toEqual(['yes']);
    expect(written).toEqual([yes]);
    expect(requests[0]).toMatchObject({ max_tokens: 1, temperature: 1, top_p: 1, ignore_eos: true });
    expect(inside.logitProcessor).toBeUndefined();
  });

  test('adds up over the tokens, each behind those before it: 1 of 2 and 1 of 4', async () => {
    const [n, o] = [...'no'].map((letter) => letter.charCodeAt(0)) as [number, number];
    const { engine, inside, written } = library([step({ [n]: 1, 3: 1 }), step({ [o]: 1, 3: 3 })]);
    const onToken = vi.fn();
    const score = await scoreOf({ engine, inside }, { continuation: 'no' }, onToken);
    expect(score?.tokens.map(({ text }) => text)).toEqual(['n', 'o']);
    expect(score?.logProbability).toBeCloseTo(Math.log(1 / 8), 5);
    expect(onToken).toHaveBeenCalledTimes(2);
    expect(written).toEqual([n, o]);
  });

  test('counts a character of several tokens as one', async () => {
    const { engine, inside } = library([step({ 0xc3: 1, 3: 1 }), step({ 0xa9: 1 })]);
    const score = await scoreOf({ engine, inside }, { continuation: 'é' });
    expect(score?.tokens).toEqual([
      { text: 'é', logProbability: expect.closeTo(Math.log(1 / 2), 5) as number },
    ]);
  });

  test('leaves the space to a tokenizer that adds one, and room for the empty thought', async () => {
    const { engine, inside, requests } = library([step({ [yes]: 1 })]);
    await scoreOf({ engine, inside }, { continuation: ' yes', addsSpace: true, thinks: true });
    expect(requests[0]).toMatchObject({ max_tokens: 1 + 19, extra_body: { enable_thinking: false } });
  });

  test('is nothing when there is no room, and lets go of the library when it throws', async () => {
    const short = library([step({})], 1);
    expect(await scoreOf(short, { continuation: 'no' })).toBeNull();
    const endless = library([]);
    expect(await scoreOf(endless, { continuation: 'no'.repeat(256) })).toBeNull();
    expect(endless.written).toEqual([]);
    const create = (): Promise<never> => Promise.reject(new Error('lost'));
    const inside: MlcInside = { tokenizer, contextWindowSize: 512 };
    await expect(scoreOf({ engine: { chat: { completions: { create } } } as never, inside })).rejects.toThrow(
      'lost',
    );
    expect(inside.logitProcessor).toBeUndefined();
  });

  test('has the names inside the library that it needs', () => {
    const source = readFileSync('node_modules/@mlc-ai/web-llm/lib/index.js', 'utf8');
    for (const name of [
      'this.loadedModelIdToPipeline.set(modelId, newPipeline)',
      'this.logitProcessor.processLogits(logitsOnCPUArray)',
      'this.tokenizer.encode(curPrompt)',
      'this.contextWindowSize = config.context_window_size',
    ]) {
      expect(source).toContain(name);
    }
  });
});

describe('logProbability', () => {
  test('is not thrown off by large logits, and never below the least', () => {
    expect(logProbability(Float32Array.of(1000, 1000), 1)).toBeCloseTo(Math.log(1 / 2), 5);
    expect(logProbability(Float32Array.of(0, -5000), 1)).toBe(leastLogProbability);
    expect(logProbability(Float32Array.of(0, -Infinity), 0)).toBe(0);
  });
});
