import type { Message } from '../catalogue';

export const recipeMessages = {
  'recipe.empty': {
    level: 'wrong',
    text: 'The recipe is empty. Start from an example, or write { "cloister": 1, … }.',
  },
  'recipe.notAnObject': {
    level: 'wrong',
    text: 'A recipe is one JSON object in braces: { "cloister": 1, "title": … }. This is something else.',
  },
  'recipe.notJson': {
    level: 'wrong',
    text: 'This is not JSON: line {line}, column {column}, at “{found}”. Look for a missing comma, quote or bracket just before it.',
  },
  'recipe.jsonEnds': {
    level: 'wrong',
    text: 'The JSON ends too early, in line {line}, column {column}. A closing quote, bracket or brace is missing.',
  },
  'recipe.documentTooLong': {
    level: 'wrong',
    text: 'This is {characters} characters long; a recipe may have {most}. If it is a data file, drop it on the start screen instead.',
  },
  'recipe.duplicateKey': {
    level: 'wrong',
    text: '`{key}` occurs twice in the same object, the second time in line {line}. Only one would count: rename or remove the other.',
  },
  'recipe.noVersion': {
    level: 'wrong',
    text: 'The version of the recipe is missing. Add "cloister": {current} at the top.',
  },
  'recipe.badVersion': {
    level: 'wrong',
    text: 'the version of a recipe is a whole number. Write "cloister": {current}.',
  },
  'recipe.newerVersion': {
    level: 'wrong',
    text: 'this recipe has version {version}; this Cloister reads up to {current}. Update Cloister, then open it again.',
  },
  'recipe.oldVersion': {
    level: 'wrong',
    text: 'version {version} of the recipe format can no longer be read.',
  },
  'recipe.unknownKey': {
    level: 'wrong',
    text: 'there is no option `{key}` here{near}',
  },
  'recipe.missingKey': {
    level: 'wrong',
    text: '`{key}` is missing. Add it.',
  },
  'recipe.wrongType': {
    level: 'wrong',
    text: 'this should be {expected} and is {received}.',
  },
  'recipe.notAmong': {
    level: 'wrong',
    text: '“{value}” cannot stand here. What can: {choices}{near}',
  },
  'recipe.notWhole': {
    level: 'wrong',
    text: '{value} is not a whole number.',
  },
  'recipe.belowLeast': {
    level: 'wrong',
    text: '{value} is below {least}, the least there can be.',
  },
  'recipe.aboveMost': {
    level: 'wrong',
    text: '{value} is above {most}, the most there can be.',
  },
  'recipe.notAbove': {
    level: 'wrong',
    text: '{value} has to be above {bound}.',
  },
  'recipe.notBelow': {
    level: 'wrong',
    text: '{value} has to be below {bound}.',
  },
  'recipe.emptyValue': {
    level: 'wrong',
    text: 'this is empty. Fill it in or remove it.',
  },
  'recipe.tooFew': {
    level: 'wrong',
    text: 'this has {count} entries or characters; there must be at least {least}.',
  },
  'recipe.tooMany': {
    level: 'wrong',
    text: 'this has {count} entries or characters; there can be at most {most}.',
  },
  'recipe.wrongForm': {
    level: 'wrong',
    text: '“{value}” does not have the form {form}.',
  },
  'recipe.invalid': {
    level: 'wrong',
    text: '“{value}” cannot stand here ({reason}).',
  },
  'recipe.noTables': {
    level: 'wrong',
    text: 'the recipe has no table. Add one, with at least one field.',
  },
  'recipe.noFields': {
    level: 'wrong',
    text: 'this table has no field. Add one.',
  },
  'recipe.tooManyFields': {
    level: 'wrong',
    text: 'this table has {count} fields; there can be at most {most}. Split it into several tables.',
  },
  'recipe.noFieldType': {
    level: 'wrong',
    text: 'the field does not say its type. Add "type", one of {choices}.',
  },
  'recipe.unknownFieldType': {
    level: 'wrong',
    text: 'there is no field type `{type}`{near}',
  },
  'recipe.noConstraintType': {
    level: 'wrong',
    text: 'the constraint does not say its type. Add "type", one of {choices}, or give a "rule".',
  },
  'recipe.unknownConstraintType': {
    level: 'wrong',
    text: 'there is no constraint type `{type}`{near}',
  },
  'recipe.badName': {
    level: 'wrong',
    text: 'the name “{name}” cannot stand in an expression. Use letters a to z, digits and _, and begin with a letter; what people should read goes into `label`, in any script.',
  },
  'recipe.reservedName': {
    level: 'wrong',
    text: '“{name}” is a name that expressions keep for themselves. Choose another, and put “{name}” into `label`.',
  },
  'recipe.nameTooLong': {
    level: 'wrong',
    text: 'the name “{name}” is longer than 100 characters. Shorten it, and put the whole into `label`.',
  },
  'recipe.missingSaysNothing': {
    level: 'wrong',
    text: 'give a share between 0 and 1, a condition in `if`, or both.',
  },
  'recipe.fieldCircle': {
    level: 'wrong',
    text: 'the fields wait for each other: {circle}. Take one of these references away.',
  },
  'recipe.tableCircle': {
    level: 'wrong',
    text: 'The tables wait for each other: {circle}. Take one of these references away.',
  },
  'recipe.noRows': {
    level: 'wrong',
    text: '{value} records would be made. Ask for at least 1.',
  },
  'recipe.tooManyRows': {
    level: 'wrong',
    text: '{value} records are more than the {most} one table may have. Ask for fewer, or make several runs with different seeds.',
  },
  'recipe.rowsNotSaid': {
    level: 'wrong',
    text: 'nothing says how many records there are. Add "rows", or "perParent" to a reference field.',
  },
  'recipe.rowsSaidTwice': {
    level: 'wrong',
    text: 'the number of records is given twice, by {given}. Keep one of them.',
  },
  'recipe.manyWritten': {
    level: 'caution',
    text: '{cells} texts will be written one by one. On a laptop without a graphics card that takes about {duration}; a run can be paused and resumed at any time.',
  },
} as const satisfies Record<string, Message>;
