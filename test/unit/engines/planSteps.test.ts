import { describe, expect, test } from 'vitest';
import type { ModelCard } from '../../../src/engines/Engine';
import { embeddedWriter } from '../../../src/engines/models';
import { planSteps } from '../../../src/engines/planSteps';
import { describe as sentenceOf } from '../../../src/problems/describe';

const options = { slots: 8, threads: 2 };
const last = { card: embeddedWriter, options };
const own: ModelCard = { ...embeddedWriter, id: 'own', label: 'Own', contextTokens: 4096 };
const asked = (card: ModelCard, slots: number) =>
  planSteps(card, { ...options, slots }, last).map((step) => [
    step.card.id,
    step.card.contextTokens,
    step.options.slots,
  ]);

describe('the plan of a writer', () => {
  test('asks for half the context, then fewer texts at once, then for the embedded writer', () => {
    expect(asked(own, 4)).toEqual([
      ['own', 4096, 4],
      ['own', 2048, 4],
      ['own', 2048, 1],
      [embeddedWriter.id, embeddedWriter.contextTokens, 8],
    ]);
  });

  test('goes from the GPU to the CPU before it takes another writer, and tells why', () => {
    const onGpu = { ...options, slots: 1, backend: 'gpu' as const };
    const steps = planSteps({ ...own, contextTokens: 1024 }, onGpu, last);
    expect(steps.map((step) => [step.card.id, step.options.backend])).toEqual([
      ['own', 'gpu'],
      ['own', 'cpu'],
      [embeddedWriter.id, undefined],
    ]);
    expect(steps[1]?.options.whyCpu?.code).toBe('cpu.stoppedOnGpu');
    const compiled = planSteps({ ...own, contextTokens: 1024, engine: 'webLlm' }, onGpu, last);
    expect(compiled.map((step) => step.card.id)).toEqual(['own', embeddedWriter.id]);
  });

  test('begins with the context that was chosen for the device', () => {
    const steps = planSteps(own, { ...options, slots: 1, contextTokens: 2048 }, last);
    expect(steps.map((step) => step.card.contextTokens)).toEqual([2048, 1024, embeddedWriter.contextTokens]);
  });

  test('leaves a context alone that would hold too little', () => {
    expect(asked({ ...own, contextTokens: 1500 }, 1)).toEqual([
      ['own', 1500, 1],
      [embeddedWriter.id, embeddedWriter.contextTokens, 8],
    ]);
  });

  test('of the embedded writer ends with one text at once', () => {
    expect(asked(embeddedWriter, 8).map(([, , slots]) => slots)).toEqual([8, 2, 1]);
  });

  test('says in a sentence what each step gives up', () => {
    const [first, ...rest] = planSteps(own, { ...options, backend: 'gpu' }, last);
    expect(first?.notice).toBeUndefined();
    for (const step of rest) {
      const sentence = sentenceOf(step.notice?.(3) ?? expect.fail());
      expect(sentence).toContain('“Own” stopped 3 times in a row');
      expect(sentence).not.toMatch(/[{}]/);
    }
  });
});
