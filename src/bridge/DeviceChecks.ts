import type { DeviceReport } from '../engines/device/DeviceReport';
import type { EngineOptions, ModelCard } from '../engines/Engine';
import type { SelfTestStep } from '../engines/selfTest/runSelfTest';
import type { SelfTestOutcome } from '../engines/selfTest/SelfTest';
import type { Rehearsal } from '../evaluation/rehearsal/Rehearsal';

export interface RehearsalRequest {
  readonly document: string;
  readonly writer: ModelCard;
  readonly options: Partial<EngineOptions>;
}

export interface RehearsalMade {
  readonly rehearsal: Rehearsal;
  /** The first texts that were kept, one a field, to be read and forgotten. */
  readonly samples: readonly WrittenSample[];
}

export interface WrittenSample {
  readonly label: string;
  readonly text: string;
}

/** What this device is, and how writers do on it. Long work runs in workers that end with it. */
export interface DeviceChecks {
  report(): Promise<DeviceReport>;
  /** Rejects with the Failure that keeps the model from being loaded, and with AbortError when stopped. */
  selfTest(
    writer: ModelCard,
    signal: AbortSignal,
    onStep: (step: SelfTestStep) => void,
  ): Promise<SelfTestOutcome>;
  /** Makes a few records of a recipe and keeps none; rejects as a run fails, and with AbortError when stopped. */
  rehearse(
    request: RehearsalRequest,
    signal: AbortSignal,
    onProgress: (cells: number, of: number) => void,
  ): Promise<RehearsalMade>;
}
