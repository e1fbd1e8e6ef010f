import type { Message } from '../catalogue';

/** Why a writer runs on the CPU; read behind "CPU, because". */
export const cpuMessages = {
  'cpu.smallWriter': {
    level: 'note',
    text: 'a writer this small is faster there',
  },
  'cpu.noGpu': {
    level: 'note',
    text: 'this browser offers no graphics processor (WebGPU)',
  },
  'cpu.softwareGpu': {
    level: 'note',
    text: 'the graphics processor here ({gpu}) is imitated by the CPU',
  },
  'cpu.noJspi': {
    level: 'note',
    text: 'WebAssembly cannot wait for the graphics processor in this browser (JSPI)',
  },
  'cpu.noF16': {
    level: 'note',
    text: 'this graphics processor ({gpu}) has no 16-bit numbers (shader-f16)',
  },
  'cpu.compatibilityGpu': {
    level: 'note',
    text: 'this graphics processor is reached through an older interface ({gpu}) that is known to compute wrongly',
  },
  'cpu.failedTest': {
    level: 'note',
    text: 'it did not pass its self-test on the graphics processor',
  },
  'cpu.gpuRefused': {
    level: 'note',
    text: 'the engine could not use the graphics processor ({reason})',
  },
  'cpu.stoppedOnGpu': {
    level: 'note',
    text: 'the graphics processor stopped again and again',
  },
} as const satisfies Record<string, Message>;
