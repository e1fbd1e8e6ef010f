import { oneOf } from './oneOf';

/** GBNF for exactly one of these texts, with or without the space that sets it off from the prompt. */
export function choiceGrammar(choices: readonly string[]): string {
  // Half a surrogate pair is no character, and broken UTF-8 in a reply ends the engine.
  return `root ::= " "? (${oneOf(choices.map((choice) => choice.toWellFormed()))})`;
}
