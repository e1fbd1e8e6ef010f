import { isPlural } from '../../src/language/isPlural';
import { expand } from './expand';
import { strange, type TellableFact } from './fact';
import { genericSays } from './genericSays.data';
import type { Kind, Register, Wording } from './kind';
import { PersonWords, sentence } from './personWords';
import { roles } from './roles/roles';
import type { Random } from './seededRandom';
import { agree, fillTemplate, joined, withUnits, type Filled } from './template';

/** How much room there is: `tight` says the facts and no more, `roomy` goes on until the wanted length. */
export type Room = 'tight' | 'normal' | 'roomy';

/** Drawn anew this often before a template is given up. */
const draws = 3;

/** Composes one text that tells every fact, in a plan and a wording of its own. Values stand as slots. */
export class Composer {
  private unsaid: TellableFact[];
  private readonly person: PersonWords;
  private readonly wording: Wording;
  private readonly isBrief: boolean;

  constructor(
    private readonly kind: Kind,
    facts: readonly TellableFact[],
    private readonly register: Register,
    private readonly room: Room,
    private readonly random: Random,
  ) {
    this.unsaid = [...facts];
    this.wording = kind[register];
    this.isBrief = register === 'telegraphic';
    this.person = new PersonWords(facts, kind.person ?? 'person', random, (fact) => this.spend(fact));
  }

  /** `words` counts the text with its values in place. */
  compose(wanted: number, words: (text: string) => number): string {
    const clauses: string[] = [];
    const opening = this.opening();
    if (opening !== undefined) clauses.push(opening);
    if (this.kind.heading !== true || clauses.length === 0) {
      for (const group of this.wording.tell) this.tellGroup(group, clauses);
    }
    if (this.person.canIntroduce(this.unsaid)) clauses.unshift(this.tellPerson());
    while (this.unsaid.length > 0) clauses.push(this.tellOther());
    const sentences = this.join(clauses);
    return this.addMore(sentences, wanted, words).join(' ');
  }

  private spend(fact: TellableFact): void {
    this.unsaid = this.unsaid.filter((other) => other !== fact);
  }

  private opening(): string | undefined {
    const { random, room } = this;
    const hasPerson = this.unsaid.some(({ role }) => /^(?:age|sex|name|clientAge|clientSex)$/.test(role));
    if (room === 'tight' && !hasPerson && this.unsaid.length > 1 && random.chance(0.35)) return undefined;
    return this.choose(this.wording.open, (fit) => {
      const introduces = hasPerson && /@[WT]/i.test(fit.text);
      if (fit.facts.length === 0 && !introduces && this.unsaid.length > 1)
        return room === 'tight' ? 0.05 : room === 'roomy' ? 0.5 : 0.15;
      return (1 + 2 * fit.facts.length) * (introduces ? 4 : 1);
    });
  }

  private tellGroup(group: readonly string[], clauses: string[]): void {
    for (;;) {
      const before = this.unsaid.length;
      const clause = this.choose(group, (fit) =>
        fit.facts.length === 0 || (fit.isLoneList && !this.isBrief) ? 0 : 1 + fit.facts.length,
      );
      if (clause === undefined || this.unsaid.length === before) return;
      clauses.push(clause);
    }
  }

  /** One of the templates that fit the unsaid facts, by weight; its facts count as said. */
  private choose(templates: readonly string[], weigh: (fit: Filled) => number): string | undefined {
    const { random } = this;
    const fits: { fit: Filled; weight: number }[] = [];
    for (const template of templates) {
      for (let draw = 0; draw < draws; draw++) {
        const fit = fillTemplate(template, this.unsaid, this.isBrief, random);
        if (fit === undefined) continue;
        const weight = weigh(fit);
        if (weight > 0) fits.push({ fit, weight });
        break;
      }
    }
    let at = random.next() * fits.reduce((sum, { weight }) => sum + weight, 0);
    const chosen = fits.find(({ weight }) => (at -= weight) < 0)?.fit;
    if (chosen === undefined) return undefined;
    for (const fact of chosen.facts) this.spend(fact);
    return this.tidy(this.person.render(this.person.introduce(chosen.text, this.unsaid)));
  }

  /** A sentence for age and sex where no other had a place for them: texts begin with it. */
  private tellPerson(): string {
    const says = this.isBrief
      ? ['@T', 're @T', 'for @T']
      : ['this concerns @w', 'this is about @w', 'it concerns @w'];
    return this.tidy(this.person.introduce(this.random.pick(says), this.unsaid).replace(/,$/, ''));
  }

  private tidy(clause: string): string {
    return clause
      .replace(/\s+/g, ' ')
      .replace(/,\s*,/g, ',')
      .replace(/\s+([,.;:?!])/g, '$1')
      .trim()
      .replace(/,$/, '');
  }

  /** A sentence for facts that no template of the kind tells. */
  private tellOther(): string {
    const { random } = this;
    const inWords = this.unsaid[0];
    if (inWords === undefined) return '';
    if (inWords.slotted.inWords) {
      this.spend(inWords);
      return this.tidy(this.person.render(marked(this.tellInWords(inWords), inWords)));
    }
    const run: TellableFact[] = [];
    for (const fact of this.unsaid) {
      if (fact.slotted.inWords || fact.role !== strange || isLong(fact) || run.length === 4) break;
      run.push(fact);
    }
    if (run.length > 1 && random.chance(0.5)) {
      const facts = run.slice(0, random.int(2, run.length));
      for (const fact of facts) this.spend(fact);
      return this.tidy(this.tellList(facts));
    }
    this.spend(inWords);
    return this.tidy(this.person.render(this.tellOne(inWords)));
  }

