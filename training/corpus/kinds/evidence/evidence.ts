import type { Kind } from '../../kind';
import { deposition } from './deposition.data';
import { incidentNarrative } from './incidentNarrative.data';

export const evidenceKinds: readonly Kind[] = [deposition, incidentNarrative];
