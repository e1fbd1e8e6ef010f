import { instructTemplate } from '../instructTemplate.data';
import type { ModelCard } from '../Engine';
import { embeddedWriter } from '../models';
import type { StoredModel } from './StoredModel';

/** The form of prompts and replies that the app's embedded writer has: weights of another are asked in plain words. */
const embeddedForm = 2;
/** More is memory that a cell never needs. */
const mostContext = 2048;

/** What a model that the user brought needs to be offered, loaded and prompted. */
export function ownModelCard({
  id,
  engine,
  fileName,
  sizeBytes,
  sha256,
  about,
  origin,
}: StoredModel): ModelCard {
  const own = {
    id: `own-${id}`,
    label: origin?.name ?? `${about.name} (${fileName})`,
    engine,
    file: id,
    stored: true,
    sizeBytes,
    sha256,
    contextTokens: Math.min(about.contextTokens, mostContext),
    ...('valuesPerToken' in about ? { valuesPerToken: about.valuesPerToken } : {}),
  };
  if ('writerForm' in about && about.writerForm === embeddedForm) {
    const {
      promptTemplate,
      slots,
      temperature,
      retryTemperature,
      tokensPerWord,
      kinds = [],
    } = embeddedWriter;
    return {
      ...own,
      promptTemplate,
      slots: slots === true,
      temperature,
      retryTemperature,
      tokensPerWord,
      kinds,
    };
  }
  return {
    ...own,
    promptTemplate: instructTemplate,
    ...('chatTemplate' in about ? { chatTemplate: about.chatTemplate } : {}),
    temperature: 0.7,
    retryTemperature: 0.9,
    tokensPerWord: 2,
  };
}
