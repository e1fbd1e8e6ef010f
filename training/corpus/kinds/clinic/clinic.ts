import type { Kind } from '../../kind';
import { adverseEventNarrative } from './adverseEventNarrative.data';
import { allergyReaction } from './allergyReaction.data';
import { consentDiscussion } from './consentDiscussion.data';
import { medicationInstruction } from './medicationInstruction.data';
import { patientMessage } from './patientMessage.data';
import { phoneEncounter } from './phoneEncounter.data';
import { problemListEntry } from './problemListEntry.data';

export const clinicKinds: readonly Kind[] = [
  medicationInstruction,
  patientMessage,
  phoneEncounter,
  problemListEntry,
  adverseEventNarrative,
  consentDiscussion,
  allergyReaction,
];
