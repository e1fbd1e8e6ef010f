import { problem, type Problem } from '../../problems/Problem';
import { defaultToday } from '../../recipe/defaultToday';
import type { Field } from '../../recipe/Recipe';
import type { Imported } from '../Importer';
import { chooseFacts } from './chooseFacts';
import type { Encoding } from './detectEncoding';
import { fieldKey } from './fieldKeys';
import { inferField } from './inferField';
import { nameColumns } from './nameColumns';
import type { Survey } from './surveyFile';

const mostRows = 1000;
/** Texts take time, so a first run makes fewer. */
const mostRowsWritten = 200;
const seed = 1;

const delimiterNames = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as const;
const encodingNames = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252 (it is not UTF-8)',
} as const;

/** The recipe that makes a table like the surveyed one, with a note on everything that was assumed or taken. */
export function toRecipe(survey: Survey, fileName: string, encoding: Encoding): Imported {
  const name = fileName
    .replace(/^.*[/\\]/, '')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .slice(0, 100)
    .trim();
  const table = fieldKey(name, 'record');
  const named = nameColumns(survey.headers, survey.columns.length);
  const notes: Problem[] = [];
  const fields: [string, Field][] = named.columns.map(({ key, header, label }, index) => {
    const at = `${table}.fields.${key}`;
    const column = survey.columns[index]!;
    const inferred = inferField(column, header, at);
    notes.push(...inferred.notes);
    const { type, ...options } = inferred.field;
    return [key, { type, ...(label === undefined ? {} : { label }), ...options }];
  });
  const written = fields.filter(([, field]) => field.type === 'text').map(([key]) => key);
  const finished = fields.map(([key, field]): [string, Field] => {
    if (field.type !== 'text') return [key, field];
    const facts = chooseFacts(fields, key, (field['words'] as [number, number])[1]);
    if (facts.length > 0) {
      notes.push(problem('importers.facts', `${table}.fields.${key}`, { facts: facts.join(', ') }));
      return [key, { ...field, facts }];
    }
    notes.push(problem('importers.noFacts', `${table}.fields.${key}`));
    return [key, withoutFacts(field)];
  });
  const most = written.length > 0 ? mostRowsWritten : mostRows;
  const rows = Math.min(survey.records, most);
  return {
    recipe: {
      cloister: 1,
      title: name === '' ? 'Imported table' : name,
      seed,
      today: defaultToday,
      tables: { [table]: { rows, fields: Object.fromEntries(finished) } },
    },
    notes: [...fileNotes(survey, encoding, rows), ...named.notes, ...notes],
  };
}

/** A text needs something to be about; a table of nothing but texts has nothing. */
function withoutFacts(field: Field): Field {
  const { label, missing } = field;
  return {
    type: 'category',
    ...(label === undefined ? {} : { label }),
    values: { other: 1 },
    ...(missing === undefined ? {} : { missing }),
  };
}

function fileNotes(
  { dialect, records, columns, ragged }: Survey,
  encoding: Encoding,
  rows: number,
): Problem[] {
  return [
    problem('importers.file', '', {
      records,
      columns: columns.length,
      delimiter: columns.length === 1 ? 'one column' : `separated by ${delimiterNames[dialect.delimiter]}`,
      encoding: encodingNames[encoding],
    }),
    ...(rows < records ? [problem('importers.fewerRows', '', { rows, records })] : []),
    ...(ragged > 0 ? [problem('importers.ragged', '', { count: ragged, columns: columns.length })] : []),
    ...(columns.length === 1 ? [problem('importers.oneColumn')] : []),
  ];
}
