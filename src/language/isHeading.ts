/** Whether texts of this kind stand above others and need not end as a sentence does. */
export function isHeading(kind: string): boolean {
  return /(?:^|\s)(?:title|subject(?: line)?|heading|headline)$/iu.test(kind.trim());
}
