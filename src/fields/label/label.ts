import * as v from 'valibot';
import { problem, type Problem } from '../../problems/Problem';
import { described } from '../shared/described';
import { factPaths, factsEntry, factsOf, reviewFacts } from '../shared/facts';
import type { OptionsOf } from '../shared/OptionsOf';
import type { FieldType, ReviewContext } from '../FieldType';

const entries = {
  values: described(v.array(v.string()), 'The writer picks one of these.'),
  facts: factsEntry,
  kind: v.exactOptional(described(v.string(), 'What is being chosen: urgency, topic.')),
  style: v.exactOptional(described(v.string(), 'Hints on how to choose.')),
};

type LabelOptions = OptionsOf<typeof entries>;

export const label: FieldType<LabelOptions> = {
  id: 'label',
  label: 'Written label',
  summary: 'One value from a list, picked by a writer from facts of the record.',
  origin: 'written',
  decides: true,
  entries,
  // No field name can be right in every table: the form asks for the facts.
  defaults: { values: ['low', 'high'], facts: [] },
  controls: [
    { key: 'values', label: 'Values', control: { kind: 'list' }, main: true },
    {
      key: 'facts',
      label: 'Facts',
      help: 'What the writer looks at when it picks.',
      control: { kind: 'fields' },
      main: true,
    },
    { key: 'kind', label: 'What is chosen', help: 'Such as urgency or topic.', control: { kind: 'text' } },
    { key: 'style', label: 'Hints', control: { kind: 'text' } },
  ],
  columns: () => [{ part: '', type: 'text' }],
  needs: ({ facts }) => [...new Set(factPaths(facts))],
  review: reviewLabel,
  variety: ({ values }) => new Set(values).size,
  ask: ({ values, facts, kind, style }, record, context) => ({
    kind: kind ?? 'label',
    facts: factsOf(facts, record, context),
    words: { min: 1, max: Math.max(1, ...values.map((value) => value.trim().split(/\s+/).length)) },
    style: style ?? '',
    choices: values,
  }),
};

function reviewLabel({ values, facts }: LabelOptions, context: ReviewContext): Problem[] {
  const at = `${context.at}.values`;
  const found = reviewFacts(facts, `${context.at}.facts`, context);
  if (values.length === 0) found.push(problem('fields.noValues', at));
  values.forEach((value, index) => {
    if (value.trim() === '') found.push(problem('fields.valueEmpty', `${at}[${index}]`));
    else if (values.indexOf(value) < index)
      found.push(problem('fields.valueTwice', `${at}[${index}]`, { value }));
  });
  return found;
}
