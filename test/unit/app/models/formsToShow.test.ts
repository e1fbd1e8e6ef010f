import { expect, test } from 'vitest';
import { formsToShow } from '../../../../src/app/models/formsToShow';
import type { CatalogueEntry } from '../../../../src/engines/CatalogueEntry';

const forms = [
  { id: 'cpu' },
  { id: 'f16', twin: 'f32' },
  { id: 'f32' },
  { id: 'lonely', twin: 'gone' },
] as CatalogueEntry[];
const shown = (shaderF16: boolean | undefined, kept: readonly string[] = []): string =>
  formsToShow(forms, shaderF16, ({ id }) => kept.includes(id))
    .map(({ id }) => id)
    .join(' ');

test('of twins one is shown: the one that the device can run, or the usual one where it has no GPU', () => {
  expect(shown(true)).toBe('cpu f16 lonely');
  expect(shown(undefined)).toBe('cpu f16 lonely');
  expect(shown(false)).toBe('cpu f32 lonely');
});

test('a form of which something is here is shown in any case', () => {
  expect(shown(true, ['f32'])).toBe('cpu f16 f32 lonely');
});
