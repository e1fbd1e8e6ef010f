import type { Message } from '../catalogue';

export const storageMessages = {
  'storage.full': {
    level: 'wrong',
    text: 'there is no room left on this device to {doing}. What was saved before is safe. Delete older work or free some disk space, then go on.',
  },
  'storage.unavailable': {
    level: 'wrong',
    text: 'this browser does not let Cloister keep anything here (could not {doing}). A private window or a rule of your organisation can be the reason: open Cloister in an ordinary window, or reload the page.',
  },
  'storage.damaged': {
    level: 'wrong',
    text: 'records {from} to {to} of `{table}` were stored but cannot be read any more. The other records are not touched; run the recipe again with the same seed to remake these.',
  },
  'storage.unstorable': {
    level: 'wrong',
    text: 'record {row} of `{table}` holds a value in `{path}` that is not a number, a text, a truth value or empty. Look at the formula of this field.',
  },
  'storage.gone': {
    level: 'wrong',
    text: 'this {what} is no longer on this device; it may have been deleted in another tab. Go back to Start to see what is there.',
  },
  'storage.unreadableRecipe': {
    level: 'wrong',
    text: 'the recipe that this run followed cannot be read by this version of Cloister. Reload the page to get the newest version.',
  },
} as const satisfies Record<string, Message>;
