import type { Kind } from '../../kind';
import { deposition } from './deposition.data';

export const evidenceKinds: readonly Kind[] = [deposition];
