import { sexOf, type TellableFact } from './fact';
import { capitalised } from './makeValue';
import type { Random } from './seededRandom';

const isPersonName = (value: string): boolean =>
  /^\p{Lu}[\p{L}'-]+ (\p{Lu}\. )?\p{Lu}[\p{L}'-]+$/u.test(value);

/** Verbs that a plural subject shares with a singular one: those in the past tense, and modal ones. */
const pluralVerb =
  /ed$|^(slept|felt|gave|came|had|left|underwent|did|ate|went|looked|would|said|told|took|saw|made|kept|spoke|began|woke|fell|held|brought|sought|understood|met|found|got|put|set|let|lost|ran|sat|stood|wrote|will|can|could|may|should|must)$/;
const agreed: Readonly<Record<string, string>> = { was: 'were', is: 'are', has: 'have' };
const adverb = /^(also|now|still|then|later|currently|otherwise|initially|recently|generally|usually)$/;

/** Speaks of the person: introduces them, then uses a noun or the pronouns their sex allows. */
export class PersonWords {
  private readonly sex;
  private isKnown = false;

  constructor(
    facts: readonly TellableFact[],
    private readonly noun: string,
    private readonly random: Random,
    private readonly spend: (fact: TellableFact) => void,
  ) {
    this.sex = sexOf(facts);
  }

  /** An adjective, or a noun with its article. */
  describeSex(fact: TellableFact): string {
    const word = sexWord(fact);
    return word === 'woman' || word === 'man' ? `a ${word}` : word;
  }

  /** Whether a sex that has a word, or an age, is still to be told of somebody. */
  canIntroduce(unsaid: readonly TellableFact[]): boolean {
    return unsaid.some(
      ({ role, slotted }) =>
        (/^(?:sex|clientSex)$/.test(role) && this.sex !== undefined && this.sex !== 'other') ||
        (/^(?:age|clientAge)$/.test(role) && !slotted.inWords),
    );
  }

  /**
   * Replaces `@W`, `@w` and `@T` with the person and whatever of age, sex and name is unsaid. The first sentence that
   * speaks of them introduces them where it can.
   */
  introduce(clause: string, unsaid: readonly TellableFact[]): string {
    const introducing =
      !this.isKnown && this.canIntroduce(unsaid) && this.random.chance(0.8)
        ? clause.replace(/@S (?=@?\w+)/, '@w ')
        : clause;
    return introducing.replace(/@[WwT]\b/g, (mark) => {
      this.isKnown = true;
      return mark === '@T' ? this.introduceBriefly(unsaid) : this.introduceFully(unsaid);
    });
  }

  private take(unsaid: readonly TellableFact[]) {
    const find = (...roles: string[]): TellableFact | undefined =>
      unsaid.find((fact) => roles.includes(fact.role) && (!fact.slotted.inWords || /sex/i.test(fact.role)));
    const age = find('age', 'clientAge');
    const sex = find('sex', 'clientSex');
    const named = find('name', 'client');
    const name =
      named !== undefined && (named.role === 'name' || isPersonName(named.value)) && this.random.chance(0.85)
        ? named
        : undefined;
    const known = sex !== undefined && this.sex !== 'other' ? sex : undefined;
    for (const fact of [age, known, name]) if (fact) this.spend(fact);
    return {
      name: name?.slotted.slot,
      years: age?.slotted.slot,
      isYoung: Number.parseInt(age?.value ?? '99') < 16,
      sex: known,
    };
  }

