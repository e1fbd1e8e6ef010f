import type { Random } from './seededRandom';

/** About one word in ten is kept from training, by its own spelling. */
export function isHeldOut(word: string): boolean {
  let hash = 2166136261;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 16777619);
  return ((hash >>> 8) ^ hash) % 10 === 0;
}

export function drawWord(random: Random, list: readonly string[]): string {
  return draw(random, list, isHeldOut);
}

/** What a column is called. The first of its names, the commonest, is never kept from training. */
export function drawName(random: Random, names: readonly string[]): string {
  return draw(random, names, (name) => name !== names[0] && isHeldOut(name));
}

function draw(random: Random, list: readonly string[], isKept: (word: string) => boolean): string {
  const wanted = random.heldOut && random.chance(0.5);
  for (let tries = 0; tries < 40; tries++) {
    const word = random.pick(list);
    if (isKept(word) ? random.heldOut : !wanted) return word;
  }
  return random.pick(list);
}
