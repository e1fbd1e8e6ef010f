import type { Message } from '../catalogue';

/** Files of weights that a user brings. */
export const modelMessages = {
  'model.notGguf': {
    level: 'wrong',
    text: '“{file}” is not a GGUF file: it looks like {what}. Choose the file of the model that ends in .gguf.',
  },
  'model.tooLarge': {
    level: 'wrong',
    text: '“{file}” is {size}; a browser can hold a model of {most} at most. Choose a smaller model, or one with fewer bits a weight (Q4_K_M).',
  },
  'model.vocabularyOnly': {
    level: 'wrong',
    text: '“{file}” holds a vocabulary and no weights, so it cannot write. Choose the file with the weights of the same model.',
  },
  'model.truncated': {
    level: 'wrong',
    text: '“{file}” was cut short: {missing} of its {needed} bytes are missing. Copy or download it again.',
  },
  'model.headTruncated': {
    level: 'wrong',
    text: '“{file}” was cut short: it ends after {size} bytes, before its weights begin. Copy or download it again.',
  },
  'model.part': {
    level: 'wrong',
    text: '“{file}” is one of {parts} parts of a model. Join them with `llama-gguf-split --merge`, then choose the whole.',
  },
  'model.noRoom': {
    level: 'wrong',
    text: '“{file}” needs {size}, and this browser has no room for that. Free some disk space, or remove a model that is not needed any more.',
  },
  'model.unreadable': {
    level: 'wrong',
    text: '“{file}” could not be read to its end. Look whether it is still there and whole, then choose it again.',
  },
  'model.gone': {
    level: 'wrong',
    text: 'the model “{model}” is not on this device any more. Choose another writer, or bring its file again.',
  },
  'model.noLanguageModel': {
    level: 'wrong',
    text: '“{file}” is a GGUF file without a language model in it. Choose one that was made to write text.',
  },
} as const satisfies Record<string, Message>;
