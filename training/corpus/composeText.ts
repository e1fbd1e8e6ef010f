import { expand } from './expand';
import type { Fact } from './fact';
import { genericSays } from './genericSays.data';
import type { Kind } from './kind';
import { PersonWords, sentence } from './personWords';
import type { Random } from './seededRandom';
import { factSources } from './factSources';

/** "none" and its like would turn "a history of" into its opposite. */
const isEmptyValue = (fact: Fact): boolean => /^(none|unknown|n\/a|nil|not known|no|yes)$/i.test(fact.value);

export type Register = 'plain' | 'telegraphic' | 'formal';

const and = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
const withUnit = (text: string): string =>
  text.replace(
    /(\S*[^\s^]) ?\^([^^]+)\^/g,
    (_, before: string, unit: string) =>
      before + (/[\p{L}%]$/u.test(before) ? '' : unit === '%' ? unit : ` ${unit}`),
  );

/** Composes one text that says every fact once, in a random order, plan and wording. */
export class Composer {
  private left: Fact[];
  private readonly person: PersonWords;
  constructor(
    private readonly kind: Kind,
    facts: readonly Fact[],
    private readonly register: Register,
    private readonly targetWords: number,
    private readonly random: Random,
  ) {
    this.left = [...facts];
    this.person = new PersonWords(facts, kind.noun, random, (fact) => this.spend(fact));
  }

  private spend(fact: Fact): void {
    this.left = this.left.filter((other) => other !== fact);
  }

  private fill(template: string, fact: Fact): string {
    const unit = this.random.chance(0.6) ? template : template.replace(/\^[^^]+\^/, '');
    const raw = unit
      .replace('{sexWord}', () => this.person.describeSex(fact))
      .replace('{name}', () => fact.name)
      .replace('{}', () => fact.value);
    return withUnit(raw).replace(
      /\{@a\} (\S)/g,
      (_, next: string) => `${/[aeiou]/i.test(next) ? 'an' : 'a'} ${next}`,
    );
  }

  private wording(fact: Fact, form: 'say' | 'bits' | 'short'): string | undefined {
    const source = factSources[fact.source];
    const isNameless = /\d/.test(fact.name);
    const own =
      source && !(fact.source.endsWith('ex') && fact.value.toLowerCase() === 'other')
        ? source[form]
        : undefined;
    const isEmpty = isEmptyValue(fact);
    const usable = isEmpty
      ? undefined
      : own?.filter((template) => !isNameless || !template.includes('{name}'));
    const generic = isNameless ? genericSays.nameless : genericSays[fact.type];
    if (source && form === 'bits' && !own) return undefined;
    const list =
      usable?.length && this.random.chance(0.93)
        ? usable
        : fact.source.endsWith('ex')
          ? ['the recorded {name} is {}', '{name} is recorded as {}']
          : generic[form];
    return this.fill(expand(this.random.pick(list), this.random), fact);
  }

