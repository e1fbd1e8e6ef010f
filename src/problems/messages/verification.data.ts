import type { Message } from '../catalogue';

export const checkMessages = {
  'check.notAChoice': { level: 'caution', text: 'the value is none of those allowed.' },
  'check.tooShort': { level: 'caution', text: 'the text has {words} words; at least {min} were asked for.' },
  'check.tooLong': { level: 'caution', text: 'the text has {words} words; at most {max} were asked for.' },
  'check.cutShort': { level: 'caution', text: 'the text was cut at the greatest length the writer may use.' },
  'check.empty': { level: 'caution', text: 'the text is empty.' },
  'check.unprintable': { level: 'caution', text: 'the text holds marks that cannot be printed.' },
  'check.startsOddly': { level: 'caution', text: 'the text does not start like a sentence.' },
  'check.endsOddly': { level: 'caution', text: 'the text breaks off before the end of its sentence.' },
  'check.unbalanced': {
    level: 'caution',
    text: 'a quote or bracket is opened or closed without its partner.',
  },
  'check.punctuation': { level: 'caution', text: 'the punctuation is broken.' },
  'check.markup': { level: 'caution', text: 'the text holds formatting marks instead of plain prose.' },
  'check.echo': { level: 'caution', text: 'the text repeats the instructions instead of following them.' },
  'check.doubledWord': { level: 'caution', text: 'the word “{word}” stands twice in a row.' },
  'check.repeatedSentence': { level: 'caution', text: 'the same sentence stands there twice.' },
  'check.repeatedPhrase': { level: 'caution', text: 'the words “{phrase}” return again and again.' },
  'check.strangeNumber': { level: 'caution', text: 'the number “{number}” is not among the facts.' },
  'check.strangeDate': { level: 'caution', text: 'the date “{date}” is not among the facts.' },
  'check.pronoun': {
    level: 'caution',
    text: 'the word “{word}” does not agree with the sex among the facts.',
  },
  'check.factMissing': { level: 'caution', text: 'the text does not tell the fact “{fact}”.' },
  'check.nearCopy': { level: 'caution', text: 'the text nearly repeats that of an earlier record.' },
} as const satisfies Record<string, Message>;
