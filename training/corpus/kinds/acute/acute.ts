import type { Kind } from '../../kind';
import { dischargeSummary } from './dischargeSummary.data';
import { nursingNote } from './nursingNote.data';
import { pathologyReportLine } from './pathologyReportLine.data';
import { progressNote } from './progressNote.data';
import { radiologyImpression } from './radiologyImpression.data';
import { referralLetter } from './referralLetter.data';
import { triageNote } from './triageNote.data';

export const acuteKinds: readonly Kind[] = [
  triageNote,
  progressNote,
  nursingNote,
  dischargeSummary,
  referralLetter,
  radiologyImpression,
  pathologyReportLine,
];
