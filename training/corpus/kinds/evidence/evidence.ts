import type { Kind } from '../../kind';
import { complaintLetter } from './complaintLetter.data';
import { deposition } from './deposition.data';
import { dsarReply } from './dsarReply.data';
import { dsarRequest } from './dsarRequest.data';
import { engagementLetter } from './engagementLetter.data';
import { incidentNarrative } from './incidentNarrative.data';
import { investigationNote } from './investigationNote.data';
import { meetingMinutes } from './meetingMinutes.data';
import { witnessStatement } from './witnessStatement.data';

export const evidenceKinds: readonly Kind[] = [
  deposition,
  incidentNarrative,
  dsarRequest,
  dsarReply,
  witnessStatement,
  complaintLetter,
  engagementLetter,
  meetingMinutes,
  investigationNote,
];
