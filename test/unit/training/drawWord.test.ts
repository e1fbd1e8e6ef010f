import { expect, test } from 'vitest';
import { drawName, isHeldOut } from '../../../training/corpus/drawWord';
import { roles } from '../../../training/corpus/roles/roles';
import { seededRandom } from '../../../training/corpus/seededRandom';

const draws = 400;

test('training sees the commonest name of every fact, and never one of the others that are kept from it', () => {
  const random = seededRandom(1);
  for (const { names } of Object.values(roles)) {
    const first = names[0] ?? '';
    const others = names.filter((name) => name !== first);
    const drawn = new Set(Array.from({ length: draws }, () => drawName(random, names)));
    expect(drawn).toContain(first);
    if (names.some((name) => !isHeldOut(name)))
      expect([...drawn].filter((name) => others.includes(name) && isHeldOut(name))).toEqual([]);
  }
});

test('held-out tasks draw what training never saw half of the time', () => {
  const random = seededRandom(2, true);
  const names = ['pulse', ...Object.values(roles).flatMap((role) => role.names.slice(1))];
  const kept = Array.from({ length: draws }, () => drawName(random, names)).filter(isHeldOut);
  expect(kept.length / draws).toBeGreaterThan(0.4);
});
