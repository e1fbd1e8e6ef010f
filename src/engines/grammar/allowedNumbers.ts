import type { WritingTask } from '../../fields/FieldType';

const spelledNumber = /\p{Nd}+(?:[.,:/-]\p{Nd}+)*/gu;

/**
 * Every way a text may spell a number that its task gives, in a fact, its name, the kind or the user's own prompt:
 * as it stands there (`142/88`, `37.8`, `14:05`,
 * `2025-03-04`) and the parts that mean something alone (142; the year and the day of `4 March 2025`).
 */
export function allowedNumbers(task: WritingTask): ReadonlySet<string> {
  const allowed = new Set<string>();
  const given = [
    task.kind,
    task.instruction ?? '',
    ...task.facts.flatMap(({ name, value }) => [name, value]),
  ];
  for (const [number] of given.flatMap((text) => [...text.matchAll(spelledNumber)])) {
    for (const way of waysToSpell(number)) allowed.add(way);
  }
  return allowed;
}

function waysToSpell(number: string): readonly string[] {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(number);
  if (date) return [number, date[1] ?? '', String(Number(date[3]))];
  const time = /^(\d{2}):(\d{2})(?::\d{2})?$/.exec(number);
  if (time) return [number, `${time[1]}:${time[2]}`, `${Number(time[1])}:${time[2]}`];
  // A pair such as a blood pressure or a range; longer chains and leading zeros are codes and stay whole.
  const pair = /^([1-9]\d{0,2}(?:\.\d+)?)[/-]([1-9]\d{0,2}(?:\.\d+)?)$/.exec(number);
  if (pair) return [number, pair[1] ?? '', pair[2] ?? ''];
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(number)) return [number, number.replaceAll(',', '')];
  return [number];
}
