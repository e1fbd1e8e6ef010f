import type { Kind } from '../../kind';
import { adverseEventNarrative } from './adverseEventNarrative.data';
import { allergyReaction } from './allergyReaction.data';
import { consentDiscussion } from './consentDiscussion.data';
import { immunisationNote } from './immunisationNote.data';
import { medicationInstruction } from './medicationInstruction.data';
import { patientMessage } from './patientMessage.data';
import { phoneEncounter } from './phoneEncounter.data';
import { physiotherapyNote } from './physiotherapyNote.data';
import { problemListEntry } from './problemListEntry.data';
import { socialHistory } from './socialHistory.data';

export const clinicKinds: readonly Kind[] = [
  medicationInstruction,
  patientMessage,
  phoneEncounter,
  problemListEntry,
  adverseEventNarrative,
  consentDiscussion,
  allergyReaction,
  socialHistory,
  physiotherapyNote,
  immunisationNote,
];
