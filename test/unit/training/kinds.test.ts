import { describe, expect, it } from 'vitest';
import { kinds } from '../../../training/corpus/kinds/kinds';
import type { Kind, Register } from '../../../training/corpus/kind';
import { roles } from '../../../training/corpus/roles/roles';

const registers: readonly Register[] = ['plain', 'telegraphic', 'formal'];
const countWords =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|hundred|thousand|first|second|third|half|dozen|twice|once)\b/i;

const templatesOf = (kind: Kind): string[] =>
  registers.flatMap((register) => [
    ...kind[register].open,
    ...kind[register].tell.flat(),
    ...kind[register].add,
  ]);

describe('the kinds of text', () => {
  it('are at least 36, and none shares a name with another', () => {
    expect(kinds.length).toBeGreaterThanOrEqual(36);
    const names = kinds.flatMap((kind) => kind.names);
    expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
  });

  describe.each(kinds.map((kind) => [kind.names[0] ?? '', kind] as const))('%s', (_, kind) => {
    it('names roles and groups of roles that exist', () => {
      const groups = new Set(Object.values(roles).map(({ group }) => group));
      const named = templatesOf(kind).flatMap((template) =>
        [...template.matchAll(/\{(\*?)(\w+)\}/g)].map(([, star, name]) => ({ star, name: name ?? '' })),
      );
      const unknown = named.filter(({ star, name }) => (star === '*' ? !groups.has(name) : !(name in roles)));
      expect(unknown.map(({ name }) => name)).toEqual([]);
      expect(Object.keys(kind.roles).filter((role) => !(role in roles))).toEqual([]);
    });

    it('gives nothing away that no fact gives: no number, no date, no foreign character', () => {
      const prose = templatesOf(kind).map((template) => template.replace(/\{\*?\w+\}/g, ''));
      expect(prose.filter((template) => /\d/.test(template) || countWords.test(template))).toEqual([]);
      expect(prose.filter((template) => /[^ -~]/.test(template))).toEqual([]);
    });

    it('has balanced marks', () => {
      const isOpen = (template: string): boolean =>
        ['[]', '()', '{}'].some(
          ([open, close]) => template.split(open ?? '').length !== template.split(close ?? '').length,
        );
      expect(templatesOf(kind).filter(isOpen)).toEqual([]);
    });
  });
});
