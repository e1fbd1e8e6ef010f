import type { ModelCard } from '../../src/engines/Engine';
import type { MlcFolder } from '../../src/engines/webLlm/readMlcFolder';

/** A compiled model for tests that do not read it. */
export function mlcFolder(other: Partial<MlcFolder> = {}): MlcFolder {
  return {
    base: 'http://localhost/mlc/tiny/',
    config: {
      tokenizer_files: ['tokenizer.json'],
      vocab_size: 1000,
      quantization: 'q4f32_1',
      conv_template: { role_templates: { user: '{user_message}' } },
    },
    library: new Blob([]),
    libraryName: 'Tiny-q4f32_1-webgpu.wasm',
    largestTensorBytes: 1000,
    tokenizer: '{}',
    ...other,
  };
}

export const mlcCard: ModelCard = {
  id: 'own-tiny',
  label: 'Tiny',
  engine: 'webLlm',
  file: 'tiny',
  stored: true,
  sizeBytes: 1000,
  sha256: 'ab'.repeat(32),
  contextTokens: 2048,
  promptTemplate: '{{ kind }}',
  temperature: 0.7,
  retryTemperature: 0.9,
  tokensPerWord: 2,
};
