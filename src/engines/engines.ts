import type { Engine } from './Engine';
import { llamaCpp } from './llamaCpp/llamaCpp';
import { webLlm } from './webLlm/webLlm';

/** Every engine that can run a writer, the one to prefer first. */
export const engines: readonly Engine[] = [llamaCpp, webLlm];
