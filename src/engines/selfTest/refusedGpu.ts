import { problem } from '../../problems/Problem';
import type { EngineOptions } from '../Engine';

/** How a writer is loaded where it did not pass its self-test on the GPU. */
export const refusedGpu: Partial<EngineOptions> = { backend: 'cpu', whyCpu: problem('cpu.failedTest') };
