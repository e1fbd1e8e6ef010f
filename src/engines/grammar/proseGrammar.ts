import type { WritingTask } from '../../fields/FieldType';
import { allowedNumbers } from './allowedNumbers';
import { escapePoint } from '../shared/literal';
import { oneOf } from './oneOf';

const letters = 'A-Za-z';
const marks = ` !"$%&'()+;=?`;
/** Marks that join digits into one number: `37.8`, `14:05`, `142/88`. A digit may not follow one by itself. */
const joiners = ',./:-';

/**
 * GBNF for plain prose on one line that ends as a sentence does. It holds printable characters only, those of
 * English and those of the facts, and no digit but in a number of the facts, whole: after a number neither a
 * digit nor a joiner and a digit can follow. Its length is bounded by the reply's token limit.
 *
 * `text` may go on anywhere, `after` follows a number, `joined` follows a number and a joiner.
 */
export function proseGrammar(task: WritingTask): string {
  const own = ownCharacters(task);
  const numbers = oneOf(allowedNumbers(task));
  const rules = [
    `root ::= " "? ([${letters}"'(${own}] text${numbers === '' ? '' : ' | number after'})`,
    `text ::= [${letters}${escaped(marks + joiners)}${own}] text | end${numbers === '' ? '' : ' | number after'}`,
    `end ::= [.!?] ["')]?`,
  ];
  if (numbers !== '') {
    rules.push(
      `number ::= ${numbers}`,
      `after ::= [${letters}${escaped(marks)}${own}] text | [${escaped(joiners)}] joined | end`,
      `joined ::= [${letters}${escaped(marks + joiners)}${own}] text | end`,
    );
  }
  return rules.join('\n');
}

/** Characters of the facts beyond plain English: `é`, `°`, `µ`. Never a digit, a control mark or a line break. */
function ownCharacters(task: WritingTask): string {
  const own = new Set<string>();
  for (const fact of task.facts) {
    for (const character of fact.value.normalize('NFC')) {
      if (/[\p{L}\p{M}\p{P}\p{S}\p{Nl}\p{No}]/u.test(character)) own.add(character);
    }
  }
  for (const character of own) {
    if (/[A-Za-z]/.test(character) || (marks + joiners).includes(character)) own.delete(character);
  }
  return escaped([...own].sort().join(''));
}

function escaped(characters: string): string {
  return [...characters].map(escapePoint).join('');
}
