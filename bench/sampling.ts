/**
 * Is sampling fast enough to be free? The same 12-field records made by the generation core and by
 * @faker-js/faker, in Node, on one thread; then 10,000 to 1,000,000 records, to see that time per record and
 * memory do not grow with the table.
 */
import { faker } from '@faker-js/faker';
import { planRun } from '../src/generation/planRun';
import type { Recipe } from '../src/recipe/Recipe';

const batchRows = 1000;
const compareRows = 100_000;
const roundCount = 7;

const complaints = { 'chest pain': 3, fall: 2, 'shortness of breath': 2, cough: 4, 'abdominal pain': 3 };

const recipe = (rows: number): Recipe => ({
  cloister: 1,
  title: 'Sampling',
  seed: 20_261_120,
  today: '2026-01-01',
  tables: {
    visit: {
      rows,
      fields: {
        visit_id: { type: 'id', pattern: 'SYN-########' },
        patient: {
          type: 'person',
          parts: ['given_name', 'family_name', 'sex', 'birth_date', 'email', 'phone'],
          age: { min: 18, max: 95 },
        },
        arrived: { type: 'datetime', from: '2025-01-01', to: '2025-12-31' },
        complaint: { type: 'category', values: complaints },
        pulse: { type: 'integer', min: 35, max: 210 },
        charge: { type: 'number', min: 50, max: 4000, decimals: 2 },
        urgent: { type: 'boolean', share: 0.3 },
      },
    },
  },
});

/** Cells that a caller read, so that no side is spared the work of making them. */
let seen = 0;

function makeOurs(rows: number, afterBatch: () => void = () => undefined): void {
  const table = planRun(recipe(rows)).tables[0];
  if (table === undefined) throw new Error('there is no table');
  for (let start = 0; start < rows; start += batchRows) {
    const batch: number[] = [];
    for (let row = start; row < Math.min(start + batchRows, rows); row++) batch.push(row);
    const { columns } = table.settled(batch);
    if (columns.size !== 12) throw new Error(`${columns.size} columns instead of 12`);
    for (const cells of columns.values()) seen += cells.length;
    afterBatch();
  }
}

const weighted = Object.entries(complaints).map(([value, weight]) => ({ value, weight }));

function fakerRecord() {
  const sex = faker.person.sexType();
  const firstName = faker.person.firstName(sex);
  const lastName = faker.person.lastName(sex);
  return {
    visit_id: faker.helpers.replaceSymbols('SYN-########'),
    given_name: firstName,
    family_name: lastName,
    sex,
    birth_date: faker.date.birthdate({ mode: 'age', min: 18, max: 95 }).toISOString().slice(0, 10),
    email: faker.internet.exampleEmail({ firstName, lastName }),
    phone: faker.phone.number(),
    arrived: faker.date.between({ from: '2025-01-01', to: '2025-12-31' }).toISOString().slice(0, 19),
    complaint: faker.helpers.weightedArrayElement(weighted),
    pulse: faker.number.int({ min: 35, max: 210 }),
    charge: faker.number.float({ min: 50, max: 4000, fractionDigits: 2 }),
    urgent: faker.datatype.boolean({ probability: 0.3 }),
  };
}

function makeFakers(rows: number): void {
  for (let start = 0; start < rows; start += batchRows) {
    const batch = Array.from({ length: Math.min(batchRows, rows - start) }, fakerRecord);
    for (const record of batch) seen += Object.keys(record).length;
  }
}

/** Processor seconds, all threads of this process: what else the machine does hardly shows in them. */
function secondsOf(make: () => void): number {
  const before = process.cpuUsage();
  make();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

interface Figure {
  readonly figure: string;
  readonly value: number;
  readonly rival: number | null;
}

const figures: Figure[] = [];

const collect = globalThis.gc ?? (() => undefined);

/** Rate of the least disturbed of some rounds that follow each other: code stays compiled, and neither side pays for the other's garbage. */
function recordsPerSecond(make: (rows: number) => void): number {
  collect();
  make(compareRows);
  const seconds = Array.from({ length: roundCount }, () => secondsOf(() => make(compareRows)));
  return Math.round(compareRows / Math.min(...seconds));
}

const ours = recordsPerSecond(makeOurs);
const fakers = recordsPerSecond(makeFakers);
figures.push({ figure: 'records per second', value: ours, rival: fakers });
figures.push({ figure: 'times as fast', value: Number((ours / fakers).toFixed(1)), rival: 1 });

collect();
const atRest = process.memoryUsage().heapUsed;
const megabytes = (bytes: number) => Math.max(0, Math.round(bytes / 2 ** 20));
for (const rows of [10_000, 100_000, 1_000_000]) {
  // A forced collection throws compiled code away too: once round for the compiler again.
  makeOurs(compareRows);
  let peak = 0;
  const watch = () => {
    peak = Math.max(peak, process.memoryUsage().heapUsed);
  };
  const rounds = rows < 1_000_000 ? roundCount : 1;
  const seconds = Math.min(...Array.from({ length: rounds }, () => secondsOf(() => makeOurs(rows, watch))));
  collect();
  const name = `${rows.toLocaleString('en')} records`;
  figures.push(
    { figure: `${name}, microseconds each`, value: Number(((seconds * 1e6) / rows).toFixed(2)), rival: null },
    { figure: `${name}, most heap in MB`, value: megabytes(peak - atRest), rival: null },
    {
      figure: `${name}, heap kept in MB`,
      value: megabytes(process.memoryUsage().heapUsed - atRest),
      rival: null,
    },
  );
}
if (seen === 0) throw new Error('nothing was made');

console.table(figures.map(({ figure, value, rival }) => ({ figure, cloister: value, faker: rival ?? '' })));
for (const { figure, value, rival } of figures) {
  console.log(JSON.stringify({ bench: 'sampling', figure, value, rival }));
}
