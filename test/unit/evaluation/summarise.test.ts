import { describe, expect, test } from 'vitest';
import type {
  ColumnProfile,
  ConstraintFinding,
  Report,
  WrittenFinding,
} from '../../../src/evaluation/Report';
import { summarise } from '../../../src/evaluation/summarise';

type Facts = Omit<Report, 'summary'>;

function column(label: string, change: Partial<ColumnProfile> = {}): ColumnProfile {
  return {
    path: label,
    label,
    type: 'integer',
    origin: 'sampled',
    rows: 500,
    missing: 0,
    distinct: 9,
    minimum: 1,
    median: 2,
    maximum: 3,
    mean: 2,
    standardDeviation: 1,
    bars: [],
    barsOf: 'bins',
    others: 0,
    ...change,
  };
}

function facts(change: Partial<Facts> = {}): Facts {
  return {
    runId: 'r',
    status: 'done',
    counts: {
      requested: 500,
      made: 500,
      marked: 0,
      retried: 0,
      cells: 0,
      tokens: 0,
      milliseconds: 0,
      reasons: [],
    },
    tables: [{ table: 'visit', label: 'Visit', rows: 500, requested: 500, columns: [column('pulse')] }],
    constraints: [],
    written: [],
    ...change,
  };
}

function rule(change: Partial<ConstraintFinding>): ConstraintFinding {
  const common = { at: 'visit.constraints[0]', table: 'visit', sentence: 'pulse is above 40.', hard: true };
  return { ...common, checked: 500, broken: 0, rows: [], ...change };
}

function written(change: Partial<WrittenFinding>): WrittenFinding {
  const common = {
    table: 'visit',
    path: 'note',
    label: 'note',
    cells: 500,
    passedFirst: 500,
    passedLater: 0,
  };
  return { ...common, marked: 0, attempts: 500, tokens: 9000, reasons: [], ...change };
}

describe('the summary', () => {
  test('of a plain run is short', () => {
    expect(summarise(facts())).toEqual([
      'All 500 records you asked for were made.',
      'No cell is missing.',
      'Not checked: whether the records resemble any real ones, and whether a real person could be recognised in them.',
    ]);
  });

  test('says how many are there of how many, and why not all', () => {
    const tables = [
      { table: 'client', label: 'Client', rows: 20, requested: 20, columns: [] },
      { table: 'bill', label: 'Bill', rows: 1400, requested: 2000, columns: [] },
    ];
    expect(summarise(facts({ tables, status: 'cancelled' }))[0]).toBe(
      '1,420 of the 2,020 records you asked for were made (20 in Client, 1,400 in Bill): the run was cancelled.',
    );
  });

  test('praises nothing where there are no records', () => {
    const tables = [{ table: 'visit', label: 'Visit', rows: 0, requested: 500, columns: [] }];
    expect(summarise(facts({ tables, constraints: [rule({ checked: 0 })], status: 'failed' }))).toEqual([
      '0 of the 500 records you asked for were made: the run stopped because of a problem.',
      'So there is nothing to report.',
    ]);
  });

  test('counts the texts that could not pass', () => {
    const findings = [written({ passedFirst: 480, passedLater: 8, marked: 12 })];
    expect(summarise(facts({ written: findings }))[1]).toBe(
      '488 of 500 texts in note passed every check, 8 of them only after another attempt. The other 12 could not and are kept and marked (2.4%).',
    );
    expect(summarise(facts({ written: [written({})] }))[1]).toBe('All 500 texts in note passed every check.');
  });

  test('says what a check of texts cannot tell', () => {
    expect(summarise(facts({ written: [written({})] })).at(-1)).toContain('clinically or legally right');
  });

  test('names a broken rule with its count, and warns when it was hard', () => {
    const constraints = [rule({ broken: 3 }), rule({ hard: false, broken: 50 }), rule({})];
    expect(summarise(facts({ constraints })).slice(1, 4)).toEqual([
      'The rule “pulse is above 40” does not hold in 3 of 500 records (0.6%). It was never to be broken: please look at these records before you use them.',
      'The rule “pulse is above 40” does not hold in 50 of 500 records (10%).',
      'The other rule holds in every record.',
    ]);
  });

  test('says when a rule was not checked everywhere', () => {
    const sentences = summarise(facts({ constraints: [rule({ checked: 400 })] }));
    expect(sentences[1]).toBe('The rule “pulse is above 40” was checked in the first 400 records only.');
    expect(sentences.join(' ')).not.toContain('in every record');
  });

  test('names the fields with most missing cells, and those that never vary', () => {
    const columns = [
      column('a', { missing: 1 }),
      column('b', { missing: 250 }),
      column('c', { missing: 60, distinct: 1 }),
      column('d', { missing: 5 }),
    ];
    const tables = [{ table: 'visit', label: 'Visit', rows: 500, requested: 500, columns }];
    expect(summarise(facts({ tables })).slice(1, 3)).toEqual([
      'Cells are missing in b (50%), c (12%), d (1%) and 1 more.',
      'Every record has the same value in c.',
    ]);
  });
});
