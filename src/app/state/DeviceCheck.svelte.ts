import type { Bridge } from '../../bridge/Bridge';
import type { RehearsalMade, WrittenSample } from '../../bridge/DeviceChecks';
import { deviceFingerprint } from '../../engines/device/deviceFingerprint';
import type { ModelCard } from '../../engines/Engine';
import { embeddedWriter } from '../../engines/models';
import type { SelfTestStep } from '../../engines/selfTest/runSelfTest';
import { reviewRehearsal } from '../../evaluation/proposal/reviewRehearsal';
import { sentence } from '../../problems/describe';
import { Failure } from '../../problems/Failure';
import { problem, type Problem } from '../../problems/Problem';
import type { Run, SelfTestResult } from '../../storage/records';
import { storageEstimate, type StorageEstimate } from '../../storage/persistence';
import type { Store } from '../../storage/Store';
import { isAbort } from '../words/sentences';
import { DeviceKnowledge, type KnownWriters } from './DeviceKnowledge.svelte';
import type { ReadyWriter } from './RunSession.svelte';

/** What is being done now, and how far it is. */
export type CheckJob =
  | { readonly kind: 'selfTest'; readonly card: ModelCard; readonly step: SelfTestStep }
  | { readonly kind: 'rehearsal'; readonly card: ModelCard; readonly cells: number; readonly of: number };

/** The open work as a rehearsal needs it. */
export interface Rehearsable {
  readonly id: string;
  readonly document: { readonly text: string; readonly version: number; flush(): Promise<void> };
}

/** The check of writers on this device. Nothing of it leaves the device. */
export class DeviceCheck {
  readonly known: DeviceKnowledge;
  job = $state.raw<CheckJob | null>(null);
  failure = $state.raw<unknown>(null);
  /** Of the last rehearsal, until the next or the end of the visit. */
  samples = $state.raw<{ readonly card: ModelCard; readonly texts: readonly WrittenSample[] } | null>(null);
  /** What this browser keeps and may keep; null until it was asked. */
  storage = $state.raw<StorageEstimate | null>(null);
  #stop = new AbortController();
  #attempted: Promise<void> = Promise.resolve();
  readonly #bridge: Pick<Bridge, 'device'>;

  constructor(bridge: Pick<Bridge, 'device'>, store: Store, writers: KnownWriters) {
    this.#bridge = bridge;
    this.known = new DeviceKnowledge(store, writers);
    void this.known.read(bridge.device.report()).catch((failure: unknown) => (this.failure = failure));
  }

  /** Takes up what is known of the work that is open now. */
  async follow(workId: string | null): Promise<void> {
    if (workId === null || !this.known.follows(workId)) this.samples = null;
    await this.known.follow(workId);
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

  /**
   * Gets a writer ready for a run: it is tested where no test of it came to its end on this device, and rehearsed with
   * the run's first records where it never was with this recipe. Rejects with a Failure when its texts are not to be
   * trusted here, and with AbortError when it is stopped.
   */
  async readyForRun(card: ModelCard, run: Run, signal: AbortSignal): Promise<ReadyWriter> {
    // A check gives way to a run: two writers at once would slow each other down.
    this.cancel();
    await this.#attempted;
    await this.#device();
    if ((this.known.selfTestOf(card)?.test ?? null) === null) {
      const stop = (): void => this.cancel();
      signal.addEventListener('abort', stop);
      if (!signal.aborted) await this.test(card);
      signal.removeEventListener('abort', stop);
    }
    signal.throwIfAborted();
    const why = this.known.distrustOf(card);
    if (why !== null) throw new Failure('device.writerUntrusted', { model: card.label, why: sentence(why) });
    const options = this.known.optionsFor(card);
    if (await this.known.isRehearsed(card, run)) return { options };
    return { options, onRehearsed: (made) => this.#judge(card, run, made) };
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

  /** One job at a time; a press while one is under way changes nothing. */
  #attempt(act: (signal: AbortSignal) => Promise<void>): Promise<void> {
    if (this.job === null) this.#attempted = this.#act(act);
    return this.#attempted;
  }

  async #act(act: (signal: AbortSignal) => Promise<void>): Promise<void> {
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
        if (!(failure instanceof Failure)) throw failure;
        return isEnd(failure.problem) ? problem('writer.endedInCheck') : failure.problem;
      });
    const testedAt = Date.now();
    const result =
      'code' in outcome
        ? { ...about, testedAt, test: null, refused: null, problem: outcome }
        : { ...about, testedAt, ...outcome, problem: null };
    await this.known.keepSelfTest(result);
    return result;
  }

  /** Keeps what the rehearsal of a run showed, and says what speaks against going on. */
  async #judge(card: ModelCard, run: Run, made: RehearsalMade): Promise<readonly Problem[]> {
    const { writer } = made.rehearsal;
    // The run says that another writer took over; of this one nothing was learnt.
    if (writer.modelSha256 !== card.sha256 && writer.modelSha256 === embeddedWriter.sha256) return [];
    await this.#keep(card, run.workId, run.recipeVersion, made);
    return reviewRehearsal(card.label, made.rehearsal);
  }

  /** A writer that breaks off is told so in its own line, and the next one has its turn. */
  async #rehearse(card: ModelCard, work: Rehearsable, signal: AbortSignal): Promise<void> {
    this.#show({ kind: 'rehearsal', card, cells: 0, of: 0 }, signal);
    this.known.noteBreak(card, null);
    await work.document.flush();
    const { text, version } = work.document;
    const request = { document: text, writer: card, options: this.known.optionsFor(card) };
    const made = await this.#bridge.device
      .rehearse(request, signal, (cells, of) => this.#show({ kind: 'rehearsal', card, cells, of }, signal))
      .catch((failure: unknown) => {
        this.known.noteBreak(card, breakOf(failure));
        return null;
      });
    if (made !== null) await this.#keep(card, work.id, version, made);
  }

  async #keep(card: ModelCard, workId: string, recipeVersion: number, made: RehearsalMade): Promise<void> {
    if (this.known.follows(workId)) this.samples = { card, texts: made.samples };
    await this.known.keepRehearsal({
      device: await this.#device(),
      modelSha256: card.sha256,
      workId,
      recipeVersion,
      rehearsedAt: Date.now(),
      rehearsal: made.rehearsal,
    });
  }

  async #device(): Promise<string> {
    this.known.report ??= await this.#bridge.device.report();
    return this.known.fingerprint ?? deviceFingerprint(this.known.report);
  }
}

/** What a rehearsal that came to nothing says of the writer; throws what is not about it. */
function breakOf(failure: unknown): Problem {
  if (!(failure instanceof Failure)) throw failure;
  const { problem: why } = failure;
  if (isEnd(why)) return problem('writer.endedInRehearsal');
  if (!why.code.startsWith('device.') && !why.code.startsWith('model.')) throw failure;
  return why;
}

function isEnd({ code }: Problem): boolean {
  return code === 'device.writerEnded' || code === 'device.writerStuck';
}
