import type { ExpectedHash } from '../Hasher';

/** Of mlc-chat-config.json. */
export interface MlcConfig {
  readonly architecture: string;
  readonly quantisation: string;
  readonly contextTokens: number;
  /** As a GGUF of ours says it, under the same name. */
  readonly writerForm?: number;
}

/** Of tensor-cache.json: one file of weights. */
export interface MlcShard {
  readonly path: string;
  readonly sizeBytes: number;
  readonly expected?: ExpectedHash;
}

const defaultContext = 4096;
/** A plain file name, which a path of ours and an address can hold. */
const plainName = /^[\w-][\w.-]*$/;

/** Null where this is no configuration of an MLC model. */
export function readConfig(json: unknown): MlcConfig | null {
  if (!isRecord(json)) return null;
  const { model_type: architecture, quantization, context_window_size: tokens, tokenizer_files } = json;
  if (typeof architecture !== 'string' || typeof quantization !== 'string' || !Array.isArray(tokenizer_files))
    return null;
  const contextTokens = typeof tokens === 'number' && tokens > 0 ? tokens : defaultContext;
  const form = json['cloister.writer.form'];
  const own = typeof form === 'number' ? { writerForm: form } : {};
  return { architecture, quantisation: quantization, contextTokens, ...own };
}

/** Null where this is no list of an MLC model's weights. */
export function readShards(json: unknown): readonly MlcShard[] | null {
  if (!isRecord(json) || !Array.isArray(json['records'])) return null;
  const shards: MlcShard[] = [];
  for (const record of json['records'] as readonly unknown[]) {
    if (!isRecord(record)) return null;
    const { dataPath: path, nbytes: sizeBytes, md5sum } = record;
    if (typeof path !== 'string' || !plainName.test(path)) return null;
    if (typeof sizeBytes !== 'number' || !Number.isSafeInteger(sizeBytes) || sizeBytes < 0) return null;
    const known = typeof md5sum === 'string' && /^[\da-f]{32}$/i.test(md5sum);
    const expected = { algorithm: 'md5', hex: String(md5sum).toLowerCase(), statedBy: 'model' } as const;
    shards.push({ path, sizeBytes, ...(known ? { expected } : {}) });
  }
  return shards.length > 0 ? shards : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
