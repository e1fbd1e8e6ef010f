import type { Kind } from '../../kind';

export const acuteKinds: readonly Kind[] = [];
