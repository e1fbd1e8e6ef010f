import { chooseEngineOptions } from './chooseEngineOptions';
import { createWriter } from './createWriter';
import type { DeviceFacts, EngineOptions, ModelCard } from './Engine';
import { engineOf, fitEngineOf } from './engineOf';
import { filesOnce } from './filesOnce';
import { embeddedWriter } from './models';
import { planSteps, type PlannedStep } from './planSteps';
import type { Step } from './queue/Step';
import { runnableTwin } from './runnableTwin';

export interface OpenOptions extends Partial<EngineOptions> {
  /** Number of the plan's step to begin with: an earlier writer of this model came down to it. */
  readonly from?: number;
}

/** Fetches and checks the model, loads it on this device and keeps it running, with less and less where it has to. */
export async function openWriter(asked: ModelCard, device: DeviceFacts, options: OpenOptions = {}) {
  const { from = 0, ...wanted } = options;
  const card = await runnableTwin(asked, device.gpu);
  const last = { card: embeddedWriter, options: chooseEngineOptions(device, embeddedWriter) };
  const plan = planSteps(card, { ...chooseEngineOptions(device, card), ...wanted }, last);
  const at = Math.min(from, plan.length - 1);
  const first = plan[at] as PlannedStep;
  fitEngineOf(first.card, device);
  const read = filesOnce();
  await read(first.card, new AbortController().signal);
  return createWriter(plan.map(stepOf(read)), { from: at });
}

const stepOf =
  (read: ReturnType<typeof filesOnce>) =>
  ({ card, options, notice }: PlannedStep): Step => ({
    card,
    notice,
    load: async (signal) => engineOf(card).load(card, await read(card, signal), options, signal),
  });
