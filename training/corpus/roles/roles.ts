import { acuteRoles } from './acute.data';
import { clinicRoles } from './clinic.data';
import { clinicalRoles } from './clinical.data';
import { contractsRoles } from './contracts.data';
import { evidenceRoles } from './evidence.data';
import { generalRoles } from './general.data';
import { legalRoles } from './legal.data';
import { practiceRoles } from './practice.data';
import type { Roles } from './role';
import { yesNoRoles } from './yesNo.data';

export const roles: Roles = {
  ...clinicalRoles,
  ...legalRoles,
  ...generalRoles,
  ...acuteRoles,
  ...clinicRoles,
  ...practiceRoles,
  ...evidenceRoles,
  ...contractsRoles,
  ...yesNoRoles,
};
