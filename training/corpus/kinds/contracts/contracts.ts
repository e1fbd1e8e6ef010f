import type { Kind } from '../../kind';
import { antiAssignment } from './antiAssignment.data';
import { auditRights } from './auditRights.data';
import { capOnLiability } from './capOnLiability.data';
import { confidentiality } from './confidentiality.data';
import { exclusivity } from './exclusivity.data';
import { governingLaw } from './governingLaw.data';
import { indemnification } from './indemnification.data';
import { insurance } from './insurance.data';
import { ipAssignment } from './ipAssignment.data';
import { licenseGrant } from './licenseGrant.data';
import { liquidatedDamages } from './liquidatedDamages.data';
import { nonCompete } from './nonCompete.data';
import { paymentTerms } from './paymentTerms.data';
import { renewalNotice } from './renewalNotice.data';
import { renewalTerm } from './renewalTerm.data';
import { terminationForConvenience } from './terminationForConvenience.data';
import { warrantyDuration } from './warrantyDuration.data';

export const contractsKinds: readonly Kind[] = [
  governingLaw,
  terminationForConvenience,
  renewalTerm,
  renewalNotice,
  antiAssignment,
  capOnLiability,
  liquidatedDamages,
  insurance,
  auditRights,
  nonCompete,
  exclusivity,
  ipAssignment,
  licenseGrant,
  warrantyDuration,
  confidentiality,
  paymentTerms,
  indemnification,
];
