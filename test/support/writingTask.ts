import type { Fact, WritingTask } from '../../src/fields/FieldType';

/** A task of the shape the app hands to a writer; `facts` is name and value, in order. */
export function writingTask(
  kind: string,
  facts: Readonly<Record<string, string>>,
  rest: Partial<WritingTask> = {},
): WritingTask {
  return {
    kind,
    facts: Object.entries(facts).map(([name, value]): Fact => ({
      path: name,
      name,
      value,
      type: 'text',
      required: true,
    })),
    words: { min: 15, max: 60 },
    style: '',
    ...rest,
  };
}
