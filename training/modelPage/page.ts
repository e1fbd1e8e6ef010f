import type { EngineOptions, ModelCard, RenderedTask, Written } from '../../src/engines/Engine';
import { llamaCpp } from '../../src/engines/llamaCpp/llamaCpp';

export interface Trial {
  readonly written: readonly Written[];
  readonly milliseconds: number;
}

const never = new AbortController().signal;

/** The engine of the app over a model of our choice: every task once, as many at a time as there are slots. */
async function tryModel(
  card: ModelCard,
  options: EngineOptions,
  tasks: readonly RenderedTask[],
): Promise<Trial> {
  const file = await (await fetch(`/${card.file}`)).blob();
  const model = await llamaCpp.load(card, [file], options, never);
  const written: Written[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < tasks.length; at = next++) {
      written[at] = await model.write(tasks[at] as RenderedTask, never);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: options.slots }, lane));
  const milliseconds = performance.now() - startedAt;
  await model.unload();
  return { written, milliseconds };
}

declare global {
  interface Window {
    tryModel: typeof tryModel;
  }
}

window.tryModel = tryModel;
