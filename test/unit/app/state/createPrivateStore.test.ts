import { expect, test } from 'vitest';
import { createPrivateStore } from '../../../../src/app/state/createPrivateStore';
import { Failure } from '../../../../src/problems/Failure';

test('a recipe is kept, with its versions, until the window closes', async () => {
  const store = createPrivateStore();
  const work = await store.createWork('First', '{"a":1}');
  await store.saveRecipe(work.id, 'Second', '{"a":2}');
  expect((await store.latestRecipe(work.id))?.document).toBe('{"a":2}');
  expect((await store.latestRecipe(work.id))?.version).toBe(2);
  expect((await store.works()).map(({ title }) => title)).toEqual(['Second']);
});

test('saving the same document again makes no new version', async () => {
  const store = createPrivateStore();
  const work = await store.createWork('One', '{}');
  expect((await store.saveRecipe(work.id, 'One', '{}')).version).toBe(1);
});

test('records are refused with a sentence, not lost', async () => {
  const refused = createPrivateStore().deleteRun('r');
  await expect(refused).rejects.toBeInstanceOf(Failure);
});
