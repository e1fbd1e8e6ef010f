import type { LogitProcessor, MLCEngineInterface } from '@mlc-ai/web-llm';
import type { ContinuationScore, TokenScore } from '../Engine';
import type { ScoreContent } from './MlcProtocol';
import { TokenForcer } from './TokenForcer';

/** What the library, 0.2.86, keeps to itself: a processor of logits can be had from outside only for every text. */
export interface MlcInside {
  readonly tokenizer: { encode(text: string): Int32Array; decode(tokens: Int32Array): string };
  /** Tokens that prompt and reply may have together. */
  readonly contextWindowSize: number;
  logitProcessor?: LogitProcessor | undefined;
}

/** As the library puts it before the reply of a model that shall not think. */
const emptyThought = '<think>\n\n</think>\n\n';

/**
 * How likely the model is to go on with a text; null when there is no room for it. Throws what the library throws. Only
 * one may be under way, and no text beside it: the processor is everybody's.
 */
export async function scoreText(
  engine: Pick<MLCEngineInterface, 'chat'>,
  inside: MlcInside,
  { message, continuation, thinks, addsSpace }: ScoreContent,
  onToken: () => void,
): Promise<ContinuationScore | null> {
  const { tokenizer } = inside;
  const bare = addsSpace ? continuation.replace(/^ /, '') : continuation;
  const tokens = [...tokenizer.encode(bare)];
  if (tokens.length === 0) return { logProbability: 0, tokens: [] };
  // Written all the same it would fill the whole memory first.
  if (tokens.length >= inside.contextWindowSize) return null;
  const forcer = new TokenForcer(tokens, onToken);
  inside.logitProcessor = forcer;
  try {
    await engine.chat.completions.create({
      messages: [{ role: 'user', content: message }],
      // The library counts the empty thought as written.
      max_tokens: tokens.length + (thinks ? tokenizer.encode(emptyThought).length : 0),
      temperature: 1,
      top_p: 1,
      repetition_penalty: 1,
      frequency_penalty: 0,
      presence_penalty: 0,
      ignore_eos: true,
      ...(thinks ? { extra_body: { enable_thinking: false } } : {}),
    });
  } finally {
    inside.logitProcessor = undefined;
  }
  if (forcer.logProbabilities.length < tokens.length) return null;
  const spelled = spellings(tokens, (some) => tokenizer.decode(Int32Array.from(some)));
  return scoreOf(spelled, forcer.logProbabilities);
}

/** What each token adds to the text; of several that make one character the last adds it and the others nothing. */
function spellings(
  tokens: readonly number[],
  decode: (tokens: readonly number[]) => string,
): readonly string[] {
  let before = '';
  return tokens.map((_, at) => {
    const whole = decode(tokens.slice(0, at + 1));
    if (whole.endsWith('\uFFFD') && at + 1 < tokens.length) return '';
    const added = whole.slice(before.length);
    before = whole;
    return added;
  });
}

/** A character of several tokens counts as one, as likely as all of them. */
function scoreOf(spelled: readonly string[], logProbabilities: readonly number[]): ContinuationScore {
  const tokens: TokenScore[] = [];
  let open = 0;
  spelled.forEach((text, at) => {
    const sum = open + (logProbabilities[at] ?? 0);
    open = text === '' ? sum : 0;
    if (text !== '') tokens.push({ text, logProbability: sum });
  });
  return { logProbability: logProbabilities.reduce((all, one) => all + one, 0), tokens };
}
