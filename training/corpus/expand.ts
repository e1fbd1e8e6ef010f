import type { Random } from './seededRandom';

/** Chooses among `[a|b|c]`, innermost first, so an optional part is `[|part]`. */
export function expand(template: string, random: Random): string {
  let text = template;
  for (;;) {
    const next = text.replace(/\[([^[\]]*)\]/, (_, choices: string) => random.pick(choices.split('|')));
    if (next === text) return text;
    text = next;
  }
}