  /** An opening whose every slot is a fact still unsaid; openings that say more are likelier. */
  private opening(): string | undefined {
    const { random, kind, register } = this;
    const own =
      register === 'telegraphic'
        ? kind.openShort
        : register === 'formal' && random.chance(0.75)
          ? kind.openFormal
          : kind.open;
    const fits: { text: string; slots: string[]; weight: number }[] = [];
    for (let tries = 0; tries < 14; tries++) {
      const text = expand(random.pick(own), random);
      const slots = [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
      const general = (text.match(/@[gc]\b/g) ?? []).length;
      if (
        slots.some((slot) => !this.left.some((fact) => fact.source === slot && !isEmptyValue(fact))) ||
        general > this.left.length
      )
        continue;
      // Facts are said in the order given wherever the opening allows, so that none is lost from sight.
      const places = slots.map((slot) => this.left.findIndex((fact) => fact.source === slot));
      const skipped = Math.max(-1, ...places) + 1 - places.length;
      fits.push({ text, slots, weight: (1 + 3 * (slots.length + general)) * 0.4 ** skipped });
    }
    let at = random.next() * fits.reduce((sum, fit) => sum + fit.weight, 0);
    const chosen = fits.find((fit) => (at -= fit.weight) < 0);
    if (!chosen) return undefined;
    let text = chosen.text;
    for (const slot of chosen.slots) {
      const fact = this.left.find((other) => other.source === slot);
      if (!fact) return undefined;
      const article =
        fact.value.endsWith('s') || random.chance(0.6) ? '' : /^[aeiou]/i.test(fact.value) ? 'an ' : 'a ';
      text = text.replace(`@D{${slot}}`, () => article + fact.value);
      if (/^[aeiou]/i.test(fact.value)) text = text.replace(`a {${slot}}`, `an {${slot}}`);
      text = withUnit(text.replace(`{${slot}}`, () => fact.value));
      this.spend(fact);
    }
    text = text.replace(/@D/g, '');
    text = text.replace(/@[gc]\b/g, (mark) => {
      const fact = this.left[0];
      if (!fact) return '';
      const said = this.wording(fact, mark === '@c' ? 'say' : 'bits') ?? this.wording(fact, 'say') ?? '';
      if (said !== '') this.spend(fact);
      return said;
    });
    text = text
      .replace(/@[Ww]\b/g, () => this.person.introduce(this.left, false))
      .replace(/@T/g, () => this.person.introduce(this.left, true));
    text = this.person.render(text).replace(/,\s*,/g, ',').trim().replace(/,$/, '');
    if (register !== 'telegraphic' && random.chance(this.kind.noun === 'client' ? 0.06 : 0.22)) {
      const bits = this.takeBits(random.int(1, 2));
      if (bits.length > 0) text += `${random.pick([', with', ' with', ', with'])} ${and(bits)}`;
    }
    return text;
  }

  /** Numbers and dates list well; words seldom do. */
  private takeBits(count: number): string[] {
    const bits: string[] = [];
    while (bits.length < count) {
      const fact = this.left[0];
      if (!fact || (fact.type === 'text' && !factSources[fact.source]?.group && !this.random.chance(0.3)))
        break;
      const bit = this.wording(fact, 'bits');
      if (bit === undefined) break;
      bits.push(bit);
      this.spend(fact);
    }
    return bits;
  }

  private clause(): string {
    const fact = this.left[0];
    if (!fact) return '';
    this.spend(fact);
    return this.person.render(this.wording(fact, 'say') ?? '');
  }

  private plainSentence(): string {
    const { random } = this;
    const form = random.next();
    if (form < 0.45 && this.left.length > 1) {
      const clinical = this.kind.noun === 'patient';
      const bits = this.takeBits(random.int(2, Math.min(5, this.left.length)));
      if (bits.length > 1) {
        const list = and(bits);
        return random.pick(
          clinical
            ? [
                `${list} were recorded`,
                `${list} were ${random.pick(['noted', 'documented'])}`,
                `the record shows ${list}`,
                `on ${random.pick(['assessment', 'examination', 'review'])}, ${list} were ${random.pick(['recorded', 'noted'])}`,
                `findings included ${list}`,
                `the notes also give ${list}`,
              ]
            : [
                `the ${random.pick(['record', 'entry', 'file'])} ${random.pick(['shows', 'lists', 'gives', 'includes', 'notes'])} ${list}`,
                `${list} are ${random.pick(['recorded', 'noted', 'listed'])}`,
                `${random.pick(['details', 'the details', 'particulars'])} ${random.pick(['include', 'are', 'given are'])} ${list}`,
                `also ${random.pick(['recorded', 'noted', 'listed'])} ${random.pick(['are', 'were'])} ${list}`,
              ],
        );
      }
      if (bits[0] !== undefined)
        return random.pick([`the record shows ${bits[0]}`, `${bits[0]} was also noted`]);
    }
    const lead = random.chance(0.12)
      ? random.pick(
          this.kind.noun === 'patient'
            ? ['in addition, ', 'on review, ', 'of note, ', 'at the time, ', 'also, ']
            : ['in addition, ', 'further, ', 'of note, ', 'also, ', 'according to the file, '],
        )
      : '';
    const start = lead + this.clause();
    if (this.left.length === 0 || random.chance(0.45)) return start;
    const link = random.pick([', and ', ' and ', '; ', ', and ', ', while ', ' and ']);
    return start + link + this.clause();
  }

  private shortSentence(): string {
    const parts: string[] = [];
    const stop = this.random.int(1, 4);
    while (parts.length < stop && this.left[0]) {
      const fact = this.left[0];
      this.spend(fact);
      parts.push(this.person.render(this.wording(fact, 'short') ?? ''));
    }
    return parts.join(', ');
  }

  compose(): string {
    const { random, register } = this;
    const isShort = register === 'telegraphic';
    const said: string[] = [];
    if (random.chance(this.left.length === 0 || this.kind.noun !== 'person' ? 0.93 : 0.6))
      said.push(this.opening() ?? '');
    while (this.left.length > 0) said.push(isShort ? this.shortSentence() : this.plainSentence());
    const sentences = said.filter(Boolean).map(sentence);
    const fills = isShort ? this.kind.fillShort : this.kind.fill;
    const order = random.shuffle([...fills.keys()]);
    const extras: { place: number; text: string }[] = [];
    const countWords = (): number =>
      [...sentences, ...extras.map((extra) => extra.text)].join(' ').split(/\s+/).length;
    while (order.length > 0 && (sentences.length + extras.length === 0 || countWords() < this.targetWords)) {
      const place = order.pop() ?? 0;
      extras.push({ place, text: sentence(this.person.render(expand(fills[place] ?? '', random))) });
    }
    // In the list's own order, so that no text says the same thing again.
    extras.sort((a, b) => a.place - b.place);
    const at = random.chance(0.15) ? Math.min(1, sentences.length) : sentences.length;
    sentences.splice(at, 0, ...extras.map((extra) => extra.text));
    return sentences.join(' ');
  }
}
