import type { Message } from '../catalogue';

/** Why a writer is not proposed, or only with a word of warning. `reason` is that of a check, without its values. */
export const writerMessages = {
  'writer.decidesByChance': {
    level: 'caution',
    text: '“{field}” is picked by a writer that is told the names of the facts and never what they say, so its values are chance. Choose a larger writer, or make it a category with weights.',
  },
  'writer.wrongNumbers': {
    level: 'wrong',
    text: 'the {where} of this device computes wrong numbers for it: it wrote other words than it should. It is not to be trusted here.',
  },
  'writer.implausible': {
    level: 'wrong',
    text: 'it finds a plain English sentence no likelier than the same words in disorder: the {where} of this device computes wrong numbers for it, or the model is damaged. It is not to be trusted here.',
  },
  'writer.wrongOnGpu': {
    level: 'caution',
    text: 'the graphics processor of this device computes wrong numbers for it, so it writes on the processor only.',
  },
  'writer.endedOnGpu': {
    level: 'caution',
    text: 'it stopped by itself, or came to a standstill, on the graphics processor of this device, so it writes on the processor only.',
  },
  'writer.ended': {
    level: 'wrong',
    text: 'it stopped by itself, or came to a standstill, on the {where} of this device. Close other tabs to free memory and check it again.',
  },
  'writer.endedInCheck': {
    level: 'wrong',
    text: 'it was ended while it was checked, most often for want of memory. Close other tabs and check it again.',
  },
  'writer.endedInRehearsal': {
    level: 'wrong',
    text: 'it stopped by itself in the rehearsal with this recipe, again and again. Close other tabs to free memory and rehearse it again, or choose another writer.',
  },
  'writer.unreadable': {
    level: 'wrong',
    text: 'it wrote no words at all when it was asked for some, so there is nothing to judge it by. Choose another file of the model.',
  },
  'writer.failedRehearsal': {
    level: 'wrong',
    text: '{model} did not pass the rehearsal with the first {cells} texts, so the run waits for you here. Change the recipe or choose another writer and make the records anew, or resume to go on all the same.',
  },
  'writer.tooSlow': {
    level: 'wrong',
    text: 'it would need about {hours} hours for {records} records on this device. Ask for fewer records, or choose a smaller writer.',
  },
  'writer.rejectsFacts': {
    level: 'wrong',
    text: 'the checks reject {share} of its first tries at “{field}”, most often because {reason}. Give the field fewer facts, ask for shorter texts, or choose a larger writer.',
  },
  'writer.rejectsLength': {
    level: 'wrong',
    text: 'the checks reject {share} of its first tries at “{field}”, most often because {reason}. Change the length in words, or choose a larger writer.',
  },
  'writer.rejectsCopies': {
    level: 'wrong',
    text: 'the checks reject {share} of its first tries at “{field}”, most often because {reason}. Give the field more facts that differ, or choose a larger writer.',
  },
  'writer.rejectsForm': {
    level: 'wrong',
    text: 'the checks reject {share} of its first tries at “{field}”, most often because {reason}. Ask for shorter texts, or choose a larger writer.',
  },
} as const satisfies Record<string, Message>;
