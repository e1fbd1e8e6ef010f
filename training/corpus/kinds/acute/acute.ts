import type { Kind } from '../../kind';
import { consultationNote } from './consultationNote.data';
import { dischargeSummary } from './dischargeSummary.data';
import { nursingNote } from './nursingNote.data';
import { operativeNote } from './operativeNote.data';
import { pathologyReportLine } from './pathologyReportLine.data';
import { progressNote } from './progressNote.data';
import { radiologyImpression } from './radiologyImpression.data';
import { referralLetter } from './referralLetter.data';
import { triageNote } from './triageNote.data';
import { wardRoundNote } from './wardRoundNote.data';

export const acuteKinds: readonly Kind[] = [
  triageNote,
  progressNote,
  nursingNote,
  dischargeSummary,
  referralLetter,
  radiologyImpression,
  pathologyReportLine,
  operativeNote,
  consultationNote,
  wardRoundNote,
];
