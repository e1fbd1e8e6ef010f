import writerCard from '../../public/writer/card.json';
import { embeddedTemplate } from './embeddedWriter.data';
import type { ModelCard } from './Engine';
import type { WriterCard } from './WriterCard';

const about = writerCard as WriterCard;

/** Ships with the app; training/ makes the file and its card. */
export const embeddedWriter: ModelCard = {
  id: writerCard.id,
  label: 'Embedded writer',
  engine: 'llamaCpp',
  file: 'writer/embedded-writer.gguf',
  sizeBytes: writerCard.sizeBytes,
  sha256: writerCard.sha256,
  contextTokens: writerCard.contextLength,
  valuesPerToken: 2304,
  promptTemplate: embeddedTemplate,
  slots: true,
  temperature: 0.4,
  retryTemperature: 0.6,
  // 19 of 20 held-out training texts need no more; see training/.
  tokensPerWord: 1.8,
  kinds: about.kinds,
  about,
};

/** Every writer the app can offer. */
export const models: readonly ModelCard[] = [embeddedWriter];
