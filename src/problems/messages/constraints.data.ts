import type { Message } from '../catalogue';

export const constraintMessages = {
  'constraints.noBounds': {
    level: 'wrong',
    text: 'the range has neither a minimum nor a maximum. Give it one.',
  },
  'constraints.minAboveMax': {
    level: 'wrong',
    text: 'the minimum {min} is above the maximum {max}. Swap them or change one.',
  },
  'constraints.outOfReach': {
    level: 'wrong',
    text: '`{path}` lies from {min} to {max}, all of it outside this range. Change one of them.',
  },
  'constraints.neverInOrder': {
    level: 'wrong',
    text: '`{first}` begins at {min}, after `{second}` has ended at {max}, so they can never be in this order. Change one of them.',
  },
  'constraints.boundType': {
    level: 'wrong',
    text: 'the bound {bound} does not fit `{path}`, which is of type {type}. Write it like {form}.',
  },
  'constraints.notOrdered': {
    level: 'wrong',
    text: '`{path}` is of type {type}, which has no order. Name a number, a date or a time.',
  },
  'constraints.tooFewFields': {
    level: 'wrong',
    text: 'this needs {least} fields; there are {count}. Name more.',
  },
  'constraints.fieldTwice': { level: 'wrong', text: '`{path}` is there twice. Take one out.' },
  'constraints.differentTypes': {
    level: 'wrong',
    text: '`{first}` is of type {firstType} and `{second}` of type {secondType}; they cannot be put in order. Name fields of one type.',
  },
  'constraints.notANumber': {
    level: 'wrong',
    text: '`{path}` is of type {type}. Only numbers can be added up.',
  },
  'constraints.sumOfItself': {
    level: 'wrong',
    text: '`{path}` is both a part and the total. Take it out of the parts.',
  },
  'constraints.toleranceNegative': {
    level: 'wrong',
    text: 'the tolerance {tolerance} is below zero. Give it 0 or more.',
  },
  'constraints.tooFewValues': {
    level: 'wrong',
    text: '{values} different values cannot be unique over {rows} records. Ask for fewer records, or give the fields more values.',
  },
  'constraints.notAReference': {
    level: 'wrong',
    text: '`{field}` does not refer to `{to}`. Make it a field of type reference to `{to}`.',
  },
} as const satisfies Record<string, Message>;
