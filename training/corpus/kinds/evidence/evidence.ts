import type { Kind } from '../../kind';

export const evidenceKinds: readonly Kind[] = [];
