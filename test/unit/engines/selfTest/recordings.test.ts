import { expect, test } from 'vitest';
import recording from '../../../../public/writer/selfTest.json';
import { embeddedWriter } from '../../../../src/engines/models';
import { recordedReplies } from '../../../../src/engines/selfTest/recordings';
import { selfTestTasks } from '../../../../src/engines/selfTest/selfTestTasks';

const tasks = selfTestTasks(embeddedWriter);
const renew =
  'The self-test does not belong to the writer that ships. Run: npx tsx training/recordSelfTest.ts public/writer/embedded-writer.gguf public/writer/selfTest.json';

test('the replies recorded are those of the writer that ships, to the prompts it is asked now', () => {
  expect(recording.sha256, renew).toBe(embeddedWriter.sha256);
  expect(recording.prompts, renew).toEqual(tasks.map(({ prompt }) => prompt));
  expect(recordedReplies(embeddedWriter.sha256, tasks), renew).toEqual(recording.replies);
  expect(recording.replies).toHaveLength(tasks.length);
  for (const reply of recording.replies) expect(reply.trim().split(/\s+/).length).toBeGreaterThan(8);
});

test('another model, or another prompt, has none', () => {
  expect(recordedReplies('0'.repeat(64), tasks)).toBeUndefined();
  const [first, ...rest] = tasks;
  const other = { ...first!, prompt: `${first!.prompt} ` };
  expect(recordedReplies(embeddedWriter.sha256, [other, ...rest])).toBeUndefined();
  expect(recordedReplies(embeddedWriter.sha256, rest)).toBeUndefined();
});

test('is asked for the likeliest tokens, without a grammar', () => {
  for (const task of tasks) expect(task).toMatchObject({ temperature: 0 });
  for (const task of tasks) expect(task).not.toHaveProperty('grammar');
});
