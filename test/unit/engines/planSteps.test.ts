import { describe, expect, test } from 'vitest';
import type { ModelCard } from '../../../src/engines/Engine';
import { embeddedWriter } from '../../../src/engines/models';
import { mostSteps, planSteps } from '../../../src/engines/planSteps';
import { describe as sentenceOf } from '../../../src/problems/describe';

const options = { slots: 8, threads: 2 };
const last = { card: embeddedWriter, options };
const own: ModelCard = { ...embeddedWriter, id: 'own', label: 'Own', contextTokens: 4096 };
const asked = (card: ModelCard, slots: number, threads = 2) =>
  planSteps(card, { slots, threads }, { ...last, options: { slots: 8, threads } }).map((step) => [
    step.card.id,
    step.card.contextTokens,
    step.options.slots,
    step.options.threads,
  ]);
const { id: lastId, contextTokens: lastContext } = embeddedWriter;

describe('the plan of a writer', () => {
  test('asks for half the context, fewer texts at once, one thread, then for the embedded writer', () => {
    expect(asked(own, 4)).toEqual([
      ['own', 4096, 4, 2],
      ['own', 2048, 4, 2],
      ['own', 2048, 1, 2],
      ['own', 2048, 1, 1],
      [lastId, lastContext, 8, 2],
      [lastId, lastContext, 8, 1],
    ]);
  });

  test('has no thread to give up where there is one', () => {
    expect(asked(own, 1, 1)).toEqual([
      ['own', 4096, 1, 1],
      ['own', 2048, 1, 1],
      [lastId, lastContext, 8, 1],
    ]);
  });

  test('goes from the GPU to the CPU and to one thread before it takes another writer, and tells why', () => {
    const onGpu = { ...options, slots: 1, backend: 'gpu' as const };
    const steps = planSteps({ ...own, contextTokens: 1024 }, onGpu, last);
    expect(steps.map((step) => [step.card.id, step.options.backend, step.options.threads])).toEqual([
      ['own', 'gpu', 2],
      ['own', 'cpu', 2],
      ['own', 'cpu', 1],
      [lastId, undefined, 2],
      [lastId, undefined, 1],
    ]);
    expect(steps[1]?.options.whyCpu?.code).toBe('cpu.stoppedOnGpu');
    const compiled = { ...own, contextTokens: 1024, engine: 'webLlm' };
    const all = planSteps(compiled, { ...onGpu, threads: 1 }, last);
    expect(all.map((step) => step.card.id)).toEqual(['own', lastId, lastId]);
  });

  test('begins with the context that was chosen for the device', () => {
    const steps = planSteps(own, { slots: 1, threads: 1, contextTokens: 2048 }, last);
    expect(steps.map((step) => step.card.contextTokens).slice(0, 3)).toEqual([2048, 1024, lastContext]);
  });

  test('leaves a context alone that would hold too little', () => {
    expect(asked({ ...own, contextTokens: 1500 }, 1, 1)).toEqual([
      ['own', 1500, 1, 1],
      [lastId, lastContext, 8, 1],
    ]);
  });

  test('of the embedded writer ends with one text at once on one thread', () => {
    expect(asked(embeddedWriter, 8).map(([, , slots, threads]) => [slots, threads])).toEqual([
      [8, 2],
      [2, 2],
      [1, 2],
      [1, 1],
    ]);
  });

  test('says in a sentence what each step gives up', () => {
    const [first, ...rest] = planSteps(own, { ...options, backend: 'gpu' }, last);
    expect(first?.notice).toBeUndefined();
    const sentences = rest.map((step) => sentenceOf(step.notice?.(3) ?? expect.fail()));
    expect(sentences).toHaveLength(mostSteps - 1);
    for (const sentence of sentences) {
      expect(sentence).toContain('stopped 3 times in quick succession');
      expect(sentence).not.toMatch(/[{}]/);
    }
    expect(sentences.at(-3)).toContain('“Own” stopped');
    expect(sentences.at(-3)).toContain('on one thread instead of 2');
    expect(sentences.at(-1)).toContain(`“${embeddedWriter.label}” stopped`);
  });
});
