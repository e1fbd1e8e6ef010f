import type { Bridge } from '../../bridge/Bridge';
import type { WrittenSample } from '../../bridge/DeviceChecks';
import { deviceFingerprint } from '../../engines/device/deviceFingerprint';
import type { DeviceReport } from '../../engines/device/DeviceReport';
import { reviewModel } from '../../engines/device/reviewModel';
import type { EngineOptions, ModelCard } from '../../engines/Engine';
import { engines } from '../../engines/engines';
import { refusedGpu } from '../../engines/selfTest/refusedGpu';
import type { SelfTestStep } from '../../engines/selfTest/runSelfTest';
import type { Candidate } from '../../evaluation/proposal/Candidate';
import { proposeWriter } from '../../evaluation/proposal/proposeWriter';
import { Failure } from '../../problems/Failure';
import type { RehearsalResult, SelfTestResult } from '../../storage/records';
import { storageEstimate, type StorageEstimate } from '../../storage/persistence';
import type { Store } from '../../storage/Store';
import { isAbort } from '../words/sentences';
import type { Writers } from './Writers.svelte';

/** What is being done now, and how far it is. */
export type CheckJob =
  | { readonly kind: 'selfTest'; readonly card: ModelCard; readonly step: SelfTestStep }
  | { readonly kind: 'rehearsal'; readonly card: ModelCard; readonly cells: number; readonly of: number };

/** The open work as a rehearsal needs it. */
export interface Rehearsable {
  readonly id: string;
  readonly document: { readonly text: string; readonly version: number; flush(): Promise<void> };
}

/** What this device is, how the writers did on it, and the check under way. Nothing of it leaves the device. */
export class DeviceCheck {
  report = $state.raw<DeviceReport | null>(null);
  /** Of all devices that this browser was. */
  selfTests = $state.raw<readonly SelfTestResult[]>([]);
  /** Of the open work. */
  rehearsals = $state.raw<readonly RehearsalResult[]>([]);
  job = $state.raw<CheckJob | null>(null);
  failure = $state.raw<unknown>(null);
  /** Of the last rehearsal, until the next or the end of the visit. */
  samples = $state.raw<{ readonly card: ModelCard; readonly texts: readonly WrittenSample[] } | null>(null);
  /** What this browser keeps and may keep; null until it was asked. */
  storage = $state.raw<StorageEstimate | null>(null);
  #stop = new AbortController();
  #workId: string | null = null;
  readonly #bridge: Bridge;
  readonly #store: Store;
  readonly #writers: Writers;

  constructor(bridge: Bridge, store: Store, writers: Writers) {
    this.#bridge = bridge;
    this.#store = store;
    this.#writers = writers;
    void this.#read().catch((failure: unknown) => (this.failure = failure));
  }

