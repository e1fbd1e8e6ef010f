import * as v from 'valibot';

export const weekdayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

export const weekdaysEntry = v.exactOptional(
  v.pipe(
    v.array(v.picklist(weekdayNames)),
    v.description('Days of the week it may fall on; all when absent.'),
  ),
);

/** 0 is Sunday; undefined means every day. */
export function weekdayNumbers(names: readonly string[] | undefined): readonly number[] | undefined {
  if (names === undefined || names.length === 0) return undefined;
  return names.map((name) => weekdayNames.findIndex((other) => other === name)).filter((day) => day >= 0);
}
