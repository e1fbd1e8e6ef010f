import type { Message } from '../catalogue';

export const deviceMessages = {
  'device.noWebAssembly': {
    level: 'wrong',
    text: 'this browser cannot run WebAssembly, so no writer can work here. Use a recent Chrome, Edge or Firefox, or ask whoever manages this computer to allow it.',
  },
  'device.weakWebAssembly': {
    level: 'wrong',
    text: 'this browser can run neither the embedded writer nor any model that is a GGUF file: its WebAssembly lacks {missing}. Use Chrome or Edge from version 133 on, or Firefox from version 134 on.',
  },
  'device.oneThread': {
    level: 'caution',
    text: 'the writer has to work on one processor core here and will be slow, because the page was served without isolation headers. Serve it with `npm start`, or add the headers of the `_headers` file.',
  },
  'device.modelMissing': {
    level: 'wrong',
    text: 'the writer “{model}” could not be read from this app ({reason}). Reload the page while connected to where the app is served.',
  },
  'device.modelDamaged': {
    level: 'wrong',
    text: 'the file of the writer “{model}” is not the one that was shipped, so it is not used. Reload the page to fetch it again; if this stays, install the app anew.',
  },
  'device.writerNotLoaded': {
    level: 'wrong',
    text: 'the writer “{model}” could not be started. Close other tabs to free memory and try again.',
  },
  'device.writerEnded': {
    level: 'wrong',
    text: 'the writer stopped by itself. What was made is kept; resume to go on.',
  },
  'device.modelsEnded': {
    level: 'wrong',
    text: 'the work on the model stopped by itself. Close other tabs to free memory and try again; what was there before is untouched.',
  },
  'device.writerStuck': {
    level: 'wrong',
    text: 'the writer stopped {restarts} times in a row and is given up. What was made is kept; close other tabs and resume.',
  },
  'device.writerUntrusted': {
    level: 'wrong',
    text: 'the writer “{model}” failed its check before its first run here, so nothing was written with it: {why} To go on, take another writer and resume.',
  },
  'device.tooLongToScore': {
    level: 'wrong',
    text: 'the text is longer than the writer “{model}” can judge at once. Use a shorter text, or a writer that reads more.',
  },
  'device.notScored': {
    level: 'wrong',
    text: 'the writer stopped each time it was to judge this text, so it has no judgement on it.',
  },
  'device.lessContext': {
    level: 'caution',
    text: 'the writer “{model}” stopped {times} times in quick succession, so from there on it read at most {tokens} tokens at once, half of what it could.',
  },
  'device.fewerTexts': {
    level: 'caution',
    text: 'the writer “{model}” stopped {times} times in quick succession, so from there on it worked on {slots} at once instead of {before}. The texts are the same, and take longer.',
  },
  'device.gpuToCpu': {
    level: 'caution',
    text: 'the writer “{model}” stopped {times} times in quick succession on the graphics processor, so from there on it worked on the CPU, which takes longer.',
  },
  'device.fewerThreads': {
    level: 'caution',
    text: 'the writer “{model}” stopped {times} times in quick succession, so from there on it worked on one thread instead of {before}. The texts are the same, and take longer.',
  },
  'device.otherWriter': {
    level: 'caution',
    text: 'the writer “{model}” stopped {times} times in quick succession and could not go on here. From there on the “{other}” wrote; the lineage of each text says which one wrote it.',
  },
} as const satisfies Record<string, Message>;
