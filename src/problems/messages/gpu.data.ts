import type { Message } from '../catalogue';

/** What a writer on the graphics processor may run into. */
export const gpuMessages = {
  'gpu.none': {
    level: 'wrong',
    text: 'this browser offers no graphics processor (WebGPU), which this kind of writer needs. Choose a writer that runs on the CPU, or use a recent Chrome or Edge with graphics acceleration turned on.',
  },
  'gpu.only': {
    level: 'wrong',
    text: 'the writer “{model}” is compiled for the graphics processor and runs nowhere else. Choose a writer that runs on the CPU.',
  },
  'gpu.software': {
    level: 'wrong',
    text: 'the graphics processor here ({gpu}) is imitated by the CPU, far too slowly for this kind of writer. Choose a writer that runs on the CPU.',
  },
  'gpu.compatibility': {
    level: 'caution',
    text: 'the graphics processor is reached through an older interface ({gpu}) that is known to compute wrongly. Run the self-test before you trust it, or choose a writer that runs on the CPU.',
  },
  'gpu.limit': {
    level: 'wrong',
    text: 'the graphics processor gives {has} of {limit}, and this kind of writer needs {needs}. Choose a writer that runs on the CPU.',
  },
  'gpu.tensorTooLarge': {
    level: 'wrong',
    text: 'the writer “{model}” has a part of {size}, and this graphics processor takes {most} at once. Choose a smaller writer, or one that runs on the CPU.',
  },
  'gpu.noF16': {
    level: 'wrong',
    text: 'the writer “{model}” computes with 16-bit numbers, and this graphics processor offers none (shader-f16). Bring “{twin}”, the same writer with 32-bit numbers, or choose one that runs on the CPU.',
  },
  'gpu.noMemory': {
    level: 'wrong',
    text: 'the graphics processor has no room for the writer “{model}”. Close other programs and tabs that draw a lot, or choose a smaller writer.',
  },
  'gpu.lost': {
    level: 'wrong',
    text: 'the graphics processor was lost while the writer “{model}” was using it: its driver was restarted or it ran out of memory. What was made is kept; resume to go on.',
  },
  'gpu.stuck': {
    level: 'wrong',
    text: 'nothing happened for {seconds} seconds while the writer “{model}” was being loaded onto the graphics processor, so that was given up. Reload the page, or choose a smaller writer.',
  },
  'gpu.fileMissing': {
    level: 'wrong',
    text: 'the file {file} of the writer “{model}” is not on this device. Bring the whole model again, with its library (.wasm).',
  },
  'gpu.fileDamaged': {
    level: 'wrong',
    text: 'the file {file} of the writer “{model}” cannot be read: it is not what its name says. Bring the model again.',
  },
  'gpu.libraryDamaged': {
    level: 'wrong',
    text: 'the library {file} of the writer “{model}” is not a program that this browser can run. Bring the model again, with a library made for web-llm 0.2.86.',
  },
  'gpu.libraryMismatch': {
    level: 'wrong',
    text: 'the library {file} does not fit the weights of the writer “{model}”. Bring the library that was made for them.',
  },
  'gpu.grammarRejected': {
    level: 'wrong',
    text: 'the writer “{model}” could not be held to the form of its reply. What was made is kept; choose another writer and resume.',
  },
  'gpu.promptTooLong': {
    level: 'wrong',
    text: 'a prompt is longer than the {tokens} tokens that the writer “{model}” can hold. Use fewer or shorter facts.',
  },
  'gpu.cannotScore': {
    level: 'wrong',
    text: 'the writer “{model}” cannot say here how likely a text is. Choose a writer that runs with llama.cpp to judge with.',
  },
} as const satisfies Record<string, Message>;
