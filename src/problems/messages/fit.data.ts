import type { Message } from '../catalogue';

/** Why a model cannot run on a device, or runs badly. */
export const fitMessages = {
  'fit.noWebAssembly': {
    level: 'wrong',
    text: 'this browser cannot run WebAssembly, which this model needs. Use a recent Chrome, Edge or Firefox.',
  },
  'fit.weakWebAssembly': {
    level: 'wrong',
    text: 'the WebAssembly of this browser lacks {missing}, which this model needs. Use Chrome or Edge from version 133 on, or Firefox from version 134 on.',
  },
  'fit.tooLargeForBrowser': {
    level: 'wrong',
    text: 'it needs {needed} of memory, and a browser gives a model on the processor {most} at most. Choose a smaller one.',
  },
  'fit.noGpu': {
    level: 'wrong',
    text: 'it needs a graphics processor, and there is none here.',
  },
  'fit.softwareGpu': {
    level: 'wrong',
    text: 'it needs a graphics processor, which is only imitated here.',
  },
  'fit.weakGpu': {
    level: 'wrong',
    text: 'it needs more of a graphics processor than this one gives ({limit}: {needs}; here {has}).',
  },
  'fit.noF16': {
    level: 'wrong',
    text: 'it needs a graphics processor with 16-bit numbers (shader-f16).',
  },
  'fit.noRoom': {
    level: 'wrong',
    text: 'it needs {needed} of storage, and {free} is left here.',
  },
  'fit.littleMemory': {
    level: 'caution',
    text: 'it needs {needed} of memory. This device has about {has} for everything, so it may not start, or may slow down other programs.',
  },
  'fit.slow': {
    level: 'caution',
    text: 'it runs on the processor here, and a model of this size is slow there.',
  },
} as const satisfies Record<string, Message>;
