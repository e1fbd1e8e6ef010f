type Node =
  | { readonly kind: 'points'; readonly ranges: readonly (readonly [number, number])[] }
  | { readonly kind: 'sequence' | 'choice'; readonly items: readonly Node[] }
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'repeat'; readonly item: Node; readonly min: number; readonly max: number };

/** Whether a text is exactly what a GBNF grammar allows, by our own reading of the format (llama.cpp's grammars/README). */
export function matches(grammar: string, text: string): boolean {
  const rules = readGrammar(grammar);
  const points = [...text].map((character) => character.codePointAt(0) ?? 0);
  const known = new Map<string, ReadonlySet<number>>();

  const ends = (node: Node, from: number): ReadonlySet<number> => {
    switch (node.kind) {
      case 'points': {
        const point = points[from];
        const fits = point !== undefined && node.ranges.some(([low, high]) => point >= low && point <= high);
        return new Set(fits ? [from + 1] : []);
      }
      case 'sequence':
        return node.items.reduce<ReadonlySet<number>>(
          (at, item) => new Set([...at].flatMap((start) => [...ends(item, start)])),
          new Set([from]),
        );
      case 'choice':
        return new Set(node.items.flatMap((item) => [...ends(item, from)]));
      case 'rule': {
        const key = `${node.name} ${from}`;
        const found = known.get(key);
        if (found) return found;
        const body = rules.get(node.name);
        if (body === undefined) throw new Error(`no rule ${node.name}`);
        const all = ends(body, from);
        known.set(key, all);
        return all;
      }
      case 'repeat': {
        const all = new Set<number>(node.min === 0 ? [from] : []);
        let at: ReadonlySet<number> = new Set([from]);
        for (let count = 1; count <= node.max && at.size > 0; count++) {
          at = new Set([...at].flatMap((start) => [...ends(node.item, start)]));
          if (count >= node.min) at.forEach((end) => all.add(end));
        }
        return all;
      }
    }
  };
  return ends({ kind: 'rule', name: 'root' }, 0).has(points.length);
}

/** Reads rules one a line; throws on anything it does not know, so a malformed grammar cannot pass for a narrow one. */
export function readGrammar(grammar: string): ReadonlyMap<string, Node> {
  const rules = new Map<string, Node>();
  for (const line of grammar.split('\n')) {
    const named = /^([a-z]+) ::= (.*)$/u.exec(line);
    if (named === null) throw new Error(`not a rule: ${line}`);
    const reader = new RuleReader([...(named[2] ?? '')]);
    rules.set(named[1] ?? '', reader.whole());
  }
  return rules;
}

class RuleReader {
  private at = 0;
  constructor(private readonly source: readonly string[]) {}

  whole(): Node {
    const node = this.choice();
    if (this.at < this.source.length) throw new Error(`left over: ${this.source.slice(this.at).join('')}`);
    return node;
  }

  private choice(): Node {
    const items = [this.sequence()];
    while (this.take('|')) items.push(this.sequence());
    return { kind: 'choice', items };
  }

  private sequence(): Node {
    const items: Node[] = [];
    for (;;) {
      while (this.take(' '));
      const next = this.source[this.at];
      if (next === undefined || next === '|' || next === ')') return { kind: 'sequence', items };
      items.push(this.repeated(this.item()));
    }
  }

  private item(): Node {
    if (this.take('"')) return this.string();
    if (this.take('[')) return this.set();
    if (this.take('(')) {
      const inner = this.choice();
      if (!this.take(')')) throw new Error('a group is left open');
      return inner;
    }
    let name = '';
    while (/[a-z]/.test(this.source[this.at] ?? '')) name += this.source[this.at++];
    if (name === '') throw new Error(`unexpected ${this.source[this.at]}`);
    return { kind: 'rule', name };
  }

  private repeated(item: Node): Node {
    if (this.take('?')) return { kind: 'repeat', item, min: 0, max: 1 };
    if (this.take('*')) return { kind: 'repeat', item, min: 0, max: Infinity };
    if (this.take('+')) return { kind: 'repeat', item, min: 1, max: Infinity };
    return item;
  }

  private string(): Node {
    const items: Node[] = [];
    while (!this.take('"')) {
      const point = this.point();
      items.push({ kind: 'points', ranges: [[point, point]] });
    }
    return { kind: 'sequence', items };
  }

  private set(): Node {
    if (this.source[this.at] === '^') throw new Error('negated sets are not used here');
    const ranges: [number, number][] = [];
    while (!this.take(']')) {
      const low = this.point();
      const isRange = this.source[this.at] === '-' && this.source[this.at + 1] !== ']';
      if (isRange) this.at++;
      ranges.push([low, isRange ? this.point() : low]);
    }
    return { kind: 'points', ranges };
  }

  private point(): number {
    const character = this.source[this.at++];
    if (character === undefined) throw new Error('a text or set is left open');
    if (character !== '\\') return character.codePointAt(0) ?? 0;
    const digits = { x: 2, u: 4, U: 8 }[this.source[this.at++] ?? ''];
    if (digits === undefined) throw new Error('unknown escape');
    const hex = this.source.slice(this.at, this.at + digits).join('');
    this.at += digits;
    return Number.parseInt(hex, 16);
  }

  private take(character: string): boolean {
    if (this.source[this.at] !== character) return false;
    this.at++;
    return true;
  }
}
