import type { Kind } from '../../kind';

export const practiceKinds: readonly Kind[] = [];
