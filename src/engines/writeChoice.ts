import type { LoadedModel, RenderedTask, Written } from './Engine';
import { sharedWords } from './grammar/oneOf';

/**
 * Has a model choose, and stops as soon as no other choice begins as its reply does: mostly after one token. Where that
 * does not tell, it is asked again for twice as many; the same seed begins with the same tokens. So the choice is the one
 * that it would have spelled out. llama.cpp still knows the prompt then, WebLLM reads it anew.
 */
export async function writeChoice(
  model: LoadedModel,
  task: RenderedTask,
  choices: readonly string[],
  signal: AbortSignal,
): Promise<Written> {
  const begun = task.begun ?? '';
  const rests = choices.map((choice) => choice.slice(begun.length));
  const written = await writeRest(model, task, rests, signal);
  return begun === '' ? written : { ...written, text: `${begun}${written.text}` };
}

async function writeRest(
  model: LoadedModel,
  task: RenderedTask,
  choices: readonly string[],
  signal: AbortSignal,
): Promise<Written> {
  // A reply that is cut inside a character may end the engine.
  if (!choices.every((choice) => /^[ -~]*$/.test(choice))) return model.write(task, signal);
  // No first token tells them apart, and the prompt would be read for nothing.
  if (sharedWords(choices) !== '') return model.write(task, signal);
  let tokens = 0;
  let milliseconds = 0;
  for (let maxTokens = 1; maxTokens < task.maxTokens; maxTokens *= 2) {
    const written = await model.write({ ...task, maxTokens }, signal);
    tokens += written.tokens;
    milliseconds += written.milliseconds;
    const choice = onlyChoice(choices, written);
    if (choice !== undefined) return { ...written, text: choice, tokens, milliseconds, finish: 'stop' };
  }
  const written = await model.write(task, signal);
  return { ...written, tokens: tokens + written.tokens, milliseconds: milliseconds + written.milliseconds };
}

/** The one that a reply is or begins; undefined while it may be several. */
function onlyChoice(choices: readonly string[], { text, finish }: Written): string | undefined {
  const reply = text.trimStart();
  const left = choices.filter((choice) => {
    const written = choice.trimStart();
    return finish === 'stop' ? written === reply : reply !== '' && written.startsWith(reply);
  });
  return new Set(left).size === 1 ? left[0] : undefined;
}
