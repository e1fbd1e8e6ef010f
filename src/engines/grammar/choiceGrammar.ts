import { oneOf } from './oneOf';

/**
 * GBNF for exactly one of these texts, of which the prompt ends with `begun` already; else with or without the space
 * that sets it off from the prompt.
 */
export function choiceGrammar(choices: readonly string[], begun = ''): string {
  // Half a surrogate pair is no character, and broken UTF-8 in a reply ends the engine.
  const rests = oneOf(choices.map((choice) => choice.toWellFormed().slice(begun.length)));
  return `root ::= ${begun === '' ? '" "? ' : ''}(${rests})`;
}
