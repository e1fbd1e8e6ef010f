import * as v from 'valibot';
import { compileExpression } from '../expressions/compileExpression';
import type { Expression } from '../expressions/Expression';
import type { Problem } from '../problems/Problem';
import type { ConstraintReviewContext, ConstraintType } from './ConstraintType';
import type { OptionsOf } from './OptionsOf';
import { reviewField } from './reviewFields';

const entries = {
  rule: v.pipe(
    v.string(),
    v.minLength(1),
    v.description("CEL that must not be false: pulse > 40 || complaint != 'fall'."),
  ),
};

type RuleOptions = OptionsOf<typeof entries>;

export const rule: ConstraintType<RuleOptions> = {
  id: 'rule',
  label: 'Rule',
  summary: 'A condition that every record meets.',
  entries,
  defaults: { rule: 'true' },
  controls: [
    {
      key: 'rule',
      label: 'Rule',
      help: "For “if A then B” write !(A) || (B): complaint != 'fall' || pulse > 40.",
      control: { kind: 'expression' },
      main: true,
    },
  ],
  scope: 'record',
  fields: ({ rule }) => expressionOf(rule)?.references ?? [],
  describe: ({ rule }) => rule,
  // Where an input is missing the value is null: the rule then holds.
  holds: ({ rule }, record, today) => expressionOf(rule)?.evaluate(record, today) !== false,
  review: reviewRule,
};

function expressionOf(source: string): Expression | undefined {
  const compiled = compileExpression(source);
  return 'expression' in compiled ? compiled.expression : undefined;
}

function reviewRule({ rule }: RuleOptions, context: ConstraintReviewContext): Problem[] {
  const at = `${context.at}.rule`;
  const compiled = compileExpression(rule);
  if ('problem' in compiled) return [{ ...compiled.problem, at }];
  return compiled.expression.references
    .filter((path) => !context.paths.some((other) => other.startsWith(`${path}.`)))
    .flatMap((path) => reviewField(path, at, context));
}
