import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LoadedModel, RenderedTask, Written } from '../../../src/engines/Engine';
import { writeChoice } from '../../../src/engines/writeChoice';
import { ScriptedModel } from '../../support/scriptedModel';

const never = new AbortController().signal;
const task: RenderedTask = { prompt: 'p', maxTokens: 40, temperature: 1, seed: 1 };

/** A model that spells one reply, so many characters a token, and notes how many tokens it was asked for. */
function spelling(reply: string, characters: number): LoadedModel & { asked: number[] } {
  const asked: number[] = [];
  const write = async ({ maxTokens }: RenderedTask): Promise<Written> => {
    asked.push(maxTokens);
    const text = reply.slice(0, maxTokens * characters);
    const tokens = Math.ceil(text.length / characters);
    // The end of the text is a token, too.
    const finish = tokens < maxTokens ? 'stop' : 'length';
    return { text, tokens, promptTokens: 9, milliseconds: 1, finish };
  };
  const model = new ScriptedModel();
  return Object.assign(model, { asked, write });
}

describe('a choice', () => {
  test('is known after one token where no other begins so', async () => {
    const model = spelling(' very urgent', 4);
    const written = await writeChoice(model, task, ['urgent', 'very urgent', 'routine'], never);
    expect(written).toMatchObject({ text: 'very urgent', tokens: 1, finish: 'stop' });
    expect(model.asked).toEqual([1]);
  });

  test('is asked for again, longer, while it may be several', async () => {
    const model = spelling('moderate', 1);
    const written = await writeChoice(model, task, ['moderate', 'modest'], never);
    expect(written).toMatchObject({ text: 'moderate', tokens: 1 + 2 + 4 + 8 });
    expect(model.asked).toEqual([1, 2, 4, 8]);
  });

  test('is spelled out at once where the words that all begin with stand in the reply', async () => {
    const model = spelling(' grade two', 2);
    const written = await writeChoice(model, task, ['grade one', 'grade two'], never);
    expect(written.text.trim()).toBe('grade two');
    expect(model.asked).toEqual([40]);
  });

  test('that begins another one is known by its end', async () => {
    const model = spelling('low', 3);
    const written = await writeChoice(model, task, ['low', 'lower'], never);
    expect(written).toMatchObject({ text: 'low', finish: 'stop' });
    expect(model.asked).toEqual([1, 2]);
  });

  test('goes on behind the words that every choice begins with', async () => {
    const model = spelling(' two', 2);
    const begun = { ...task, begun: 'grade' };
    const written = await writeChoice(model, begun, ['grade one', 'grade two'], never);
    expect(written).toMatchObject({ text: 'grade two', tokens: 1 });
    expect(model.asked).toEqual([1]);
    expect((await writeChoice(spelling(' é', 2), begun, ['grade é', 'grade à'], never)).text).toBe('grade é');
  });

  test('is spelled out at once where a cut may fall inside a character', async () => {
    const model = spelling('état', 1);
    expect((await writeChoice(model, task, ['état', 'other'], never)).text).toBe('état');
    expect(model.asked).toEqual([40]);
  });

  test('is always the one that the model spells', async () => {
    const choices = fc.uniqueArray(fc.stringMatching(/^[a-c]{1,6}( [a-c]{1,4})?$/), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(choices, fc.nat(), fc.integer({ min: 1, max: 4 }), async (texts, at, characters) => {
        const choice = texts[at % texts.length] as string;
        const written = await writeChoice(spelling(choice, characters), task, texts, never);
        expect(written.text).toBe(choice);
      }),
    );
  });
});
