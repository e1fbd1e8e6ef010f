import * as v from 'valibot';
import { compileTemplate } from '../../expressions/compileTemplate';
import { renderTemplate } from '../../expressions/renderTemplate';
import { problem, type Problem } from '../../problems/Problem';
import { described } from '../shared/described';
import { factPaths, factsEntry, factsOf, reviewFacts } from '../shared/facts';
import type { OptionsOf } from '../shared/OptionsOf';
import { reviewPath } from '../shared/reviewPath';
import type { FieldType, ReviewContext } from '../FieldType';
import { templatePaths } from './templatePaths';

const mostWords = 400;

const styles = [
  { value: 'plain', meaning: 'Whole sentences, as a colleague would write them.' },
  { value: 'telegraphic', meaning: 'Short forms and abbreviations, as in a hurry.' },
  { value: 'formal', meaning: 'Whole sentences with care, as in a letter.' },
];

const entries = {
  kind: described(v.string(), 'What sort of text it is: triage note, matter summary.'),
  facts: factsEntry,
  words: described(v.tuple([v.number(), v.number()]), 'Fewest and most words.'),
  style: v.exactOptional(described(v.string(), 'How it should read: plain, telegraphic, formal.')),
  prompt: v.exactOptional(described(v.string(), 'Your own prompt: a Jinja template over the record.')),
};

type TextOptions = OptionsOf<typeof entries>;

export const text: FieldType<TextOptions> = {
  id: 'text',
  label: 'Written text',
  summary: 'One to a few sentences that a writer makes from facts of the record.',
  origin: 'written',
  entries,
  // No field name can be right in every table: the form asks for the facts.
  defaults: { kind: 'description', facts: [], words: [15, 60] },
  controls: [
    {
      key: 'kind',
      label: 'Kind of text',
      control: { kind: 'textKind' },
      main: true,
    },
    {
      key: 'facts',
      label: 'Facts',
      help: 'The text is about these fields, and says nothing else.',
      control: { kind: 'fields' },
      main: true,
    },
    { key: 'words', label: 'Length in words', control: { kind: 'range' }, main: true },
    {
      key: 'style',
      label: 'Style',
      help: 'Plain unless you say otherwise.',
      control: { kind: 'suggested', suggestions: styles },
    },
    {
      key: 'prompt',
      label: 'Own prompt',
      help: 'A Jinja template over the record, {{ patient.name }}. The embedded writer ignores it.',
      control: { kind: 'prompt' },
    },
  ],
  columns: () => [{ part: '', type: 'text' }],
  needs: ({ facts, prompt }) => [
    ...new Set([...factPaths(facts), ...(prompt === undefined ? [] : templatePaths(prompt))]),
  ],
  review: reviewText,
  ask: (options, record, context) => ({
    kind: options.kind,
    facts: factsOf(options.facts, record, context),
    words: { min: options.words[0], max: options.words[1] },
    style: options.style ?? '',
    ...(options.prompt === undefined ? {} : { instruction: renderTemplate(options.prompt, record) }),
  }),
};

function reviewText({ kind, facts, words, prompt }: TextOptions, context: ReviewContext): Problem[] {
  const { at } = context;
  const [min, max] = words;
  const found = reviewFacts(facts, `${at}.facts`, context);
  if (kind.trim() === '') found.push(problem('fields.kindEmpty', `${at}.kind`));
  if (min > max) found.push(problem('fields.minAboveMax', `${at}.words`, { min, max }));
  if (!(Number.isInteger(min) && Number.isInteger(max) && min >= 1 && max <= mostWords)) {
    found.push(problem('fields.wordsOutside', `${at}.words`, { min, max, most: mostWords }));
  }
  return prompt === undefined ? found : [...found, ...reviewPrompt(prompt, context)];
}

function reviewPrompt(prompt: string, context: ReviewContext): Problem[] {
  const at = `${context.at}.prompt`;
  const compiled = compileTemplate(prompt);
  if ('problem' in compiled) return [{ ...compiled.problem, at }];
  return templatePaths(prompt)
    .filter((path) => !context.paths.some((other) => other.startsWith(`${path}.`)))
    .flatMap((path) => reviewPath(path, at, context));
}
