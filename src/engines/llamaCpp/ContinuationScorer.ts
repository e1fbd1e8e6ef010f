import { Failure } from '../../problems/Failure';
import { leastLogProbability, type ContinuationScore, type TokenScore } from '../Engine';
import { literal } from '../shared/literal';
import { stretchesOf, type Stretch } from './stretchesOf';

/** What llama.cpp's server puts into an answer beyond the library's types. */
interface Answer {
  readonly choices: readonly { readonly logprobs: { readonly content: readonly SpelledToken[] } | null }[];
  readonly __verbose?: {
    readonly generation_settings: { readonly logit_bias: readonly { readonly token: number }[] };
  };
}

interface SpelledToken {
  readonly bytes: readonly number[];
  readonly logprob: number;
}

/** Asks the server something about what comes next. */
type Ask = (request: Readonly<Record<string, unknown>>) => Promise<unknown>;
/** The same, for what comes next behind a text that follows the prompt. */
export type AskBehind = (text: string) => Ask;

/** Stretches whose tokens are remembered: answers to choose from come again and again. */
const mostRemembered = 2000;

/**
 * Has the engine write a given text and reads what it thought of each token. Its probabilities are those of the model
 * before the grammar and the sampler: with `post_sampling_probs` off the server takes them from the logits as they are.
 *
 * Of a token that ends inside a character the server says nothing, and it fails when it has to name one. So plain ASCII
 * is scored run by run and another character alone, where it is one token; where it is several it counts 0.
 */
export class ContinuationScorer {
  private readonly addsSpace: boolean;
  private readonly model: string;
  private readonly known = new Map<string, readonly number[]>();

  /** `addsSpace`: the tokenizer puts a space before every text. `model` is its name for people. */
  constructor(addsSpace: boolean, model: string) {
    this.addsSpace = addsSpace;
    this.model = model;
  }

  /** Throws the Failure `device.tooLongToScore` when the text does not fit behind its prompt. */
  async score(continuation: string, askBehind: AskBehind): Promise<ContinuationScore> {
    const tokens: TokenScore[] = [];
    let behind = '';
    for (const stretch of stretchesOf(continuation)) {
      tokens.push(...(await this.scoreStretch(stretch, askBehind(behind))));
      behind += stretch.text;
    }
    return { logProbability: tokens.reduce((sum, token) => sum + token.logProbability, 0), tokens };
  }

  private async scoreStretch({ text, ascii }: Stretch, ask: Ask): Promise<readonly TokenScore[]> {
    const tokens = await this.tokensOf(text, ask);
    if (!ascii && tokens.length !== 1) return [{ text, logProbability: 0 }];
    const spelled = tokens.length === 0 ? [] : await spellTokens(tokens, ask);
    if (spelling(spelled) === text) return spelled.map(toScore);
    // A tokenizer that changes what it is given: the text is spelled as its characters, in no tokens of ours.
    const asCharacters = await spellCharacters(text, ask);
    if (spelling(asCharacters) === text) return asCharacters.map(toScore);
    throw new Failure('device.tooLongToScore', { model: this.model });
  }

  /**
   * The server tells the tokens of a text only where it repeats for which ones it was asked to change the odds; here by
   * nothing. Empty where the tokenizer would put a space before a text that has none.
   */
  private async tokensOf(text: string, ask: Ask): Promise<readonly number[]> {
    if (this.addsSpace && !text.startsWith(' ')) return [];
    const remembered = this.known.get(text);
    if (remembered !== undefined) return remembered;
    const answer = (await ask({
      max_tokens: 1,
      grammar: 'root ::= [ -~]',
      verbose: true,
      logit_bias: [[this.addsSpace ? text.slice(1) : text, 0]],
    })) as Answer;
    if (this.known.size >= mostRemembered) this.known.clear();
    const tokens = answer.__verbose?.generation_settings.logit_bias.map(({ token }) => token) ?? [];
    this.known.set(text, tokens);
    return tokens;
  }
}

/** `<[7]>` in a grammar is the token 7. */
function spellTokens(tokens: readonly number[], ask: Ask): Promise<readonly SpelledToken[]> {
  const grammar = `root ::= ${tokens.map((token) => `<[${token}]>`).join(' ')}`;
  return spell(grammar, tokens.length, ask);
}

/** No token is shorter than a byte. */
function spellCharacters(text: string, ask: Ask): Promise<readonly SpelledToken[]> {
  return spell(`root ::= ${literal(text)}`, new TextEncoder().encode(text).length, ask);
}

async function spell(grammar: string, mostTokens: number, ask: Ask): Promise<readonly SpelledToken[]> {
  const answer = (await ask({
    temperature: 0,
    grammar,
    max_tokens: mostTokens,
    logprobs: 1,
  })) as Answer;
  const content = answer.choices[0]?.logprobs?.content ?? [];
  return content.filter(({ bytes }) => bytes.length > 0);
}

function spelling(tokens: readonly SpelledToken[]): string {
  return new TextDecoder().decode(new Uint8Array(tokens.flatMap(({ bytes }) => bytes)));
}

function toScore({ bytes, logprob }: SpelledToken): TokenScore {
  return {
    text: new TextDecoder().decode(new Uint8Array(bytes)),
    logProbability: Math.max(logprob, leastLogProbability),
  };
}
