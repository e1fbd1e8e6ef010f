import { expect, test } from 'vitest';
import { RoleContexts, type RoleFact } from '../../../training/corpus/RoleContexts';

function fact(role: string, number: number, inWords = false): RoleFact {
  const slot = String.fromCodePoint(0xe000 + number);
  return {
    role,
    slotted: { slot, nameSlot: String.fromCodePoint(0xe080 + number), inWords, fullName: role },
  };
}

const client = fact('client', 1);
const insurer = fact('insurer', 2);
const [theClient, theInsurer, theName] = ['\uE001', '\uE002', '\uE081'];

function contextsFrom(times: number): RoleContexts {
  const contexts = new RoleContexts();
  for (let time = 0; time < times; time++) {
    contexts.learn(`The client is ${theClient}. The carrier on risk is ${theInsurer}.`, [client, insurer]);
  }
  return contexts;
}

test('a value among words that belong to another fact is misplaced', () => {
  const contexts = contextsFrom(50);
  expect(contexts.misplaced(`The carrier on risk is ${theClient}.`, [client])).toBe('client');
  expect(contexts.misplaced(`The client is ${theClient}.`, [client])).toBeUndefined();
});

test('words that were seldom or never heard say nothing', () => {
  expect(contextsFrom(10).misplaced(`The carrier on risk is ${theClient}.`, [client])).toBeUndefined();
  expect(contextsFrom(50).misplaced(`We speak for ${theClient} today.`, [client])).toBeUndefined();
});

test('a fact that is told by its name, or in words, cannot be misplaced', () => {
  const contexts = contextsFrom(50);
  const named = `As to ${theName}, the carrier on risk is ${theClient}.`;
  expect(contexts.misplaced(named, [client])).toBeUndefined();
  expect(
    contexts.misplaced(`The carrier on risk is ${theClient}.`, [fact('client', 1, true)]),
  ).toBeUndefined();
});
