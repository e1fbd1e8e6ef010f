import { parse, ParseError } from '@marcbachmann/cel-js';
import type { RecordView } from '../dataset/RowBatch';
import { problem, type Problem } from '../problems/Problem';
import { buildStep } from './buildStep';
import type { Compiled, Expression } from './Expression';
import { remembered } from './remembered';
import { Refusal } from './Refusal';
import { syntaxProblem } from './syntaxProblem';
import type { Scope } from './Value';

const LONGEST_SOURCE = 10_000;
const REMEMBERED = 500;

/** Reads a CEL expression; the same source gives the same object. A problem's place is left empty for the caller. */
export const compileExpression = remembered(compile, REMEMBERED);

function compile(source: string): Compiled {
  if (source.trim() === '') return { problem: problem('expression.empty') };
  if (source.length > LONGEST_SOURCE) {
    return { problem: problem('expression.tooLong', '', { length: source.length, most: LONGEST_SOURCE }) };
  }
  try {
    return { expression: build(source) };
  } catch (error) {
    return { problem: asProblem(source, error) };
  }
}

function build(source: string): Expression {
  const references = new Set<string>();
  const step = buildStep(parse(source).ast, { source, references, variables: [], build: buildStep });
  const scope: Scope = { record: {}, today: '', locals: [] };
  return {
    source,
    references: [...references],
    evaluate(record: RecordView, today: string) {
      scope.record = record;
      scope.today = today;
      return step(scope);
    },
  };
}

function asProblem(source: string, error: unknown): Problem {
  if (error instanceof Refusal) return error.problem;
  if (error instanceof ParseError) return syntaxProblem(source, error);
  throw error;
}
