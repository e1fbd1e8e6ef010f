import * as v from 'valibot';
import { constraintTypes } from '../constraints/constraintTypes';
import { fieldTypes } from '../fields/fieldTypes';
import { suggestion } from '../problems/didYouMean';
import { problem, type Problem } from '../problems/Problem';
import { constraintTypeOf } from './constraintTypeOf';
import { fieldTypeOf } from './fieldTypeOf';
import type { Document } from './migrations';
import { nameProblem } from './nameProblem';
import { pathAt } from './pathAt';
import { constraintEntries, fieldEntries, headEntries, mostFields, tableEntries } from './recipeSchema';
import type { Constraint, Field, Recipe, Table } from './Recipe';
import { shapeProblem } from './shapeProblem';

export interface Shape {
  /** What could be read, defaults filled in; complete only when there are no problems. */
  readonly recipe: Recipe;
  /** Names that are in the document but could not be read: `visit`, `visit.pulse`. */
  readonly broken: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** Reads a document of the current version piece by piece, so that one slip hides no other. */
export function readShape(document: Document): Shape {
  const reader = new ShapeReader();
  const head = reader.read(headEntries, document, '', ['tables']);
  const tables = reader.tables(document['tables']);
  const recipe = { cloister: 1, title: '', seed: 0, ...head, tables } as unknown as Recipe;
  return { recipe, broken: reader.broken, problems: reader.problems };
}

class ShapeReader {
  readonly problems: Problem[] = [];
  readonly broken = new Set<string>();

  /** The values that `entries` describe; undefined when there is something wrong with them. */
  read(
    entries: v.ObjectEntries,
    input: Document,
    at: string,
    others: readonly string[] = [],
  ): Document | undefined {
    const known = [...Object.keys(entries), ...others];
    const before = this.problems.length;
    for (const key of Object.keys(input).filter((one) => !known.includes(one))) {
      const clipped = key.slice(0, 60);
      this.problems.push(
        problem('recipe.unknownKey', at, { key: clipped, near: suggestion(clipped, known) || '.' }),
      );
    }
    const own = Object.fromEntries(Object.entries(input).filter(([key]) => Object.hasOwn(entries, key)));
    const result = v.safeParse(v.object(entries), own);
    this.problems.push(...(result.issues ?? []).map((issue) => shapeProblem(issue, at)));
    return this.problems.length === before ? (result.output as Document) : undefined;
  }

  tables(input: unknown): Record<string, Table> {
    if (input === undefined) this.problems.push(problem('recipe.missingKey', '', { key: 'tables' }));
    else if (!isObject(input)) this.wrongType('tables', 'an object', input);
    else if (Object.keys(input).length === 0) this.problems.push(problem('recipe.noTables', 'tables'));
    const read = this.named(input, '', (name, table) => this.table(name, table));
    this.noteBroken(input, read, '');
    return read;
  }

  private table(name: string, input: Document): Table | undefined {
    const at = pathAt('', name);
    const { fields, constraints } = input;
    const read = this.read(tableEntries, input, at, ['fields', 'constraints']);
    if (fields === undefined) this.problems.push(problem('recipe.missingKey', at, { key: 'fields' }));
    else if (!isObject(fields)) this.wrongType(pathAt(at, 'fields'), 'an object', fields);
    else if (Object.keys(fields).length === 0) this.problems.push(problem('recipe.noFields', at));
    else if (Object.keys(fields).length > mostFields) {
      const count = Object.keys(fields).length;
      this.problems.push(problem('recipe.tooManyFields', at, { count, most: mostFields }));
      return undefined;
    }
    const readFields = this.named(fields, pathAt(at, 'fields'), (key, field) =>
      this.field(field, pathAt(at, 'fields', key)),
    );
    this.noteBroken(fields, readFields, `${name}.`);
    // A stand-in, so that nothing is said a second time about a number that could not be read.
    const rows = read === undefined && input['rows'] !== undefined ? { rows: 1 } : {};
    return {
      ...(read ?? rows),
      fields: readFields,
      ...(constraints === undefined ? {} : { constraints: this.constraints(constraints, at) }),
    };
  }

