import type { Kind } from '../../kind';
import { triageNote } from './triageNote.data';

export const acuteKinds: readonly Kind[] = [triageNote];
