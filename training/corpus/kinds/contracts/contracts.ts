import type { Kind } from '../../kind';
import { governingLaw } from './governingLaw.data';

export const contractsKinds: readonly Kind[] = [governingLaw];
