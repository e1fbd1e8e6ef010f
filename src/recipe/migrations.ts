import { problem, type Problem } from '../problems/Problem';

const currentVersion = 1;

export type Document = Record<string, unknown>;

/** One step to the next version of the document. */
export interface Migration {
  /** What it does, in words: `rename share to missing`. */
  readonly name: string;
  /** The version it starts from; it leads to the next. */
  readonly from: number;
  /** A new document; it may not count on anything but its version being right. */
  apply(document: Document): Document;
}

/** In the order of versions. Empty as long as version 1 is the only one there is. */
const migrations: readonly Migration[] = [];

/** Brings a document to the current version, or says why that cannot be done. */
export function migrate(
  document: Document,
  steps: readonly Migration[] = migrations,
  target = currentVersion,
): { document: Document; problem?: never } | { document?: never; problem: Problem } {
  const stated = document['cloister'];
  if (stated === undefined) return { problem: problem('recipe.noVersion', '', { current: target }) };
  if (typeof stated !== 'number' || !Number.isInteger(stated) || stated < 1) {
    return { problem: problem('recipe.badVersion', 'cloister', { current: target }) };
  }
  if (stated > target) {
    return { problem: problem('recipe.newerVersion', 'cloister', { version: stated, current: target }) };
  }
  let migrated = document;
  for (let version = stated; version < target; version++) {
    const step = steps.find(({ from }) => from === version);
    if (step === undefined) return { problem: problem('recipe.oldVersion', 'cloister', { version: stated }) };
    migrated = { ...step.apply(migrated), cloister: version + 1 };
  }
  return { document: migrated };
}
