import { proxy, transfer } from 'comlink';
import { Failure } from '../problems/Failure';
import type { OnRehearsed, RunControl, RunProgress, RunRequest, RunWatch } from './Bridge';
import type { RehearsalMade } from './DeviceChecks';
import { startInference, type Inference } from './inference';
import type { Started } from './Started';
import { drawingPatienceSeconds, startGeneration } from './startWorker';
import { useWriter } from './useWriter';
import { unlessLost } from './watchWorker';
import type { GenerationApi } from '../../workers/generation';

/** How long it may take to stop before it is ended as it is. */
const stopMs = 10_000;
/** Deaths of the worker that makes the records, without a new record between them, before the run is given up. */
const mostDeaths = 3;

/** A run in two workers, one that makes the records and one that writes. Whichever dies, the run goes on in another. */
export async function startRun(request: RunRequest, watch: RunWatch): Promise<RunControl> {
  const { runId } = request;
  const run = new RunningRun(request, watch);
  const finished = useWriter(request.writer, { kind: 'run', runId }, () => run.finish());
  const stop = async (reason: 'paused' | 'cancelled'): Promise<void> => {
    await run.stop(reason);
    await finished.catch(() => undefined);
  };
  return { runId, finished, pause: () => stop('paused'), cancel: () => stop('cancelled') };
}

class RunningRun {
  private readonly request: RunRequest;
  private readonly watch: RunWatch;
  private generation: Started<GenerationApi> | undefined;
  private inference: Inference | undefined;
  private made = 0;
  /** The rehearsal was judged: a worker that takes over goes on from there. */
  private isJudged = false;
  private isStopped = false;
  private abandon: (cause: unknown) => void = () => undefined;

  constructor(request: RunRequest, watch: RunWatch) {
    this.request = request;
    this.watch = watch;
  }

  async finish(): Promise<RunProgress> {
    // While the writer was held on to, its owner may have thought better of it.
    if (this.isStopped) throw stopped();
    for (let deaths = 0; ;) {
      const before = this.made;
      try {
        return await this.attempt();
      } catch (cause) {
        if (!isDeath(cause) || this.isStopped) throw cause;
        deaths = this.made > before ? 1 : deaths + 1;
        if (deaths >= mostDeaths) throw cause;
      } finally {
        this.end();
      }
    }
  }

  async stop(reason: 'paused' | 'cancelled'): Promise<void> {
    this.isStopped = true;
    const stopped = this.generation?.api.stop(reason);
    const late = new Promise((done) => setTimeout(done, stopMs, 'late'));
    const outcome = await Promise.race([stopped, late]);
    // Ending the engine is the only way to stop it within a second, whatever it is doing.
    this.inference?.stop();
    if (outcome === 'late') this.abandon(new Error('did not stop'));
  }

  /** In a new worker, from what is stored on. */
  private async attempt(): Promise<RunProgress> {
    const generation = startGeneration();
    this.generation = generation;
    const abandoned = new Promise<never>((_, reject) => {
      this.abandon = reject;
    });
    const note = (progress: RunProgress): void => {
      this.made = progress.counts.made;
      this.watch.onProgress(progress);
    };
    const startWriter = (from: number): Promise<MessagePort> => this.startWriter(from);
    const broken = Promise.race([generation.broken, abandoned]);
    return unlessLost({ api: generation.api, broken }, drawingPatienceSeconds, 'generation.workerEnded', () =>
      generation.api.run(this.request.runId, proxy(startWriter), proxy(note), this.judge()),
    );
  }

  /** Null where there is nothing to judge, or no more. */
  private judge(): OnRehearsed | null {
    const { onRehearsed } = this.watch;
    if (onRehearsed === undefined || this.isJudged) return null;
    return proxy(async (made: RehearsalMade) => {
      const objections = await onRehearsed(made);
      this.isJudged = true;
      return objections;
    });
  }

  /** Called again when the writer's worker is gone. */
  private async startWriter(from: number): Promise<MessagePort> {
    this.inference?.stop();
    const { writer, options } = this.request;
    const inference = await startInference(writer, { ...options, from });
    this.inference = inference;
    if (this.isStopped) {
      inference.stop();
      throw stopped();
    }
    return transfer(inference.port, [inference.port]);
  }

  private end(): void {
    this.inference?.stop();
    this.generation?.end();
  }
}

function stopped(): DOMException {
  return new DOMException('The run was stopped.', 'AbortError');
}

function isDeath(cause: unknown): boolean {
  return cause instanceof Failure && cause.problem.code === 'generation.workerEnded';
}
