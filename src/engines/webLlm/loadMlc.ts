import type { AppConfig } from '@mlc-ai/web-llm';
import { Failure } from '../../problems/Failure';
import type { EngineOptions, LoadedFacts, LoadedModel, ModelCard } from '../Engine';
import type { Ticker } from '../shared/everySecond';
import type { GpuFacts } from '../shared/gpu/GpuFacts';
import { MlcModel } from './MlcModel';
import type { MlcPort } from './MlcProtocol';
import { MlcWorker } from './MlcWorker';
import { readFault } from './readFault';
import type { MlcFolder } from './readMlcFolder';
import { f32Twin, reviewFolder } from './reviewFolder';

/** The browser, as far as loading needs it; a test hands in its own. */
export interface MlcSurroundings {
  readonly gpu: GpuFacts | null;
  readFolder(id: string, model: string): Promise<MlcFolder>;
  startWorker(): MlcPort;
  readonly ticker: Ticker;
}

/** Ticks without a word of the library: shaders of large models take a while each. */
const patienceSeconds = 120;

/** Puts a model onto the GPU, in a worker of its own. Rejects with a Failure, or with AbortError. */
export async function loadMlc(
  card: ModelCard,
  options: EngineOptions,
  signal: AbortSignal,
  { gpu, readFolder, startWorker, ticker }: MlcSurroundings,
): Promise<LoadedModel> {
  signal.throwIfAborted();
  const model = card.label;
  if (options.backend === 'cpu') throw new Failure('gpu.only', { model });
  if (gpu === null) throw new Failure('gpu.none');
  const folder = await readFolder(card.file, model);
  reviewFolder(folder, gpu, model);
  signal.throwIfAborted();

  const { libraryName } = folder;
  const about = { model, libraryName, twin: f32Twin(libraryName) };
  const watch = new LoadingWatch(model, ticker);
  const worker = new MlcWorker(startWorker(), (text) => watch.hear(text));
  const stop = (): void => worker.end(new Error('loading was stopped'));
  signal.addEventListener('abort', stop, { once: true });
  // The library takes a library under another kind of address for one of the network's.
  const library = URL.createObjectURL(folder.library);
  try {
    worker.tell('setLogLevel', 'SILENT');
    worker.tell('setAppConfig', appConfig(card.id, folder, library));
    const tokens = Math.min(options.contextTokens ?? Infinity, card.contextTokens);
    await Promise.race([
      worker.ask('reload', { modelId: [card.id], chatOpts: [contextOf(tokens)] }),
      watch.gaveUp,
    ]);
  } catch (cause) {
    worker.end(new Error('loading failed'));
    signal.throwIfAborted();
    throw readFault(cause, about, 'device.writerNotLoaded');
  } finally {
    signal.removeEventListener('abort', stop);
    URL.revokeObjectURL(library);
    watch.end();
  }
  const facts: LoadedFacts = {
    engine: 'webLlm',
    backend: watch.backend,
    model: card.id,
    modelSha256: card.sha256,
    slots: 1,
    threads: 1,
    ...(card.slots === true ? { seesNoValues: true } : {}),
  };
  const manner = {
    modelId: card.id,
    vocabularyTokens: folder.config.vocab_size,
    thinks: folder.tokenizer?.includes('"<think>"') === true,
    addsSpace: folder.config.tokenizer_info?.prepend_space_in_encode === true,
    hasTemplate: folder.config.conv_template?.role_templates?.['user'] !== undefined,
  };
  return new MlcModel(facts, worker, manner, about);
}

function appConfig(modelId: string, { base }: MlcFolder, library: string): AppConfig {
  return {
    cacheBackend: 'cache',
    model_list: [{ model_id: modelId, model: base, model_lib: library }],
  };
}

/** A window that slides would put the memory of a cell at the mercy of how the model was compiled. */
function contextOf(tokens: number) {
  return { context_window_size: tokens, sliding_window_size: -1, attention_sink_size: -1 };
}

/**
 * Reads what the library says while it loads, and gives up when it falls silent. It counts ticks and not the clock: a tab
 * that is frozen and a laptop that sleeps do not tick, and the library has said nothing meanwhile.
 */
class LoadingWatch {
  /** `WebGPU` and what the browser calls the GPU, in the library's words. */
  backend = 'unknown';
  readonly gaveUp: Promise<never>;
  /** Ends the watch. */
  readonly end: () => void;
  private silent = 0;

  constructor(model: string, ticker: Ticker) {
    let giveUp: (cause: Failure) => void = () => undefined;
    this.gaveUp = new Promise((_, reject) => {
      giveUp = reject;
    });
    this.gaveUp.catch(() => undefined);
    this.end = ticker(() => {
      this.silent += 1;
      if (this.silent === patienceSeconds)
        giveUp(new Failure('gpu.stuck', { model, seconds: patienceSeconds }));
    });
  }

  hear(text: string): void {
    this.silent = 0;
    const [, backend] = /^Finish loading on (.+)$/.exec(text) ?? [];
    if (backend !== undefined) this.backend = backend.replace(/ - $/, '');
  }
}
