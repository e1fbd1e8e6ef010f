import type { CatalogueEntry, FileSource } from './CatalogueEntry';

export { modelHosts } from './modelHosts.mjs';

/** The models on offer. Only the page that downloads may import this file; the addresses are in `modelHosts`. */

const apache = { name: 'Apache 2.0', summary: 'Free for any use; keep the notice when you pass it on.' };

const mit = { name: 'MIT', summary: 'Free for any use; keep the notice when you pass it on.' };
const llamaLicence = {
  name: 'Llama 3.2 Community License',
  summary:
    'Free for most; follow its list of forbidden uses, and say “Built with Llama” when you pass it on.',
};
const gemmaLicence = {
  name: 'Gemma Terms of Use',
  summary: 'Free for most; follow its list of forbidden uses, and pass the terms on with it.',
};
const lfmLicence = {
  name: 'LFM Open License 1.0',
  summary: 'Free for those who earn less than 10 million US dollars a year; others ask Liquid AI.',
};

/** What the models of a family share. Contexts and languages are those that its makers name. */
const smolLm2 = {
  family: 'SmolLM2',
  publisher: 'Hugging Face',
  licence: apache,
  contextTokens: 8192,
  languages: ['en'],
  promptFormat: 'ChatML',
} as const;
const qwen3 = {
  family: 'Qwen3',
  publisher: 'Alibaba Cloud',
  licence: apache,
  contextTokens: 32_768,
  languages: ['en', 'zh', 'es', 'fr', 'pt', 'de', 'it', 'ru', 'ja', 'ko', 'ar', 'nl', 'pl', 'tr'],
  promptFormat: 'ChatML',
} as const;
const llama32 = {
  family: 'Llama 3.2',
  publisher: 'Meta',
  licence: llamaLicence,
  contextTokens: 131_072,
  languages: ['en', 'de', 'fr', 'it', 'pt', 'hi', 'es', 'th'],
  promptFormat: 'Llama 3',
} as const;
const gemma3 = {
  family: 'Gemma 3',
  publisher: 'Google',
  licence: gemmaLicence,
  contextTokens: 32_768,
  languages: ['en'],
  promptFormat: 'Gemma',
} as const;
const phi4 = {
  family: 'Phi-4',
  publisher: 'Microsoft',
  licence: mit,
  contextTokens: 131_072,
  languages: [
    'en',
    'zh',
    'es',
    'fr',
    'de',
    'it',
    'pt',
    'ja',
    'ko',
    'nl',
    'ru',
    'pl',
    'cs',
    'sv',
    'da',
    'fi',
    'ar',
  ],
  promptFormat: 'Phi',
} as const;
const lfm2 = {
  family: 'LFM2',
  publisher: 'Liquid AI',
  licence: lfmLicence,
  contextTokens: 32_768,
  languages: ['en', 'ar', 'zh', 'fr', 'de', 'ja', 'ko', 'es'],
  promptFormat: 'ChatML',
} as const;

/** A file of weights, with its quantisation. */
function gguf(
  quantisation: string,
  repository: string,
  path: string,
): Pick<CatalogueEntry, 'engine' | 'quantisation' | 'sources'> {
  const source = { host: 'huggingFace', listing: 'huggingFace', repository, revision: 'main' } as const;
  return { engine: 'llamaCpp', quantisation, sources: [{ ...source, files: [{ path }] }] };
}

/** The weights, and the library that web-llm 0.2.86 has for them. `q4f16` and `q0f16` need a GPU with 16-bit numbers. */
function mlc(
  quantisation: string,
  model: string,
): Pick<CatalogueEntry, 'engine' | 'quantisation' | 'sources' | 'needsF16'> {
  const name = `${model}-${quantisation}`;
  const weights: FileSource = {
    host: 'huggingFace',
    listing: 'huggingFace',
    repository: `mlc-ai/${name}-MLC`,
    revision: 'main',
    files: [
      { path: 'mlc-chat-config.json' },
      { path: 'tensor-cache.json', otherwise: 'ndarray-cache.json' },
      { path: 'tokenizer.json' },
      { path: 'tokenizer_config.json', optional: true },
      { path: 'params_shard_*.bin' },
    ],
  };
  const library: FileSource = {
    host: 'gitHub',
    listing: 'gitHub',
    repository: 'mlc-ai/binary-mlc-llm-libs',
    revision: 'main',
    folder: 'web-llm-models/v0_2_86/base',
    files: [{ path: `${name}_cs1k-webgpu.wasm` }],
  };
  const needsF16 = quantisation.includes('f16');
  return { engine: 'webLlm', quantisation, sources: [weights, library], ...(needsF16 ? { needsF16 } : {}) };
}