  readonly fingerprint = $derived.by(() => (this.report === null ? null : deviceFingerprint(this.report)));
  readonly proposal = $derived.by(() =>
    proposeWriter(this.#writers.all.map((card) => this.#candidate(card))),
  );

  /** Of this model on this device as it is now. */
  selfTestOf(card: ModelCard): SelfTestResult | null {
    const isOurs = ({ device, modelSha256 }: SelfTestResult): boolean =>
      device === this.fingerprint && modelSha256 === card.sha256;
    return this.selfTests.find(isOurs) ?? null;
  }

  /** Whether the model was tested before the browser or the hardware changed, and not since. */
  isOutOfDate(card: ModelCard): boolean {
    return (
      this.fingerprint !== null &&
      this.selfTestOf(card) === null &&
      this.selfTests.some(({ modelSha256 }) => modelSha256 === card.sha256)
    );
  }

  /** Of this model and the open work, on this device as it is now. */
  rehearsalOf(card: ModelCard): RehearsalResult | null {
    const isOurs = ({ device, modelSha256 }: RehearsalResult): boolean =>
      device === this.fingerprint && modelSha256 === card.sha256;
    return this.rehearsals.find(isOurs) ?? null;
  }

  /** How a model has to be loaded here: on the processor where the GPU computes wrong numbers for it. */
  optionsFor(card: ModelCard): Partial<EngineOptions> {
    const refused = this.selfTestOf(card)?.refused ?? null;
    return refused === null ? {} : refusedGpu;
  }

  /** Takes up the rehearsals of the work that is open now. */
  async follow(workId: string | null): Promise<void> {
    if (workId === this.#workId) return;
    this.#workId = workId;
    this.samples = null;
    this.rehearsals = [];
    if (workId === null) return;
    const found = await this.#store.rehearsals(workId).catch(() => []);
    if (workId === this.#workId) this.rehearsals = found;
  }

  /** Tests these writers one after the other, and rehearses with those that pass where there is work with texts. */
  async checkAll(cards: readonly ModelCard[], work: Rehearsable | null): Promise<void> {
    await this.#attempt(async (signal) => {
      for (const card of cards) {
        const { test } = await this.#test(card, signal);
        if (work !== null && test?.passed === true) await this.#rehearse(card, work, signal);
      }
    });
  }

  test(card: ModelCard): Promise<void> {
    return this.#attempt(async (signal) => void (await this.#test(card, signal)));
  }

  rehearse(card: ModelCard, work: Rehearsable): Promise<void> {
    return this.#attempt((signal) => this.#rehearse(card, work, signal));
  }

  /** Asks again what changes from one moment to the next. */
  async refresh(): Promise<void> {
    this.storage = await storageEstimate();
  }

  cancel(): void {
    this.#stop.abort();
  }

  async #read(): Promise<void> {
    const [report, selfTests] = await Promise.all([this.#bridge.device.report(), this.#store.selfTests()]);
    this.selfTests = selfTests;
    this.report = report;
  }

  #candidate(card: ModelCard): Candidate {
    const { test, refused, problem } = this.selfTestOf(card) ?? { test: null, refused: null, problem: null };
    const engine = engines.find(({ id }) => id === card.engine);
    const device = this.report === null ? [] : reviewModel(card, engine, this.report);
    return {
      id: card.id,
      hindrances: problem === null ? device : [...device, problem],
      selfTest: test === null ? null : { test, refused },
      rehearsal: this.rehearsalOf(card)?.rehearsal ?? null,
    };
  }

  /** One job at a time; a press while one is under way changes nothing. */
  async #attempt(act: (signal: AbortSignal) => Promise<void>): Promise<void> {
    if (this.job !== null) return;
    this.#stop = new AbortController();
    this.failure = null;
    try {
      await act(this.#stop.signal);
    } catch (failure) {
      if (!isAbort(failure)) this.failure = failure;
    } finally {
      // What a worker still had to say when it ended shows nothing any more.
      this.#stop.abort();
      this.job = null;
    }
  }

  #show(job: CheckJob, signal: AbortSignal): void {
    if (!signal.aborted) this.job = job;
  }

  async #test(card: ModelCard, signal: AbortSignal): Promise<SelfTestResult> {
    this.#show({ kind: 'selfTest', card, step: 'loading' }, signal);
    const about = { device: await this.#device(), modelSha256: card.sha256 };
    const outcome = await this.#bridge.device
      .selfTest(card, signal, (step) => this.#show({ kind: 'selfTest', card, step }, signal))
      .catch((failure: unknown) => {
        if (failure instanceof Failure) return failure.problem;
        throw failure;
      });
    const testedAt = Date.now();
    const result =
      'code' in outcome
        ? { ...about, testedAt, test: null, refused: null, problem: outcome }
        : { ...about, testedAt, ...outcome, problem: null };
    await this.#store.saveSelfTest(result);
    this.selfTests = await this.#store.selfTests();
    return result;
  }

  async #rehearse(card: ModelCard, work: Rehearsable, signal: AbortSignal): Promise<void> {
    this.#show({ kind: 'rehearsal', card, cells: 0, of: 0 }, signal);
    const device = await this.#device();
    await work.document.flush();
    const { text, version } = work.document;
    const request = { document: text, writer: card, options: this.optionsFor(card) };
    const { rehearsal, samples } = await this.#bridge.device.rehearse(request, signal, (cells, of) =>
      this.#show({ kind: 'rehearsal', card, cells, of }, signal),
    );
    await this.#store.saveRehearsal({
      device,
      modelSha256: card.sha256,
      workId: work.id,
      recipeVersion: version,
      rehearsedAt: Date.now(),
      rehearsal,
    });
    if (this.#workId !== work.id) return;
    this.samples = { card, texts: samples };
    this.rehearsals = await this.#store.rehearsals(work.id);
  }

  async #device(): Promise<string> {
    this.report ??= await this.#bridge.device.report();
    return this.fingerprint ?? deviceFingerprint(this.report);
  }
}
