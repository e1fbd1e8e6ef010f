import { weekdayOf } from './calendar';

/** Which moments a date or time may take. */
export interface GridRules {
  /** 0 is Sunday; all seven when absent. */
  readonly weekdays?: readonly number[];
  /** Seconds of the day, the second one exclusive. */
  readonly within?: readonly [number, number];
  /** Distance between two slots of a day, counted from midnight. */
  readonly stepSeconds: number;
}

/**
 * The moments that rules leave, numbered without gaps, so that any stretch of them is drawn with one uniform
 * integer. A moment is in seconds since 1970-01-01T00:00:00, without a zone.
 */
export interface SlotGrid {
  firstFrom(moment: number): number;
  lastUpTo(moment: number): number;
  momentAt(slot: number): number;
}

const DAY = 86_400;

export function slotGrid(rules: GridRules): SlotGrid {
  const step = rules.stepSeconds;
  const [opens, closes] = rules.within ?? [0, DAY];
  const first = Math.ceil(opens / step) * step;
  const perDay = Math.max(0, Math.ceil((closes - first) / step));
  const weekdays = [...new Set(rules.weekdays ?? [0, 1, 2, 3, 4, 5, 6])].sort((a, b) => a - b);
  const perWeek = weekdays.length;
  const before = Array.from({ length: 8 }, (_, day) => weekdays.filter((weekday) => weekday < day).length);

  /** Allowed days before `day`, counted from the Sunday 1970-01-04. */
  const daysBefore = (day: number): number =>
    Math.floor((day - 3) / 7) * perWeek + (before[weekdayOf(day)] as number);
  const isOpen = (day: number): boolean => weekdays.includes(weekdayOf(day));
  const slotsBefore = (moment: number): number => {
    const day = Math.floor(moment / DAY);
    const inDay = moment - day * DAY;
    const passed = isOpen(day) ? Math.min(perDay, Math.max(0, Math.ceil((inDay - first) / step))) : 0;
    return daysBefore(day) * perDay + passed;
  };

  return {
    firstFrom: slotsBefore,
    lastUpTo: (moment) => slotsBefore(moment + 1) - 1,
    momentAt(slot) {
      const openDay = Math.floor(slot / perDay);
      const week = Math.floor(openDay / perWeek);
      const day = 3 + week * 7 + (weekdays[openDay - week * perWeek] as number);
      return day * DAY + first + (slot - openDay * perDay) * step;
    },
  };
}
