import type { Message } from '../catalogue';

export const generationMessages = {
  'generation.ruleNotMet': {
    level: 'wrong',
    text: 'the rule “{rule}” could not be met for record {row} of {table} in {budget} tries. Loosen the rule, or change the fields it names; what was made before is kept.',
  },
  'generation.uniqueNotMet': {
    level: 'wrong',
    text: 'record {row} of {table} found no values that are still free for “{rule}” in {budget} tries. Ask for fewer records, or give its fields more values.',
  },
  'generation.lateUnique': {
    level: 'wrong',
    text: 'the rule “{rule}” names a written field. Only sampled and derived fields can be kept unique.',
  },
  'generation.writtenParent': {
    level: 'wrong',
    text: 'there is no way to use `{path}` here: it is written in another table. Use a sampled or derived field of that table.',
  },
  'generation.busy': {
    level: 'wrong',
    text: 'this run is already open in another tab. Go on there, or close that tab first.',
  },
  'generation.workerEnded': {
    level: 'wrong',
    text: 'the part of the app that makes the records stopped by itself, again and again. What was made is kept; close other tabs to free memory and resume.',
  },
  'generation.nothingWritten': {
    level: 'wrong',
    text: 'this recipe has no written field, so there is nothing to rehearse. Add a field of the type “Written text” or “Written label” first.',
  },
  'generation.unexpected': {
    level: 'wrong',
    text: 'the run stopped unexpectedly ({reason}). What was made is kept; resume to go on.',
  },
} as const satisfies Record<string, Message>;
