import type { ValueType } from './genericSays.data';

export interface Fact {
  /** A key of the fact sources, or "generic". */
  readonly source: string;
  readonly name: string;
  readonly value: string;
  readonly type: ValueType;
}

export interface Task {
  readonly kind: string;
  readonly minWords: number;
  readonly maxWords: number;
  readonly style: string;
  readonly facts: readonly Fact[];
}

export const toPrompt = (task: Task): string =>
  [
    `kind: ${task.kind}`,
    `words: ${task.minWords}-${task.maxWords}`,
    `style: ${task.style}`,
    ...task.facts.map((fact) => `- ${fact.name}: ${fact.value}`),
    'text:',
  ].join('\n');

export type Sex = 'female' | 'male' | 'other';

export function sexOf(facts: readonly Fact[]): Sex | undefined {
  const said = facts
    .find((fact) => fact.source === 'sex' || fact.source === 'clientSex')
    ?.value.toLowerCase();
  if (said === undefined) return undefined;
  if (['f', 'female', 'woman'].includes(said)) return 'female';
  if (['m', 'male', 'man'].includes(said)) return 'male';
  return ['other', 'x', 'nonbinary', 'non-binary', 'intersex'].includes(said) ? 'other' : undefined;
}
