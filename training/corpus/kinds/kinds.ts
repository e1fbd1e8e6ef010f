import type { Kind } from '../kind';
import { acuteKinds } from './acute/acute';
import { clinicKinds } from './clinic/clinic';
import { contractsKinds } from './contracts/contracts';
import { evidenceKinds } from './evidence/evidence';
import { generalKinds } from './general/general';
import { practiceKinds } from './practice/practice';

export const kinds: readonly Kind[] = [
  ...acuteKinds,
  ...clinicKinds,
  ...practiceKinds,
  ...evidenceKinds,
  ...contractsKinds,
  ...generalKinds,
];
