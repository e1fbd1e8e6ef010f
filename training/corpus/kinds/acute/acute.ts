import type { Kind } from '../../kind';
import { dischargeSummary } from './dischargeSummary.data';
import { nursingNote } from './nursingNote.data';
import { progressNote } from './progressNote.data';
import { triageNote } from './triageNote.data';

export const acuteKinds: readonly Kind[] = [triageNote, progressNote, nursingNote, dischargeSummary];
