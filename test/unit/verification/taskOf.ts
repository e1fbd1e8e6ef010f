import type { ColumnType } from '../../../src/dataset/RowBatch';
import type { Fact, WritingTask } from '../../../src/fields/FieldType';
import type { Rung } from '../../../src/verification/Rung';

export function factOf(path: string, value: string, type: ColumnType = 'text', required = true): Fact {
  const name = path.slice(path.lastIndexOf('.') + 1).replaceAll('_', ' ');
  return { path, name, value, type, required };
}

export function taskOf(facts: readonly Fact[] = [], others: Partial<WritingTask> = {}): WritingTask {
  return { kind: 'triage note', facts, words: { min: 3, max: 60 }, style: '', ...others };
}

export function codes(rung: Rung, text: string, task: WritingTask = taskOf()): string[] {
  return rung.review(text, task).map((each) => each.code.replace('check.', ''));
}
