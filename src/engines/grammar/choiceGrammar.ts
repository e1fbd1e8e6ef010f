import { oneOf } from './oneOf';

/** GBNF for exactly one of these texts, with or without the space that sets it off from the prompt. */
export function choiceGrammar(choices: readonly string[]): string {
  return `root ::= " "? (${oneOf(choices)})`;
}
