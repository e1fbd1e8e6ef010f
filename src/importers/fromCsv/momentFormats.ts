type MomentType = 'date' | 'datetime' | 'time';

export interface MomentFormat {
  readonly type: MomentType;
  /** As people write it, for the notes: `d/m/y`. */
  readonly name: string;
  /** ISO text (`2024-03-04`, `2024-03-04T10:00:00`, `10:00:00`), or undefined when the cell has another form. */
  read(cell: string): string | undefined;
}

const clock = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([AaPp])?\.?(?:[Mm]\.?)?`;
const zone = String.raw`\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?`;
const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

type Order = readonly ('y' | 'm' | 'd')[];

const days: readonly { readonly name: string; readonly form: string; readonly order: Order }[] = [
  { name: 'y-m-d', form: String.raw`(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})`, order: ['y', 'm', 'd'] },
  { name: 'd/m/y', form: String.raw`(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})`, order: ['d', 'm', 'y'] },
  { name: 'm/d/y', form: String.raw`(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})`, order: ['m', 'd', 'y'] },
  {
    name: 'd month y',
    form: String.raw`(\d{1,2})[- .]+([A-Za-z]{3,9})[- .,]+(\d{4}|\d{2})`,
    order: ['d', 'm', 'y'],
  },
  { name: 'month d, y', form: String.raw`([A-Za-z]{3,9})[ .]+(\d{1,2}),?\s+(\d{4})`, order: ['m', 'd', 'y'] },
];
const packed = {
  name: 'yyyymmdd',
  form: String.raw`((?:19|20)\d{2})(\d{2})(\d{2})`,
  order: ['y', 'm', 'd'] as Order,
};

/** The order matters: of two formats that fit equally well, the first is taken. */
export const momentFormats: readonly MomentFormat[] = [
  ...[...days, packed].map((day): MomentFormat => {
    const form = new RegExp(`^${day.form}$`);
    return { type: 'date', name: day.name, read: (cell) => isoDay(form.exec(cell)?.slice(1, 4), day.order) };
  }),
  ...days.map((day): MomentFormat => {
    const form = new RegExp(`^${day.form}(?:[T ]|,\\s*)\\s*${clock}${zone}$`);
    return {
      type: 'datetime',
      name: `${day.name} with the time`,
      read(cell) {
        const match = form.exec(cell);
        const date = isoDay(match?.slice(1, 4), day.order);
        const time = isoTime(match?.slice(4));
        return date === undefined || time === undefined ? undefined : `${date}T${time}`;
      },
    };
  }),
  {
    type: 'time',
    name: 'hours and minutes',
    read: (cell) => isoTime(new RegExp(`^${clock}$`).exec(cell)?.slice(1)),
  },
];

function isoDay(parts: readonly string[] | undefined, order: Order): string | undefined {
  if (parts === undefined) return undefined;
  const part = (name: 'y' | 'm' | 'd'): string => parts[order.indexOf(name)] ?? '';
  const year = fullYear(part('y'));
  const month = /^\d+$/.test(part('m'))
    ? Number(part('m'))
    : monthNames.indexOf(part('m').slice(0, 3).toLowerCase()) + 1;
  const day = Number(part('d'));
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Two digits: 00 to 39 are of this century, 40 to 99 of the last. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 40 ? 2000 + year : 1900 + year;
}

export function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function isoTime(parts: readonly (string | undefined)[] | undefined): string | undefined {
  if (parts === undefined) return undefined;
  const [hours = '', minutes = '', seconds = '00', half] = parts;
  let hour = Number(hours);
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  if (half !== undefined) hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${minutes}:${seconds}`;
}
