import type { Kind } from '../../kind';
import { antiAssignment } from './antiAssignment.data';
import { capOnLiability } from './capOnLiability.data';
import { governingLaw } from './governingLaw.data';
import { insurance } from './insurance.data';
import { liquidatedDamages } from './liquidatedDamages.data';
import { renewalNotice } from './renewalNotice.data';
import { renewalTerm } from './renewalTerm.data';
import { terminationForConvenience } from './terminationForConvenience.data';

export const contractsKinds: readonly Kind[] = [
  governingLaw,
  terminationForConvenience,
  renewalTerm,
  renewalNotice,
  antiAssignment,
  capOnLiability,
  liquidatedDamages,
  insurance,
];
