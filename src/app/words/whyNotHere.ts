import type { DeviceReport } from '../../engines/device/DeviceReport';
import { reviewModel } from '../../engines/device/reviewModel';
import type { ModelCard } from '../../engines/Engine';
import { engineOf } from '../../engines/engineOf';
import { isWrong } from '../../problems/describe';
import type { Problem } from '../../problems/Problem';

/** Why a writer cannot write in this browser at all; null where it can, or nobody knows yet. */
export function whyNotHere(card: ModelCard, device: DeviceReport | null): Problem | null {
  if (device === null) return null;
  return reviewModel(card, engineOf(card), device).find(isWrong) ?? null;
}