  private introduceFully(unsaid: readonly TellableFact[]): string {
    const { random, noun } = this;
    const { name, years, isYoung, sex } = this.take(unsaid);
    const word = sex === undefined ? undefined : sexWord(sex);
    if (name === undefined && years === undefined && word === undefined) return `the ${noun}`;
    const isNoun = word === 'woman' || word === 'man';
    const adult = word === 'female' ? 'woman' : word === 'male' ? 'man' : undefined;
    const child = adult === 'woman' ? 'girl' : adult === 'man' ? 'boy' : undefined;
    const asNoun = isYoung ? child : adult;
    const told = sex?.slotted.slot ?? '';
    const described = [years && `${years}-year-old`, word].filter(Boolean).join(' ');
    const full = `${
      word === undefined
        ? `${described} ${noun}`
        : isNoun
          ? described
          : asNoun !== undefined && random.chance(0.5)
            ? described.replace(word, asNoun)
            : years === undefined || random.chance(0.4)
              ? `${described} ${noun}`
              : described
    }${told}`;
    if (name === undefined) {
      if (years !== undefined && !isNoun && random.chance(0.12))
        return `${word === undefined ? `the ${noun}` : `the ${word} ${noun}${told}`}, ${random.pick(['aged', 'age'])} ${years},`;
      return random.chance(0.25) ? `${random.pick(['the', 'this'])} ${full}` : `a ${full}`;
    }
    if (described === '') return name;
    if (years !== undefined && word === undefined)
      return `${name}, ${random.pick([`aged ${years}`, `${years}`, `a ${full}`])},`;
    return random.chance(0.2) && years !== undefined
      ? `${name}, ${random.pick([`${word ?? noun}${told}, ${years}`, `a ${full}`])},`
      : `${name}, a ${full},`;
  }

  private introduceBriefly(unsaid: readonly TellableFact[]): string {
    const { random } = this;
    const { name, years, sex } = this.take(unsaid);
    const short = this.noun === 'patient' ? 'pt' : this.noun;
    const word = sex === undefined ? undefined : sexWord(sex);
    const letter = word === 'female' || word === 'woman' ? 'F' : 'M';
    const said =
      word === undefined ? undefined : sex?.value.length === 1 || random.chance(0.5) ? letter : word;
    const aged =
      years &&
      (said?.length === 1 && random.chance(0.4)
        ? years
        : `${years}${random.pick([' yo', ' yo', ' y/o', '-year-old'])}`);
    const told = sex?.slotted.slot ?? '';
    const who = `${[aged, said ?? short].filter(Boolean).join(' ')}${told}`;
    if (name === undefined)
      return years === undefined && said !== undefined && !/man$/.test(said)
        ? `${said} ${short}${told}`
        : who;
    return years === undefined && said === undefined
      ? name
      : `${name}, ${[aged, said].filter(Boolean).join(' ')}${told},`;
  }

  /** Replaces `@S`, `@P` and `@O`. */
  render(clause: string): string {
    const { random, sex, noun } = this;
    const she = sex === 'female' ? 'she' : sex === 'male' ? 'he' : 'they';
    const her = sex === 'female' ? 'her' : sex === 'male' ? 'his' : 'their';
    const object = sex === 'female' ? 'her' : sex === 'male' ? 'him' : 'them';
    const hasPronoun = (): boolean =>
      sex !== undefined && sex !== 'other' && random.chance(this.isKnown ? 0.7 : 0.15);
    return clause
      .replace(
        /@S (?:(\w+ly|also|now|still|then|otherwise) )?@?(\w+)/g,
        (_, before: string | undefined, verb: string) => {
          const lead = before === undefined ? '' : `${before} `;
          const fits = she !== 'they' || verb in agreed || pluralVerb.test(verb) || adverb.test(verb);
          const subject = hasPronoun() && fits ? she : undefined;
          this.isKnown = true;
          if (subject === undefined) return `the ${noun} ${lead}${verb}`;
          return `${subject} ${lead}${subject === 'they' ? (agreed[verb] ?? verb) : verb}`;
        },
      )
      .replace(/@S/g, () => `the ${noun}`)
      .replace(/@P/gi, () => (hasPronoun() ? her : `the ${noun}'s`))
      .replace(/@O/gi, () => (hasPronoun() ? object : `the ${noun}`))
      .replace(/@(was|is|has)\b/g, '$1');
  }
}

function sexWord(fact: TellableFact): string {
  const said = fact.value.toLowerCase();
  return said === 'f' ? 'female' : said === 'm' ? 'male' : said;
}

/** A clause as a sentence; a heading and a clause with its own mark keep their end. */
export function sentence(clause: string, isHeading = false): string {
  const text = capitalised(clause.trim());
  return isHeading || /[.!?]$/.test(text) ? text : `${text}.`;
}
