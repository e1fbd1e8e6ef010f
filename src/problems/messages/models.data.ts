import type { Message } from '../catalogue';

/** Files of weights that a user brings. */
export const modelMessages = {
  'model.notGguf': {
    level: 'wrong',
    text: '“{file}” is not a GGUF file: it looks like {what}. Choose the file of the model that ends in .gguf, or the folder or zip of a model for WebLLM.',
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
  'model.partMissing': {
    level: 'wrong',
    text: '“{file}” belongs to a model in {parts} parts, and part {part} is missing. Choose all parts together.',
  },
  'model.several': {
    level: 'wrong',
    text: '“{file}” and “{other}” do not belong to one model. Bring one model at a time.',
  },
  'model.strangeParts': {
    level: 'wrong',
    text: 'the parts that belong with “{file}” do not add up to one model. Download all of them again, from one place.',
  },
  'model.nothingHere': {
    level: 'wrong',
    text: 'none of the {files} files of “{folder}” is a model. Choose a GGUF file, or the folder or zip of a model for WebLLM.',
  },
  'model.mlcMissing': {
    level: 'wrong',
    text: '“{folder}” is a model for WebLLM, and its file “{file}” is missing. Choose the whole folder, or download the file again.',
  },
  'model.exportMissing': {
    level: 'wrong',
    text: '“{folder}” is an exported model, and its file “{file}” is missing. Copy the whole folder again.',
  },
  'model.libraryMissing': {
    level: 'wrong',
    text: '“{folder}” is a model for WebLLM without the compiled library it needs, a file that ends in .wasm. Put it beside the others, then choose the folder again.',
  },
  'model.otherLibrary': {
    level: 'wrong',
    text: 'the library “{file}” was compiled for other weights: these are {quantisation}. Choose the library of the same model.',
  },
  'model.wrongSize': {
    level: 'wrong',
    text: '“{file}” has {size} bytes and should have {needed}. Copy or download it again.',
  },
  'model.wrongHash': {
    level: 'wrong',
    text: '“{file}” is damaged: its hash is not the one that {by} states. Copy or download it again.',
  },
  'model.badZip': {
    level: 'wrong',
    text: 'the zip “{file}” is damaged or was cut short. Copy or make it again.',
  },
  'model.zipLocked': {
    level: 'wrong',
    text: 'the zip “{file}” asks for a password. Unpack it first, then choose the folder.',
  },
  'model.zipMethod': {
    level: 'wrong',
    text: 'the zip “{file}” is packed in a way that browsers cannot unpack (method {method}), as Windows packs large files. Unpack it first, then choose the folder.',
  },
  'model.damaged': {
    level: 'wrong',
    text: '“{file}” of the model “{model}” is not what it was when it came, so it is not passed on. Remove the model and bring it again.',
  },
  'model.noRoom': {
    level: 'wrong',
    text: '“{file}” needs {size}, and this browser has no room for that. Free some disk space, or remove a model that is not needed any more.',
  },
  'model.noFiles': {
    level: 'wrong',
    text: 'this browser keeps no files for this page, so no model can be kept here. A private window or a rule of your organisation can be the reason: open Cloister in an ordinary window. The embedded writer works all the same.',
  },
  'model.noWriting': {
    level: 'wrong',
    text: 'this browser is too old to write files for this page, so no model can be kept here. Use a newer version of it (of Safari 26 or later), or a recent Chrome, Edge or Firefox.',
  },
  'model.unreadable': {
    level: 'wrong',
    text: '“{file}” could not be read to its end. Look whether it is still there and whole, then choose it again.',
  },
  'model.gone': {
    level: 'wrong',
    text: 'the model “{model}” is not on this device any more. Choose another writer, or bring its file again.',
  },
  'model.writes': {
    level: 'wrong',
    text: 'a run of yours is writing with “{model}” now, so the model stays. Pause or cancel that run, then remove it.',
  },
  'model.writesFor': {
    level: 'wrong',
    text: 'the run of “{work}” that began {began} is writing with “{model}”, so the model stays. Pause or cancel that run, then remove it.',
  },
  'model.checked': {
    level: 'wrong',
    text: '“{model}” is being checked on this device, so the model stays. Wait for the check or cancel it, then remove the model.',
  },
  'model.read': {
    level: 'wrong',
    text: '“{model}” is being verified or exported in another window, so the model stays. Wait for that or stop it, then remove the model.',
  },
  'model.noLanguageModel': {
    level: 'wrong',
    text: '“{file}” is a GGUF file without a language model in it. Choose one that was made to write text.',
  },
} as const satisfies Record<string, Message>;
