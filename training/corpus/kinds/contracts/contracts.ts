import type { Kind } from '../../kind';
import { governingLaw } from './governingLaw.data';
import { renewalNotice } from './renewalNotice.data';
import { renewalTerm } from './renewalTerm.data';
import { terminationForConvenience } from './terminationForConvenience.data';

export const contractsKinds: readonly Kind[] = [
  governingLaw,
  terminationForConvenience,
  renewalTerm,
  renewalNotice,
];
