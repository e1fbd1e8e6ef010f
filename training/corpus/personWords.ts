import { sexOf, type Fact } from './fact';
import type { Random } from './seededRandom';
import { capitalised } from './makeValue';

const isPersonName = (value: string): boolean =>
  /^\p{Lu}[\p{L}'-]+ (\p{Lu}\. )?\p{Lu}[\p{L}'-]+$/u.test(value);
const article = (number: string): string => (/^(8|11$|18$)/.test(number) ? 'an' : 'a');

/** Speaks of the person: introduces them once, then uses a noun or the pronouns their sex allows. */
export class PersonWords {
  private readonly sex;
  constructor(
    facts: readonly Fact[],
    private readonly noun: string,
    private readonly random: Random,
    private readonly spend: (fact: Fact) => void,
  ) {
    this.sex = sexOf(facts);
  }

  private sexWord(fact: Fact): string {
    const said = fact.value.toLowerCase();
    return said === 'f' ? 'female' : said === 'm' ? 'male' : said;
  }

  /** `{sexWord}`: an adjective, or a noun with its article. */
  describeSex(fact: Fact): string {
    const word = this.sexWord(fact);
    return word === 'woman' || word === 'man' ? `a ${word}` : word;
  }

  introduce(open: readonly Fact[], brief: boolean): string {
    const { random, noun } = this;
    const take = (...sources: string[]): Fact | undefined =>
      open.find((fact) => sources.includes(fact.source));
    const age = random.chance(0.9) ? take('age', 'clientAge') : undefined;
    const sex = random.chance(0.92) ? take('sex', 'clientSex') : undefined;
    const client = take('name', 'client');
    const name =
      client && (client.source === 'name' || isPersonName(client.value)) && random.chance(0.75)
        ? client
        : undefined;
    const known = sex && this.sex !== 'other' ? sex : undefined;
    for (const fact of [age, known, name]) if (fact) this.spend(fact);
    const years = age?.value;
    const word = known ? this.sexWord(known) : undefined;
    if (brief) return this.introduceBriefly(name?.value, years, word, known?.value);
    const isNoun = word === 'woman' || word === 'man';
    const body = `${years ? `${years}-year-old ` : ''}${word ?? noun}`;
    const full = word && !isNoun && random.chance(0.6) ? `${body} ${noun}` : body;
    const indefinite = `${years ? article(years) : 'a'} ${full}`;
    if (name)
      return word || years
        ? random.pick([
            `${name.value}, ${indefinite},`,
            `${name.value}, ${years ? `${full === body ? `aged ${years}` + (word ? ` and ${isNoun ? `a ${word}` : word}` : '') : indefinite}` : indefinite},`,
          ])
        : name.value;
    if (!word && !years) return `the ${noun}`;
    if (years && random.chance(0.2))
      return `${word ? (isNoun ? `a ${word}` : `the ${word} ${noun}`) : `the ${noun}`}, ${random.pick([`aged ${years}`, `${years} years old`])},`;
    return random.chance(0.35) ? `${random.pick(['the', 'this'])} ${full}` : indefinite;
  }

  private introduceBriefly(
    name: string | undefined,
    years: string | undefined,
    word: string | undefined,
    asWritten: string | undefined,
  ): string {
    const short = this.noun === 'patient' ? 'pt' : this.noun === 'client' ? 'client' : 'person';
    const letter = word === 'female' || word === 'woman' ? 'F' : 'M';
    const sex =
      word &&
      (asWritten?.length === 1 || (word.length > 3 && word !== 'woman' && this.random.chance(0.2))
        ? letter
        : word);
    const base = [
      years && this.random.pick([`${years} yo`, `${years} yo`, `${years} y/o`, `${years}-year-old`]),
      sex,
    ]
      .filter(Boolean)
      .join(' ');
    const who = sex ? base : `${base} ${short}`.trim();
    return name
      ? base
        ? `${name}, ${base},`
        : name
      : this.random.chance(0.15) && sex
        ? `${who} ${short}`
        : who;
  }

  /** Replaces the person marks of a clause. */
  render(clause: string): string {
    const { random, sex, noun } = this;
    const she = sex === 'female' ? 'she' : sex === 'male' ? 'he' : 'they';
    const her = sex === 'female' ? 'her' : sex === 'male' ? 'his' : 'their';
    const object = sex === 'female' ? 'her' : sex === 'male' ? 'him' : 'them';
    const open = sex !== undefined && random.chance(sex === 'other' ? 0.4 : 0.6);
    return clause
      .replace(/@S (@?\w+)/g, (_, verb: string) => {
        const plain = verb.replace('@', '');
        const agreed = { was: 'were', is: 'are', has: 'have' }[plain];
        const fits =
          she !== 'they' ||
          agreed !== undefined ||
          /ed$|^(slept|felt|gave|came|had|left|underwent|also|did|ate|went|looked|would)$/.test(plain);
        if (!open || !fits) return `the ${noun} ${plain}`;
        return `${she} ${she === 'they' ? (agreed ?? plain) : plain}`;
      })
      .replace(/@S/g, () => `the ${noun}`)
      .replace(/@P/gi, () => (open ? her : `the ${noun}'s`))
      .replace(/@O/gi, () => (open ? object : `the ${noun}`))
      .replace(/@(was|is|has)/g, '$1');
  }
}

export const sentence = (text: string): string =>
  `${capitalised(text.trim())}${text.trim().endsWith('.') ? '' : '.'}`;
