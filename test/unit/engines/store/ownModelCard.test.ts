import { describe, expect, test } from 'vitest';
import { instructTemplate } from '../../../../src/engines/instructTemplate.data';
import { embeddedWriter } from '../../../../src/engines/models';
import { ownModelCard } from '../../../../src/engines/store/ownModelCard';

const model = {
  id: 'a1',
  engine: 'llamaCpp' as const,
  fileName: 'tiny-q4.gguf',
  sizeBytes: 9,
  sha256: 'ff',
  files: [],
  about: { name: 'Tiny', architecture: 'qwen3', contextTokens: 32768, chatTemplate: '{{ messages }}' },
};

describe('the card of a model that the user brought', () => {
  test('names it by itself and by its file, and asks it in plain words through its own template', () => {
    expect(ownModelCard(model)).toMatchObject({
      id: 'own-a1',
      label: 'Tiny (tiny-q4.gguf)',
      file: 'a1',
      stored: true,
      contextTokens: 2048,
      promptTemplate: instructTemplate,
      chatTemplate: '{{ messages }}',
    });
  });

  test('of a model from the catalogue names it as that does', () => {
    const origin = {
      entry: 'tiny-q4',
      name: 'Tiny 1B',
      publisher: 'Someone',
      licence: 'MIT',
      languages: ['en'],
      host: 'A host',
      revision: 'c',
    };
    expect(ownModelCard({ ...model, engine: 'webLlm', origin })).toMatchObject({
      label: 'Tiny 1B',
      engine: 'webLlm',
    });
  });

  test('of a model made for no instructions has no template', () => {
    const { chatTemplate: _, ...about } = model.about;
    expect(ownModelCard({ ...model, about })).not.toHaveProperty('chatTemplate');
  });

  test('of weights of the form of the embedded writer asks as that is asked', () => {
    const card = ownModelCard({ ...model, about: { ...model.about, contextTokens: 512, writerForm: 2 } });
    expect(card).toMatchObject({
      promptTemplate: embeddedWriter.promptTemplate,
      contextTokens: 512,
      stored: true,
    });
    expect(card).not.toHaveProperty('chatTemplate');
    expect(card).not.toHaveProperty('about');
  });
});
