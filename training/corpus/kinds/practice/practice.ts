import type { Kind } from '../../kind';
import { billingEntry } from './billingEntry.data';
import { caseNote } from './caseNote.data';
import { clientUpdate } from './clientUpdate.data';
import { counselEmail } from './counselEmail.data';
import { demandLetter } from './demandLetter.data';
import { docketEntry } from './docketEntry.data';
import { intakeNarrative } from './intakeNarrative.data';
import { matterSummary } from './matterSummary.data';
import { privilegeLogDescription } from './privilegeLogDescription.data';
import { settlementSummary } from './settlementSummary.data';

export const practiceKinds: readonly Kind[] = [
  matterSummary,
  intakeNarrative,
  billingEntry,
  docketEntry,
  privilegeLogDescription,
  caseNote,
  counselEmail,
  demandLetter,
  settlementSummary,
  clientUpdate,
];
