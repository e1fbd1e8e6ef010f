import type { Message } from '../catalogue';

export const fieldMessages = {
  'fields.unknownField': { level: 'wrong', text: 'there is no field `{path}`{hint}' },
  'fields.fieldNeeded': { level: 'wrong', text: 'no field is named. Choose one.' },
  'fields.partNeeded': {
    level: 'wrong',
    text: '`{path}` has several parts. Name one of them, such as `{example}`.',
  },
  'fields.minAboveMax': {
    level: 'wrong',
    text: 'the minimum {min} is above the maximum {max}. Swap them or change one.',
  },
  'fields.decimalsOutside': {
    level: 'wrong',
    text: '{decimals} decimals are not possible. Choose a whole number from 0 to {most}.',
  },
  'fields.shareOutside': {
    level: 'wrong',
    text: 'the share {share} is not between 0 and 1. For 20% write 0.2.',
  },
  'fields.notOfType': {
    level: 'wrong',
    text: 'the value “{value}” is no {type}. Remove it, or let the cells be text.',
  },
  'fields.noValues': { level: 'wrong', text: 'there are no values to choose from. Add at least one.' },
  'fields.valueEmpty': { level: 'wrong', text: 'this value is empty. Write it or take it out.' },
  'fields.valueTwice': {
    level: 'wrong',
    text: 'the value “{value}” is there twice. Take one out.',
  },
  'fields.weightNegative': {
    level: 'wrong',
    text: 'the weight {weight} of “{name}” is below zero. Give it 0 or more.',
  },
  'fields.weightsZero': {
    level: 'wrong',
    text: 'every weight is zero, so nothing can be drawn. Give at least one value a weight above 0.',
  },
  'fields.noSuchMoment': {
    level: 'wrong',
    text: '“{text}” is no real date or time. Write it like {form}.',
  },
  'fields.fromAfterTo': {
    level: 'wrong',
    text: 'it begins at {from}, after its end at {to}. Swap them or change one.',
  },
  'fields.noMoments': {
    level: 'wrong',
    text: 'nothing is left between {from} and {to}. Allow more weekdays or hours, a finer step or a longer time.',
  },
  'fields.hoursOutside': {
    level: 'wrong',
    text: 'the hours {from} to {to} are not possible. Write two hours from 0 to 24, the earlier one first.',
  },
  'fields.granularityOutside': {
    level: 'wrong',
    text: 'a step of {minutes} minutes is not possible. Choose a whole number from 1 to 1440.',
  },
  'fields.parameterNotUsed': {
    level: 'caution',
    text: 'the {distribution} distribution has no `{parameter}`, so it changes nothing{hint}',
  },
  'fields.wholeNumber': { level: 'wrong', text: '{value} is not a whole number. Write one.' },
  'fields.numberTooLarge': {
    level: 'wrong',
    text: 'numbers this large cannot be kept with {decimals} decimals. Stay below {most}, or allow fewer decimals.',
  },
  'fields.noGrid': {
    level: 'wrong',
    text: 'there is no number with {decimals} decimals from {min} to {max}. Widen the range or allow more decimals.',
  },
  'fields.outOfReach': {
    level: 'wrong',
    text: 'the range {min} to {max} is where this distribution hardly ever lands. Move the range or the distribution.',
  },
  'fields.patternEmpty': { level: 'wrong', text: 'the pattern is empty. Write one, such as SYN-####.' },
  'fields.patternLong': {
    level: 'wrong',
    text: 'the pattern can make texts of {length} characters; {most} are allowed. Lower its repeats.',
  },
  'fields.patternUnsupported': {
    level: 'wrong',
    text: 'the pattern uses {what}, which cannot be drawn from. Write it with literals, classes, groups, | and {m,n}.',
  },
  'fields.patternOpen': {
    level: 'wrong',
    text: 'the pattern ends before {mark} closes it. Close every bracket.',
  },
  'fields.patternRange': {
    level: 'wrong',
    text: 'the pattern’s {range} runs backwards, is empty or is too wide. Write the smaller end first.',
  },
  'fields.patternMisplaced': {
    level: 'wrong',
    text: 'the pattern has a misplaced {mark} near character {position}. Write \\ before it if it is meant as it stands.',
  },
  'fields.tooFewCodes': {
    level: 'wrong',
    text: 'the pattern {pattern} has {codes} codes for {rows} records. Add a # or an A.',
  },
  'fields.letterInWord': {
    level: 'caution',
    text: 'each A in {pattern} becomes a letter by chance. Write \\A where a plain A is meant.',
  },
  'fields.stepZero': {
    level: 'wrong',
    text: 'a step of {step} is not possible. Write a whole number other than 0.',
  },
  'fields.widthOutside': {
    level: 'wrong',
    text: 'a width of {width} digits is not possible. Choose a whole number from 0 to 20.',
  },
  'fields.noParts': { level: 'wrong', text: 'there are no parts. Choose at least one.' },
  'fields.partTwice': { level: 'wrong', text: 'the part `{part}` is there twice. Take one out.' },
  'fields.ageOutside': {
    level: 'wrong',
    text: 'the age {age} is not possible. Write ages from 0 to 120.',
  },
  'fields.noKey': {
    level: 'wrong',
    text: 'there is no field `{to}` in another table to refer to{hint}',
  },
  'fields.notADate': {
    level: 'wrong',
    text: '`{path}` is of type {type}. Name a date or a date with time.',
  },
  'fields.wholeMonths': {
    level: 'wrong',
    text: 'months and years have no decimals. Use days, or set decimals to 0.',
  },
  'fields.noFacts': {
    level: 'caution',
    text: 'there are no facts, so every text will say much the same. Name the fields it is about.',
  },
  'fields.factTwice': { level: 'wrong', text: '`{path}` is there twice. Take one out.' },
  'fields.kindEmpty': {
    level: 'wrong',
    text: 'the kind of text is empty. Say what it is, such as triage note.',
  },
  'fields.wordsOutside': {
    level: 'wrong',
    text: 'a length of {min} to {max} words is not possible. Choose whole numbers from 1 to {most}.',
  },
} as const satisfies Record<string, Message>;
