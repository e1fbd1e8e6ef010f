import type { Kind } from '../../kind';
import { matterSummary } from './matterSummary.data';

export const practiceKinds: readonly Kind[] = [matterSummary];
