import type { Kind } from '../../kind';

export const generalKinds: readonly Kind[] = [];
