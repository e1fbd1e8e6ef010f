import type { CatalogueEntry, FileSource } from './CatalogueEntry';

export { modelHosts } from './modelHosts.mjs';

/** The models on offer. Only the page that downloads may import this file; the addresses are in `modelHosts`. */

const apache = { name: 'Apache 2.0', summary: 'Free for any use; keep the notice when you pass it on.' };

function gguf(repository: string, path: string): readonly FileSource[] {
  return [{ host: 'huggingFace', listing: 'huggingFace', repository, revision: 'main', files: [{ path }] }];
}

/** The weights, and the library that web-llm 0.2.86 has for them. */
function mlc(repository: string, library: string): readonly FileSource[] {
  return [
    {
      host: 'huggingFace',
      listing: 'huggingFace',
      repository: `mlc-ai/${repository}`,
      revision: 'main',
      files: [
        { path: 'mlc-chat-config.json' },
        { path: 'tensor-cache.json', otherwise: 'ndarray-cache.json' },
        { path: 'tokenizer.json' },
        { path: 'tokenizer_config.json', optional: true },
        { path: 'params_shard_*.bin' },
      ],
    },
    {
      host: 'gitHub',
      listing: 'gitHub',
      repository: 'mlc-ai/binary-mlc-llm-libs',
      revision: 'main',
      folder: 'web-llm-models/v0_2_86/base',
      files: [{ path: library }],
    },
  ];
}

export const catalogue: readonly CatalogueEntry[] = [
  {
    id: 'smollm2-360m-q8_0',
    family: 'SmolLM2',
    name: 'SmolLM2 360M',
    publisher: 'Hugging Face',
    engine: 'llamaCpp',
    summary: 'Small and quick on any computer; short English notes.',
    licence: apache,
    parameters: 361_821_120,
    quantisation: 'Q8_0',
    sizeBytes: 386e6,
    memoryBytes: 650e6,
    contextTokens: 8192,
    languages: ['en'],
    promptFormat: 'ChatML',
    sources: gguf('HuggingFaceTB/SmolLM2-360M-Instruct-GGUF', 'smollm2-360m-instruct-q8_0.gguf'),
  },
  {
    id: 'smollm2-360m-q4f16_1-mlc',
    family: 'SmolLM2',
    name: 'SmolLM2 360M',
    publisher: 'Hugging Face',
    engine: 'webLlm',
    summary: 'Small and quick on a graphics processor; short English notes.',
    licence: apache,
    parameters: 361_821_120,
    quantisation: 'q4f16_1',
    sizeBytes: 210e6,
    memoryBytes: 376e6,
    contextTokens: 8192,
    languages: ['en'],
    promptFormat: 'ChatML',
    needsF16: true,
    sources: mlc('SmolLM2-360M-Instruct-q4f16_1-MLC', 'SmolLM2-360M-Instruct-q4f16_1_cs1k-webgpu.wasm'),
  },
];
