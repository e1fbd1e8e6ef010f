import { problem } from '../../problems/Problem';
import type { ColumnSurvey } from './ColumnSurvey';
import type { Inferred } from './inferCategory';

type Part = 'name' | 'given_name' | 'family_name' | 'email' | 'phone';

const thingsWithNames =
  /file|product|drug|item|test|course|project|company|org|business|firm|team|city|state|country|street|table|column|field|category|group|event|brand|host|domain|hospital|school|court|case|matter|variable/i;

/** Names, mail addresses and phone numbers are replaced by made-up ones, whatever the source holds. */
export function inferPerson(survey: ColumnSurvey, header: string, at: string): Inferred | undefined {
  const part = partOf(survey, header);
  if (part === undefined) return undefined;
  return {
    field: { type: 'person', parts: [part] },
    notes: [problem('importers.person', at, { part: part.replace('_', ' ') })],
  };
}

function partOf(survey: ColumnSurvey, header: string): Part | undefined {
  const share = (form: RegExp): number =>
    survey.sample.filter((cell) => form.test(cell)).length / survey.sample.length;
  const words = header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
  if (share(/^[^\s@]+@[^\s@]+\.[^\s@]+$/) > 0.6) return 'email';
  const phone = /^\+?[\d\s().-]{6,20}(x\d+)?$/;
  if (/\b(phone|telephone|tel|mobile|cell|fax)\b/.test(words) && share(phone) > 0.6) return 'phone';
  if (share(/^(\+?1[-. ]?)?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}$/) > 0.6) return 'phone';
  if (/^e ?mail/.test(words)) return 'email';
  if (thingsWithNames.test(words)) return undefined;
  if (/\b(first|given|fore) ?name\b|^forename$/.test(words)) return 'given_name';
  if (/\b(last|family|sur|maiden) ?name\b|^surname$/.test(words)) return 'family_name';
  const named =
    /\b(full|patient|client|customer|employee|contact|person|member|participant|subject|attorney|physician|doctor|provider|nurse|student) ?name\b|^names?$/;
  const looksLikeNames = share(/^\p{Lu}[\p{L}'’.-]*(,? \p{Lu}[\p{L}'’.-]*){1,3}$/u) > 0.6;
  if (named.test(words) && (looksLikeNames || words !== 'name')) return 'name';
  return /^(patient|client|attorney|physician|doctor|employee|plaintiff|defendant)$/.test(words) &&
    looksLikeNames
    ? 'name'
    : undefined;
}
