import type { CatalogueEntry } from '../../engines/CatalogueEntry';

/**
 * The forms of a model worth a line of their own. Two that differ only in the numbers a graphics processor computes
 * with are one to the user: this device gets the one it can run. `keeps` says of which something is here already.
 */
export function formsToShow(
  forms: readonly CatalogueEntry[],
  shaderF16: boolean | undefined,
  keeps: (entry: CatalogueEntry) => boolean,
): readonly CatalogueEntry[] {
  const twins = new Set(forms.flatMap(({ twin = [] }) => twin));
  const hasTwin = ({ twin }: CatalogueEntry): boolean => forms.some(({ id }) => id === twin);
  return forms.filter(
    (entry) => keeps(entry) || (shaderF16 === false ? !hasTwin(entry) : !twins.has(entry.id)),
  );
}
