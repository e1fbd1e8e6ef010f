import type { Message } from '../catalogue';

/** Downloads of models from their hosts. */
export const downloadMessages = {
  'download.waiting': {
    level: 'caution',
    text: '{host} {reason}. The download of “{file}” goes on by itself.',
  },
  'download.gaveUp': {
    level: 'wrong',
    text: '“{file}” could not be had from {host} in {tries} tries: at last {host} {reason}. What is here is kept; try again later.',
  },
  'download.busy': {
    level: 'wrong',
    text: '{host} asks to come back in {minutes} minutes. What is here of “{file}” is kept; go on then.',
  },
  'download.refused': {
    level: 'wrong',
    text: '{host} refused “{file}” (answer {status}). Look whether this network allows it, or choose another model.',
  },
  'download.gated': {
    level: 'wrong',
    text: '{host} gives “{file}” only to users who sign in there (answer {status}). Download it in a browser tab of its own, then bring the file in here.',
  },
  'download.notThere': {
    level: 'wrong',
    text: '{host} has no “{file}” any more (answer {status}). Choose another model.',
  },
  'download.notListed': {
    level: 'wrong',
    text: '{host} lists no file “{file}” in {repository}. Choose another model.',
  },
  'download.badListing': {
    level: 'wrong',
    text: '{host} answered in a form this app does not know when asked what {repository} holds. Try again later, or look for a newer version of the app.',
  },
  'download.noHash': {
    level: 'wrong',
    text: '{host} states no hash for “{file}”, so nobody could tell whether it came whole. It is not downloaded.',
  },
  'download.webPage': {
    level: 'wrong',
    text: 'instead of “{file}” a web page came from {host}: perhaps this network asks you to sign in first. Open any web page to see, then go on.',
  },
  'download.notWeights': {
    level: 'wrong',
    text: 'what came from {host} as “{file}” holds no weights. Try again later, or choose another model.',
  },
  'download.strayed': {
    level: 'wrong',
    text: '{host} sent the download of “{file}” on to {other}, which is no host of this model. It was stopped.',
  },
  'download.wrongHash': {
    level: 'wrong',
    text: '“{file}” came whole from {host} twice and is not what it should be: its hash is another. It is not used. Something on the way may change files; try another network.',
  },
  'download.unexpected': {
    level: 'wrong',
    text: 'the download of “{file}” stopped for a reason this app did not foresee ({reason}). What is here is kept; try to go on.',
  },
  'download.elsewhere': {
    level: 'wrong',
    text: '“{file}” is being downloaded in another window. Look there, or close it and try again.',
  },
} as const satisfies Record<string, Message>;
