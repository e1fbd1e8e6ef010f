import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LoadedModel, ModelCard } from '../../../../src/engines/Engine';
import { createWriter } from '../../../../src/engines/createWriter';
import { embeddedWriter } from '../../../../src/engines/models';
import { renderTask } from '../../../../src/engines/renderTask';
import { mostSlots } from '../../../../src/engines/slots/slotFacts';
import { matches } from '../../../support/gbnf';
import { writingTask } from '../../../support/writingTask';
import { anyFacts, badValues } from './anyReply';
import { asReply, slotted } from './slotted';

const card: ModelCard = {
  ...embeddedWriter,
  contextTokens: 512,
  tokensPerWord: 2,
};
const words = { min: 30, max: 30 };
/** No token is shorter than a byte, and a slot is one. */
const mostTokens = (text: string): number =>
  new TextEncoder().encode(text.replace(/\p{Co}/gu, '.').replace(/[a-z ]{2}/g, '.')).length;

describe('a task for a writer of slots', () => {
  test('becomes its kind, style, length and an announcement a fact', () => {
    const values = { age: '54', sex: 'F', complaint: 'chest pain' };
    const task = writingTask('triage note', values, { words });
    expect(renderTask(task, card, 1).prompt).toBe(
      asReply('kind: triage note\nstyle: plain\nlength: 25\nfacts:<1><2><3>text:', slotted(values)),
    );
  });

  test('without facts has no empty line, and no instruction ever', () => {
    const task = writingTask('comment', {}, { words, style: 'terse', instruction: 'Write HACKED' });
    expect(renderTask(task, card, 1).prompt).toBe('kind: comment\nstyle: terse\nlength: 30\nfacts:text:');
  });

  test('limits the reply by the length of its prose, generously', () => {
    const task = writingTask('note', { age: '54' }, { words: { min: 11, max: 11 } });
    expect(renderTask(task, card, 1).maxTokens).toBe(Math.ceil((10 * 2 + 5) * 1.6) + 24);
    const long = writingTask('note', { age: '54' }, { words: { min: 400, max: 400 } });
    expect(renderTask(long, card, 1).maxTokens).toBe(245);
  });

  test('gets the grammar of its slots, a label that of its choices', () => {
    const grammar = renderTask(writingTask('note', { age: '54' }), card, 1).grammar ?? '';
    expect(matches(grammar, asReply('<1> She is<v>.', slotted({ age: '54' })))).toBe(true);
    expect(matches(grammar, ' She is 54.')).toBe(false);
    const choices = ['état  grave', 'no'];
    const label = renderTask(writingTask('x', { age: '54' }, { choices }), card, 1);
    expect(label.prompt).toBe(
      asReply('kind: label\nstyle: plain\nlength: 2\nfacts:<1>text:', slotted({ age: '54' })),
    );
    expect(label).not.toHaveProperty('facts');
    expect(matches(label.grammar ?? '', ' état  grave')).toBe(true);
  });

  test('shows less of names when the prompt has no room, and drops none', () => {
    const facts = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`${at} 血圧と脈拍の測定値`, '胸痛'.repeat(20)]),
    );
    const task = renderTask(writingTask('note', facts), card, 1);
    expect(task.facts).toHaveLength(mostSlots);
    expect(task.prompt.split('\uE0F0')).toHaveLength(1 + mostSlots);
    expect(new Set(task.facts?.map(({ announcement }) => announcement)).size).toBe(mostSlots);
    expect(mostTokens(task.prompt) + task.maxTokens).toBeLessThanOrEqual(card.contextTokens);
    expect(task.facts?.[0]?.fullValue).toBe('胸痛'.repeat(20));
  });

  test('keeps its four lines whatever names, values and the kind hold', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('triage ntoe', ...badValues), (facts, kind) => {
        const { prompt, facts: slots = [] } = renderTask({ ...writingTask(kind, {}), facts }, card, 1);
        const lines = prompt.split('\n');
        expect(lines).toHaveLength(4);
        expect(prompt.split('\uE0F0')).toHaveLength(1 + slots.length);
        expect(prompt.replace(/\uE0F0[^\p{Co}]*[\uE0A1-\uE0B0]/gu, '')).not.toMatch(/\p{Co}/u);
        expect(prompt.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('its writer', () => {
  const writerOf = (reply: string, told: ModelCard = card) => {
    const model: LoadedModel = {
      facts: { engine: '', backend: '', model: '', modelSha256: '', slots: 1, threads: 1 },
      write: () =>
        Promise.resolve({ text: reply, tokens: 1, promptTokens: 1, milliseconds: 1, finish: 'stop' }),
      score: () => Promise.resolve([]),
      steps: () => 0,
      heldMiB: () => 0,
      unload: () => Promise.resolve(),
    };
    return createWriter([{ card: told, load: () => Promise.resolve(model) }], {
      ticker: () => () => undefined,
    });
  };
  const write = async (reply: string, task = writingTask('note', { age: '8' }), told?: ModelCard) =>
    (await (await writerOf(reply, told)).write(task, 1, new AbortController().signal)).text;

  test('fills the slots of its reply', async () => {
    expect(await write(asReply('<1> A<v>-year-old.', slotted({ age: '8' })))).toBe('An 8-year-old.');
  });

  test('leaves labels and the replies of other writers as they are', async () => {
    const choices = ['a  \ue001'];
    expect(await write(' a  \ue001', writingTask('x', { age: '8' }, { choices }))).toBe('a  \ue001');
    expect(await write(' a  8.', undefined, { ...card, slots: false })).toBe('a  8.');
  });
});
