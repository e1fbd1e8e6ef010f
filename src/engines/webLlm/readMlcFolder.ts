import { Failure } from '../../problems/Failure';
import { mlcBase, mlcCaches } from '../shared/mlc/mlcPlace';

/** A compiled model as it lies in the browser's caches, every file of it. */
export interface MlcFolder {
  /** Absolute; files lie under `resolve/main/`. */
  readonly base: string;
  readonly config: MlcConfig;
  readonly library: Blob;
  readonly libraryName: string;
  /** The largest piece of the weights, bytes. */
  readonly largestTensorBytes: number;
  /** The tokenizer's own JSON; null of one in another format. */
  readonly tokenizer: string | null;
}

/** Of `mlc-chat-config.json` what matters here. */
export interface MlcConfig {
  readonly tokenizer_files: readonly string[];
  readonly tokenizer_info?: { readonly prepend_space_in_encode?: boolean };
  readonly vocab_size: number;
  readonly conv_template?: { readonly role_templates?: Readonly<Record<string, string>> };
  /** `q4f16_1` and the like. */
  readonly quantization?: string;
}

interface TensorCache {
  readonly records: readonly {
    readonly dataPath: string;
    readonly nbytes: number;
    readonly records?: readonly { readonly nbytes: number }[];
  }[];
}

const configName = 'mlc-chat-config.json';
const tensorsName = 'tensor-cache.json';

/**
 * Reads what a compiled model says about itself and makes sure that all of it is here: web-llm would ask the network
 * for what it misses. Rejects with a Failure that names the file.
 */
export async function readMlcFolder(id: string, model: string, origin: string): Promise<MlcFolder> {
  const base = mlcBase(origin, id);
  const reader = new CacheReader(base, model);
  const config = await reader.json<MlcConfig>(mlcCaches.config, configName);
  if (typeof config !== 'object' || config === null || !Array.isArray(config.tokenizer_files)) {
    throw new Failure('gpu.fileDamaged', { model, file: configName });
  }
  const tensors = await reader.json<TensorCache>(mlcCaches.rest, tensorsName);
  const records: TensorCache['records'] | undefined = tensors?.records;
  if (!Array.isArray(records)) throw new Failure('gpu.fileDamaged', { model, file: tensorsName });
  const tokenizerName = config.tokenizer_files.includes('tokenizer.json')
    ? 'tokenizer.json'
    : 'tokenizer.model';
  await reader.requireAll([tokenizerName, ...records.map(({ dataPath }) => dataPath)]);
  const libraryName = await reader.libraryName();
  const tokenizer = tokenizerName.endsWith('.json')
    ? await (await reader.file(mlcCaches.rest, tokenizerName)).text()
    : null;
  return {
    base,
    config,
    library: await (await reader.file(mlcCaches.library, libraryName)).blob(),
    libraryName,
    largestTensorBytes: records.reduce(largest, 0),
    tokenizer,
  };
}

function largest(most: number, { records }: TensorCache['records'][number]): number {
  return (records ?? []).reduce((so, { nbytes }) => Math.max(so, nbytes), most);
}

class CacheReader {
  private readonly folder: string;

  constructor(
    base: string,
    private readonly model: string,
  ) {
    this.folder = `${base}resolve/main/`;
  }

  async file(cacheName: string, name: string): Promise<Response> {
    const found = await (await caches.open(cacheName)).match(this.folder + encodeURIComponent(name));
    if (found === undefined) throw new Failure('gpu.fileMissing', { model: this.model, file: name });
    return found;
  }

  async json<Content>(cacheName: string, name: string): Promise<Content> {
    const response = await this.file(cacheName, name);
    try {
      return (await response.json()) as Content;
    } catch (cause) {
      throw new Failure('gpu.fileDamaged', { model: this.model, file: name }, { cause });
    }
  }

  async requireAll(names: readonly string[]): Promise<void> {
    const here = new Set(await this.names(mlcCaches.rest));
    const missing = names.find((name) => !here.has(name));
    if (missing !== undefined) throw new Failure('gpu.fileMissing', { model: this.model, file: missing });
  }

  async libraryName(): Promise<string> {
    const [name] = (await this.names(mlcCaches.library)).filter((some) => some.endsWith('.wasm'));
    if (name === undefined) throw new Failure('gpu.fileMissing', { model: this.model, file: '*.wasm' });
    return name;
  }

  private async names(cacheName: string): Promise<readonly string[]> {
    const keys = await (await caches.open(cacheName)).keys();
    return keys
      .filter(({ url }) => url.startsWith(this.folder))
      .map(({ url }) => decodeURIComponent(url.slice(this.folder.length)));
  }
}
