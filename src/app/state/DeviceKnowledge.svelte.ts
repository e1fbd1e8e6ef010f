import { deviceFingerprint } from '../../engines/device/deviceFingerprint';
import type { DeviceReport } from '../../engines/device/DeviceReport';
import { reviewModel } from '../../engines/device/reviewModel';
import type { EngineOptions, ModelCard } from '../../engines/Engine';
import { engines } from '../../engines/engines';
import { refusedGpu } from '../../engines/selfTest/refusedGpu';
import type { Candidate } from '../../evaluation/proposal/Candidate';
import { judgeWriter } from '../../evaluation/proposal/judgeWriter';
import { proposeWriter } from '../../evaluation/proposal/proposeWriter';
import type { Problem } from '../../problems/Problem';
import type { RehearsalResult, Run, SelfTestResult } from '../../storage/records';
import type { Store } from '../../storage/Store';
import { without } from './without';
import type { Writers } from './Writers.svelte';

export type KnownWriters = Pick<Writers, 'all' | 'isRead'>;

/** What this device is and how the writers did on it. */
export class DeviceKnowledge {
  report = $state.raw<DeviceReport | null>(null);
  /** Of all devices that this browser was. */
  selfTests = $state.raw<readonly SelfTestResult[]>([]);
  /** Of the open work. */
  rehearsals = $state.raw<readonly RehearsalResult[]>([]);
  /** Why the last rehearsal of the open work came to nothing, by writer, until the next or the end of the visit. */
  brokenOff = $state.raw<ReadonlyMap<string, Problem>>(new Map());
  #workId: string | null = null;
  readonly #store: Store;
  readonly #writers: KnownWriters;

  constructor(store: Store, writers: KnownWriters) {
    this.#store = store;
    this.#writers = writers;
  }

  readonly fingerprint = $derived.by(() => (this.report === null ? null : deviceFingerprint(this.report)));
  readonly proposal = $derived.by(() =>
    proposeWriter(this.#writers.all.map((card) => this.#candidate(card))),
  );
  /** Whether any writer was measured on this device as it is now. */
  readonly isMeasured = $derived.by(() => this.selfTests.some(({ device }) => device === this.fingerprint));

  /** Of this model on this device as it is now. */
  selfTestOf(card: ModelCard): SelfTestResult | null {
    return this.selfTests.find((result) => this.#isOurs(result, card)) ?? null;
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
    return this.rehearsals.find((result) => this.#isOurs(result, card)) ?? null;
  }

  /** Whether it is known how the model does here with the recipe of a run, of whatever work. */
  async isRehearsed(card: ModelCard, { workId, recipeVersion }: Run): Promise<boolean> {
    const found = await this.#store.rehearsals(workId);
    return found.some((result) => result.recipeVersion === recipeVersion && this.#isOurs(result, card));
  }

  /** How a model has to be loaded here: on the processor where the GPU computes wrong numbers for it. */
  optionsFor(card: ModelCard): Partial<EngineOptions> {
    const refused = this.selfTestOf(card)?.refused ?? null;
    return refused === null ? {} : refusedGpu;
  }

  /** Why nothing that the writer writes here is to be trusted; null where that is not known of it. */
  distrustOf(card: ModelCard): Problem | null {
    const { test, refused } = this.selfTestOf(card) ?? { test: null, refused: null };
    if (test === null || test.passed || test.verdict === 'ended') return null;
    const judged = judgeWriter({ id: card.id, hindrances: [], selfTest: { test, refused }, rehearsal: null });
    return judged.problems[0] ?? null;
  }

  async read(report: Promise<DeviceReport>): Promise<void> {
    const [device, selfTests] = await Promise.all([report, this.#store.selfTests()]);
    this.selfTests = selfTests;
    this.report = device;
  }

  /** Takes up the rehearsals of the work that is open now. */
  async follow(workId: string | null): Promise<void> {
    if (workId === this.#workId) return;
    this.#workId = workId;
    this.rehearsals = [];
    this.brokenOff = new Map();
    if (workId === null) return;
    const found = await this.#store.rehearsals(workId).catch(() => []);
    if (workId === this.#workId) this.rehearsals = found;
  }

  follows(workId: string): boolean {
    return workId === this.#workId;
  }

  /** With it goes what nobody will ask for any more. */
  async keepSelfTest(result: SelfTestResult): Promise<void> {
    await this.#store.saveSelfTest(result);
    if (this.#writers.isRead) await this.#store.pruneChecks(this.#writers.all.map(({ sha256 }) => sha256));
    this.selfTests = await this.#store.selfTests();
  }

  async keepRehearsal(result: RehearsalResult): Promise<void> {
    await this.#store.saveRehearsal(result);
    if (this.follows(result.workId)) this.rehearsals = await this.#store.rehearsals(result.workId);
  }

  /** `null` when a rehearsal with it begins anew. */
  noteBreak(card: ModelCard, why: Problem | null): void {
    const others = without(this.brokenOff, card.id);
    this.brokenOff = why === null ? others : new Map([...others, [card.id, why]]);
  }

  #isOurs(result: SelfTestResult | RehearsalResult, { sha256 }: ModelCard): boolean {
    return result.device === this.fingerprint && result.modelSha256 === sha256;
  }

  #candidate(card: ModelCard): Candidate {
    const { test, refused, problem } = this.selfTestOf(card) ?? { test: null, refused: null, problem: null };
    const engine = engines.find(({ id }) => id === card.engine);
    const device = this.report === null ? [] : reviewModel(card, engine, this.report);
    const found = [problem, this.brokenOff.get(card.id)].filter((one) => one !== null && one !== undefined);
    return {
      id: card.id,
      hindrances: [...device, ...found],
      selfTest: test === null ? null : { test, refused },
      rehearsal: this.rehearsalOf(card)?.rehearsal ?? null,
    };
  }
}