  private tellList(facts: readonly TellableFact[]): string {
    const { random } = this;
    const list = random.pick(genericSays[this.register].lists);
    const phrases = facts.map((fact, index) => this.fillIn(index === 0 ? list.first : list.next, fact));
    const all = this.isBrief ? phrases.join(', ') : joined(phrases, random);
    return expand(list.round, random).replace('{list}', () => all);
  }

  private tellOne(fact: TellableFact): string {
    const { random } = this;
    const role = roles[fact.role];
    const own = this.isBrief ? role?.short : role?.say;
    const forms = genericSays[this.register];
    const generic = isLong(fact)
      ? forms.long
      : fact.type === 'number' || fact.type === 'integer'
        ? forms.number
        : fact.type === 'date' || fact.type === 'datetime' || fact.type === 'time'
          ? forms.date
          : forms.text;
    return this.fillIn(
      random.pick(own !== undefined && !(isLong(fact) && random.chance(0.5)) ? own : generic),
      fact,
    );
  }

  private tellInWords(fact: TellableFact): string {
    const { random } = this;
    const forms = genericSays[this.register];
    if (/sex/i.test(fact.role)) {
      const word = this.person.describeSex(fact);
      if (word === 'other')
        return random.pick(
          this.isBrief ? ['sex: other', 'sex other'] : ['@P sex is given as other', '@P sex is other'],
        );
      if (this.isBrief) return random.pick([`sex ${word}`, word, `sex: ${word}`]);
      const noun = this.kind.person ?? 'person';
      return random.pick([
        `the ${noun} is ${word}`,
        `the ${noun} @was ${word}`,
        `@P recorded sex is ${word.replace(/^a /, '')}`,
      ]);
    }
    const said = fact.value.trim().toLowerCase();
    const role = roles[fact.role];
    const isYes = /^(?:yes|true|y|1)$/.test(said);
    const isNo = /^(?:no|false|n|0)$/.test(said) && fact.type === 'boolean';
    const own = isYes ? role?.yes : isNo ? role?.no : role?.none;
    const isUnknown = /unknown|not known|n\/a|not recorded|not available/.test(said);
    const generic = isYes ? forms.yes : isNo ? forms.no : isUnknown ? forms.unknown : forms.none;
    if (own !== undefined && !isUnknown && random.chance(0.85)) return this.fillIn(random.pick(own), fact);
    return this.fillIn(random.pick(generic), fact);
  }

  private fillIn(template: string, fact: TellableFact): string {
    const text = expand(template, this.random)
      .replace('{sexWord}', () => this.person.describeSex(fact))
      .replace('{name}', fact.slotted.nameSlot)
      .replace('{}', fact.slotted.inWords ? fact.value : fact.slotted.slot);
    const verbs = isPlural(fact.name) ? text.replace(/~was/g, 'were').replace(/~is/g, 'are') : text;
    return agree(withUnits(verbs.replace(/~(was|is)/g, '$1'), [fact]), [fact]);
  }

  /** Neighbours that are short become one sentence now and then. */
  private join(clauses: readonly string[]): string[] {
    const { random } = this;
    if (this.kind.heading === true) return clauses.length === 0 ? [] : [sentence(clauses.join(', '), true)];
    const sentences: string[] = [];
    for (let at = 0; at < clauses.length; at++) {
      let clause = clauses[at] ?? '';
      const next = clauses[at + 1];
      if (next !== undefined && isShort(clause) && isShort(next) && random.chance(this.isBrief ? 0.4 : 0.3)) {
        clause += this.isBrief ? random.pick(['; ', ', ', ', ']) + next : this.linkTo(clause, next);
        at++;
      }
      sentences.push(sentence(clause));
    }
    return sentences;
  }

  /** A second clause about the person goes on without naming them again. */
  private linkTo(clause: string, next: string): string {
    const { random } = this;
    const subject = new RegExp(`^(?:the ${this.kind.person ?? 'person'}|she|he) (?!is |was (?!\\w+ed))`);
    if (subject.test(clause) && subject.test(next)) return ` and ${next.replace(subject, '')}`;
    return random.pick([', and ', ', and ', '; ']) + next;
  }

  /** Sentences that state no fact, until the text is as long as wanted. */
  private addMore(sentences: readonly string[], wanted: number, words: (text: string) => number): string[] {
    const { random, room } = this;
    const all = [...sentences];
    if (this.kind.heading === true || (room === 'tight' && all.length > 0)) return all;
    const extras = random.shuffle(this.wording.add);
    const stated = all.length;
    while (extras.length > 0 && (all.length === 0 || words(all.join(' ')) < wanted)) {
      const clause = this.tidy(
        this.person.render(this.person.introduce(expand(extras.pop() ?? '', random), [])),
      );
      // One or the other stands among the facts, the rest behind them.
      const place = stated > 1 && random.chance(0.25) ? random.int(1, stated) : all.length;
      if (clause !== '') all.splice(place, 0, sentence(clause));
    }
    return all;
  }
}

/** A clause that tells a fact in words, with the fact's slot where it has been told. */
function marked(clause: string, { slotted: { slot } }: TellableFact): string {
  return clause.trimEnd().replace(/[.!?]?$/, (end) => slot + end);
}

function isLong(fact: TellableFact): boolean {
  return fact.value.split(' ').length > 6;
}

function isShort(clause: string): boolean {
  return clause.split(' ').length < 9 && /^[a-z@]/.test(clause) && !/[.;:?!]| and /.test(clause);
}