  private field(input: Document, at: string): Field | undefined {
    const unit = this.unitName(
      input['type'],
      at,
      'recipe.unknownFieldType',
      'recipe.noFieldType',
      fieldTypes,
    );
    if (unit === undefined || fieldTypeOf(unit) === undefined) return undefined;
    return this.read(fieldEntries(unit as keyof typeof fieldTypes), input, at) as Field | undefined;
  }

  /** What cannot be read keeps its place as undefined, so that the others keep their numbers. */
  private constraints(input: unknown, at: string): Constraint[] {
    if (!Array.isArray(input)) {
      this.wrongType(pathAt(at, 'constraints'), 'a list', input);
      return [];
    }
    return input.map((one: unknown, index) => {
      const place = pathAt(at, 'constraints', index);
      if (!isObject(one)) this.wrongType(place, 'an object', one);
      const type = isObject(one) ? (one['type'] ?? ('rule' in one ? 'rule' : undefined)) : undefined;
      if (!isObject(one)) return unreadable;
      const unit = this.unitName(
        type,
        place,
        'recipe.unknownConstraintType',
        'recipe.noConstraintType',
        constraintTypes,
      );
      if (unit === undefined || constraintTypeOf(unit) === undefined) return unreadable;
      const entries = constraintEntries(unit as keyof typeof constraintTypes);
      return (this.read(entries, one, place) as Constraint | undefined) ?? unreadable;
    });
  }

  private unitName(
    type: unknown,
    at: string,
    unknown: 'recipe.unknownFieldType' | 'recipe.unknownConstraintType',
    absent: 'recipe.noFieldType' | 'recipe.noConstraintType',
    units: object,
  ): string | undefined {
    const choices = Object.keys(units);
    if (typeof type === 'string' && choices.includes(type)) return type;
    const listed = choices.map((choice) => `\`${choice}\``).join(', ');
    if (type === undefined) this.problems.push(problem(absent, at, { choices: listed }));
    else if (typeof type !== 'string') this.wrongType(pathAt(at, 'type'), 'a text', type);
    else {
      const near = suggestion(type, choices) || `. The types are ${listed}.`;
      this.problems.push(problem(unknown, pathAt(at, 'type'), { type: type.slice(0, 60), near }));
    }
    return undefined;
  }

  /** Entries of an object whose keys are names of our own kind. */
  private named<Value>(
    input: unknown,
    at: string,
    read: (name: string, value: Document) => Value | undefined,
  ): Record<string, Value> {
    const entries: [string, Value][] = [];
    for (const [name, value] of Object.entries(isObject(input) ? input : {})) {
      const place = pathAt(at, name);
      const wrong = nameProblem(name, place);
      if (wrong !== undefined) this.problems.push(wrong);
      if (!isObject(value)) this.wrongType(place, 'an object', value);
      const result = isObject(value) ? read(name, value) : undefined;
      if (result !== undefined && wrong === undefined) entries.push([name, result]);
    }
    return Object.fromEntries(entries);
  }

  private noteBroken(input: unknown, read: object, prefix: string): void {
    const lost = Object.keys(isObject(input) ? input : {}).filter((name) => !Object.hasOwn(read, name));
    for (const name of lost) this.broken.add(prefix + name);
  }

  private wrongType(at: string, expected: string, input: unknown): void {
    const received = Array.isArray(input) ? 'a list' : input === null ? 'null' : `a ${typeof input}`;
    this.problems.push(problem('recipe.wrongType', at, { expected, received }));
  }
}

/** Stands where a constraint could not be read. */
const unreadable: Constraint = { type: '', hard: false };

function isObject(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
