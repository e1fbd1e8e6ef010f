import type { Kind } from '../../kind';

export const clinicKinds: readonly Kind[] = [];
