import type { Kind } from '../../kind';

export const contractsKinds: readonly Kind[] = [];
