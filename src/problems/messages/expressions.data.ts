import type { Message } from '../catalogue';

export const expressionMessages = {
  'expression.empty': {
    level: 'wrong',
    text: 'the expression is empty. Write one, such as `age >= 18`, or leave the option out.',
  },
  'expression.tooLong': {
    level: 'wrong',
    text: 'the expression has {length} characters; {most} are allowed. Split it over derived fields.',
  },
  'expression.syntax': {
    level: 'wrong',
    text: 'the expression “{source}” cannot be read at character {position}: {reason}.',
  },
  'expression.unknownFunction': {
    level: 'wrong',
    text: 'the expression “{source}” uses a function `{name}` that does not exist{hint}',
  },
  'expression.arguments': {
    level: 'wrong',
    text: 'the expression “{source}” gives `{name}` the wrong number of values: it takes {expected}, not {given}.',
  },
  'expression.pattern': {
    level: 'wrong',
    text: 'the pattern “{pattern}” is not a regular expression. Check its brackets and backslashes.',
  },
  'expression.unsupported': {
    level: 'wrong',
    text: 'the expression “{source}” uses {what}, which recipes cannot use. Write it another way.',
  },
  'expression.templateSyntax': {
    level: 'wrong',
    text: 'the prompt is not a readable Jinja template ({reason}). Check its {{ }} and {% %} marks.',
  },
  'expression.templateFailed': {
    level: 'wrong',
    text: 'the prompt could not be filled in ({reason}). Check the names it uses against the fields.',
  },
} as const satisfies Record<string, Message>;