/**
 * Sizes are those of the files where they are known, otherwise reckoned from the number of weights and their bits.
 * Memory of llama.cpp is the file, the 32-bit attention memory of 4,096 tokens and 150 MB of its own; that of WebLLM is
 * what its makers state.
 */
export const catalogue: readonly CatalogueEntry[] = [
  {
    ...smolLm2,
    ...gguf('Q8_0', 'bartowski/SmolLM2-135M-Instruct-GGUF', 'SmolLM2-135M-Instruct-Q8_0.gguf'),
    id: 'smollm2-135m-q8_0',
    name: 'SmolLM2 135M',
    summary: 'The smallest; very short English notes, on any computer.',
    parameters: 135e6,
    sizeBytes: 145e6,
    memoryBytes: 480e6,
  },
  {
    ...smolLm2,
    ...gguf('Q8_0', 'HuggingFaceTB/SmolLM2-360M-Instruct-GGUF', 'smollm2-360m-instruct-q8_0.gguf'),
    id: 'smollm2-360m-q8_0',
    name: 'SmolLM2 360M',
    summary: 'Small and quick; short English notes, on any computer.',
    parameters: 362e6,
    sizeBytes: 386e6,
    memoryBytes: 870e6,
  },
  {
    ...smolLm2,
    ...gguf('Q4_K_M', 'HuggingFaceTB/SmolLM2-1.7B-Instruct-GGUF', 'smollm2-1.7b-instruct-q4_k_m.gguf'),
    id: 'smollm2-1.7b-q4_k_m',
    name: 'SmolLM2 1.7B',
    summary: 'Longer English notes; a good middle.',
    parameters: 1711e6,
    sizeBytes: 1056e6,
    memoryBytes: 2800e6,
  },
  {
    ...qwen3,
    ...gguf('Q8_0', 'Qwen/Qwen3-0.6B-GGUF', 'Qwen3-0.6B-Q8_0.gguf'),
    id: 'qwen3-0.6b-q8_0',
    name: 'Qwen3 0.6B',
    summary: 'Small, in many languages; short notes.',
    parameters: 596e6,
    sizeBytes: 639_446_688,
    memoryBytes: 1730e6,
  },
  {
    ...qwen3,
    ...gguf('Q4_K_M', 'ggml-org/Qwen3-1.7B-GGUF', 'Qwen3-1.7B-Q4_K_M.gguf'),
    id: 'qwen3-1.7b-q4_k_m',
    name: 'Qwen3 1.7B',
    summary: 'A good middle, in many languages.',
    parameters: 1721e6,
    sizeBytes: 1_282_439_264,
    memoryBytes: 2370e6,
  },
  // The larger Q4_K_M is above the 2 GiB that llama.cpp can be handed in one file here.
  {
    ...qwen3,
    ...gguf('Q3_K_M', 'unsloth/Qwen3-4B-GGUF', 'Qwen3-4B-Q3_K_M.gguf'),
    id: 'qwen3-4b-q3_k_m',
    name: 'Qwen3 4B',
    summary: 'The most careful writer here, in many languages; slow without a strong graphics processor.',
    parameters: 4022e6,
    sizeBytes: 2_075_618_592,
    memoryBytes: 3430e6,
  },
  {
    ...llama32,
    ...gguf('Q4_K_M', 'bartowski/Llama-3.2-1B-Instruct-GGUF', 'Llama-3.2-1B-Instruct-Q4_K_M.gguf'),
    id: 'llama-3.2-1b-q4_k_m',
    name: 'Llama 3.2 1B',
    summary: 'Fluent and quick; letters and notes in eight languages.',
    parameters: 1236e6,
    sizeBytes: 807_694_464,
    memoryBytes: 1230e6,
  },
  {
    ...llama32,
    ...gguf('Q4_K_M', 'bartowski/Llama-3.2-3B-Instruct-GGUF', 'Llama-3.2-3B-Instruct-Q4_K_M.gguf'),
    id: 'llama-3.2-3b-q4_k_m',
    name: 'Llama 3.2 3B',
    summary: 'Fluent and careful; letters and notes in eight languages.',
    parameters: 3213e6,
    sizeBytes: 2019e6,
    memoryBytes: 3110e6,
  },
  {
    ...gemma3,
    ...gguf('Q4_K_M', 'ggml-org/gemma-3-1b-it-GGUF', 'gemma-3-1b-it-Q4_K_M.gguf'),
    id: 'gemma-3-1b-q4_k_m',
    name: 'Gemma 3 1B',
    summary: 'Fluent English in little memory.',
    parameters: 1000e6,
    sizeBytes: 806e6,
    memoryBytes: 1170e6,
  },
  {
    ...phi4,
    ...gguf(
      'Q3_K_S',
      'bartowski/microsoft_Phi-4-mini-instruct-GGUF',
      'microsoft_Phi-4-mini-instruct-Q3_K_S.gguf',
    ),
    id: 'phi-4-mini-q3_k_s',
    name: 'Phi-4 mini 3.8B',
    summary: 'Careful and long-winded; good at letters and legal prose.',
    parameters: 3836e6,
    sizeBytes: 1900e6,
    memoryBytes: 3120e6,
  },
  {
    ...lfm2,
    ...gguf('Q4_K_M', 'LiquidAI/LFM2-350M-GGUF', 'LFM2-350M-Q4_K_M.gguf'),
    id: 'lfm2-350m-q4_k_m',
    name: 'LFM2 350M',
    summary: 'Tiny and very quick, also without a graphics processor.',
    parameters: 354e6,
    sizeBytes: 229e6,
    memoryBytes: 480e6,
  },
  {
    ...lfm2,
    ...gguf('Q4_K_M', 'LiquidAI/LFM2-1.2B-GGUF', 'LFM2-1.2B-Q4_K_M.gguf'),
    id: 'lfm2-1.2b-q4_k_m',
    name: 'LFM2 1.2B',
    summary: 'Quick for its size, also without a graphics processor.',
    parameters: 1170e6,
    sizeBytes: 730_893_248,
    memoryBytes: 980e6,
  },
  {
    ...smolLm2,
    ...mlc('q0f16', 'SmolLM2-135M-Instruct'),
    id: 'smollm2-135m-q0f16-mlc',
    name: 'SmolLM2 135M',
    summary: 'The smallest; very short English notes, on any computer.',
    parameters: 135e6,
    sizeBytes: 277e6,
    memoryBytes: 360e6,
    twin: 'smollm2-135m-q0f32-mlc',
  },
  {
    ...smolLm2,
    ...mlc('q0f32', 'SmolLM2-135M-Instruct'),
    id: 'smollm2-135m-q0f32-mlc',
    name: 'SmolLM2 135M',
    summary: 'The smallest; very short English notes, on any computer.',
    parameters: 135e6,
    sizeBytes: 546e6,
    memoryBytes: 719e6,
  },
  {
    ...smolLm2,
    ...mlc('q4f16_1', 'SmolLM2-360M-Instruct'),
    id: 'smollm2-360m-q4f16_1-mlc',
    name: 'SmolLM2 360M',
    summary: 'Small and quick; short English notes, on any computer.',
    parameters: 362e6,
    sizeBytes: 212e6,
    memoryBytes: 376e6,
    twin: 'smollm2-360m-q4f32_1-mlc',
  },
  {
    ...smolLm2,
    ...mlc('q4f32_1', 'SmolLM2-360M-Instruct'),
    id: 'smollm2-360m-q4f32_1-mlc',
    name: 'SmolLM2 360M',
    summary: 'Small and quick; short English notes, on any computer.',
    parameters: 362e6,
    sizeBytes: 234e6,
    memoryBytes: 580e6,
  },
  {
    ...smolLm2,
    ...mlc('q4f16_1', 'SmolLM2-1.7B-Instruct'),
    id: 'smollm2-1.7b-q4f16_1-mlc',
    name: 'SmolLM2 1.7B',
    summary: 'Longer English notes; a good middle.',
    parameters: 1711e6,
    sizeBytes: 971e6,
    memoryBytes: 1774e6,
    twin: 'smollm2-1.7b-q4f32_1-mlc',
  },
  {
    ...smolLm2,
    ...mlc('q4f32_1', 'SmolLM2-1.7B-Instruct'),
    id: 'smollm2-1.7b-q4f32_1-mlc',
    name: 'SmolLM2 1.7B',
    summary: 'Longer English notes; a good middle.',
    parameters: 1711e6,
    sizeBytes: 1078e6,
    memoryBytes: 2692e6,
  },
  {
    ...qwen3,
    ...mlc('q4f16_1', 'Qwen3-0.6B'),
    id: 'qwen3-0.6b-q4f16_1-mlc',
    name: 'Qwen3 0.6B',
    summary: 'Small, in many languages; short notes.',
    parameters: 596e6,
    sizeBytes: 355e6,
    memoryBytes: 1403e6,
    twin: 'qwen3-0.6b-q4f32_1-mlc',
  },
  {
    ...qwen3,
    ...mlc('q4f32_1', 'Qwen3-0.6B'),
    id: 'qwen3-0.6b-q4f32_1-mlc',
    name: 'Qwen3 0.6B',
    summary: 'Small, in many languages; short notes.',
    parameters: 596e6,
    sizeBytes: 393e6,
    memoryBytes: 1925e6,
  },
  {
    ...qwen3,
    ...mlc('q4f16_1', 'Qwen3-1.7B'),
    id: 'qwen3-1.7b-q4f16_1-mlc',
    name: 'Qwen3 1.7B',
    summary: 'A good middle, in many languages.',
    parameters: 1721e6,
    sizeBytes: 988e6,
    memoryBytes: 2037e6,
    twin: 'qwen3-1.7b-q4f32_1-mlc',
  },
  {
    ...qwen3,
    ...mlc('q4f32_1', 'Qwen3-1.7B'),
    id: 'qwen3-1.7b-q4f32_1-mlc',
    name: 'Qwen3 1.7B',
    summary: 'A good middle, in many languages.',
    parameters: 1721e6,
    sizeBytes: 1096e6,
    memoryBytes: 2635e6,
  },
  {
    ...qwen3,
    ...mlc('q4f16_1', 'Qwen3-4B'),
    id: 'qwen3-4b-q4f16_1-mlc',
    name: 'Qwen3 4B',
    summary: 'The most careful writer here, in many languages; slow without a strong graphics processor.',
    parameters: 4022e6,
    sizeBytes: 2282e6,
    memoryBytes: 3432e6,
    twin: 'qwen3-4b-q4f32_1-mlc',
  },
  {
    ...qwen3,
    ...mlc('q4f32_1', 'Qwen3-4B'),
    id: 'qwen3-4b-q4f32_1-mlc',
    name: 'Qwen3 4B',
    summary: 'The most careful writer here, in many languages; slow without a strong graphics processor.',
    parameters: 4022e6,
    sizeBytes: 2534e6,
    memoryBytes: 4328e6,
  },
  {
    ...llama32,
    ...mlc('q4f16_1', 'Llama-3.2-1B-Instruct'),
    id: 'llama-3.2-1b-q4f16_1-mlc',
    name: 'Llama 3.2 1B',
    summary: 'Fluent and quick; letters and notes in eight languages.',
    parameters: 1236e6,
    sizeBytes: 713e6,
    memoryBytes: 879e6,
    twin: 'llama-3.2-1b-q4f32_1-mlc',
  },
  {
    ...llama32,
    ...mlc('q4f32_1', 'Llama-3.2-1B-Instruct'),
    id: 'llama-3.2-1b-q4f32_1-mlc',
    name: 'Llama 3.2 1B',
    summary: 'Fluent and quick; letters and notes in eight languages.',
    parameters: 1236e6,
    sizeBytes: 790e6,
    memoryBytes: 1129e6,
  },
  {
    ...llama32,
    ...mlc('q4f16_1', 'Llama-3.2-3B-Instruct'),
    id: 'llama-3.2-3b-q4f16_1-mlc',
    name: 'Llama 3.2 3B',
    summary: 'Fluent and careful; letters and notes in eight languages.',
    parameters: 3213e6,
    sizeBytes: 1825e6,
    memoryBytes: 2264e6,
    twin: 'llama-3.2-3b-q4f32_1-mlc',
  },
  {
    ...llama32,
    ...mlc('q4f32_1', 'Llama-3.2-3B-Instruct'),
    id: 'llama-3.2-3b-q4f32_1-mlc',
    name: 'Llama 3.2 3B',
    summary: 'Fluent and careful; letters and notes in eight languages.',
    parameters: 3213e6,
    sizeBytes: 2026e6,
    memoryBytes: 2952e6,
  },
  {
    ...gemma3,
    ...mlc('q4f16_1', 'gemma3-1b-it'),
    id: 'gemma-3-1b-q4f16_1-mlc',
    name: 'Gemma 3 1B',
    summary: 'Fluent English in little memory.',
    parameters: 1000e6,
    sizeBytes: 603e6,
    memoryBytes: 711e6,
  },
  {
    ...phi4,
    ...mlc('q4f16_1', 'Phi-4-mini-instruct'),
    id: 'phi-4-mini-q4f16_1-mlc',
    name: 'Phi-4 mini 3.8B',
    summary: 'Careful and long-winded; good at letters and legal prose.',
    parameters: 3836e6,
    sizeBytes: 2183e6,
    memoryBytes: 3438e6,
    twin: 'phi-4-mini-q4f32_1-mlc',
  },
  {
    ...phi4,
    ...mlc('q4f32_1', 'Phi-4-mini-instruct'),
    id: 'phi-4-mini-q4f32_1-mlc',
    name: 'Phi-4 mini 3.8B',
    summary: 'Careful and long-winded; good at letters and legal prose.',
    parameters: 3836e6,
    sizeBytes: 2422e6,
    memoryBytes: 4221e6,
  },
];
