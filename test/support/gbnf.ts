type Node =
  | { readonly kind: 'points'; readonly ranges: readonly (readonly [number, number])[] }
  | { readonly kind: 'sequence'; readonly items: readonly Node[] }
  | { readonly kind: 'choice'; readonly items: readonly Node[] }
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'repeat'; readonly item: Node; readonly min: number; readonly max: number | null };

/** What is still to be matched, the next thing first; null when nothing is. */
type Rest = { readonly node: Node; readonly then: Rest; readonly key: string } | null;

/** Whether a text is exactly what a GBNF grammar allows, by our own reading of the format (llama.cpp's grammars/README). */
export function matches(grammar: string, text: string): boolean {
  return waysAfter(grammar, text).has('');
}

/** Whether a text is what a GBNF grammar allows, or the start of it. */
export function startsAs(grammar: string, text: string): boolean {
  return waysAfter(grammar, text).size > 0;
}

/** Every way on after a text; the empty key where it may end. */
function waysAfter(grammar: string, text: string): ReadonlyMap<string, Rest> {
  const rules = readGrammar(grammar);
  const ids = new Map<string, number>();
  const push = (node: Node, then: Rest): Rest => {
    const shape = JSON.stringify(node);
    const id = ids.get(shape) ?? ids.size;
    ids.set(shape, id);
    return { node, then, key: `${id},${then?.key ?? ''}` };
  };
  /** Every way to reach the next character, under keys that tell equal ones. */
  const open = (rest: Rest, ways: Map<string, Rest>, seen: Set<string>): void => {
    if (seen.has(rest?.key ?? '')) return;
    seen.add(rest?.key ?? '');
    if (rest === null || rest.node.kind === 'points') return void ways.set(rest?.key ?? '', rest);
    const { node, then } = rest;
    const go = (next: Rest): void => open(next, ways, seen);
    if (node.kind === 'sequence')
      return go(node.items.reduceRight<Rest>((after, item) => push(item, after), then));
    if (node.kind === 'choice') return node.items.forEach((item) => go(push(item, then)));
    if (node.kind === 'rule') {
      const body = rules.get(node.name);
      if (body === undefined) throw new Error(`no rule ${node.name}`);
      return go(push(body, then));
    }
    if (node.min === 0) go(then);
    const again: Node = {
      ...node,
      min: Math.max(0, node.min - 1),
      max: node.max === null ? null : node.max - 1,
    };
    if (node.max !== 0) go(push(node.item, push(again, then)));
  };
  let ways = new Map<string, Rest>();
  open(push({ kind: 'rule', name: 'root' }, null), ways, new Set());
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const next = new Map<string, Rest>();
    const seen = new Set<string>();
    for (const way of ways.values()) {
      const fits =
        way?.node.kind === 'points' && way.node.ranges.some(([low, high]) => point >= low && point <= high);
      if (fits) open(way.then, next, seen);
    }
    ways = next;
  }
  return ways;
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
    if (this.take('*')) return { kind: 'repeat', item, min: 0, max: null };
    if (this.take('+')) return { kind: 'repeat', item, min: 1, max: null };
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
