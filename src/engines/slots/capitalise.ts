/** With a capital at its start, but where that would spoil a spelling: pH, eGFR, q4h. */
export function capitalise(value: string): string {
  const word = /^\S*/u.exec(value)?.[0] ?? '';
  if (/[\p{Lu}\p{N}]/u.test(word)) return value;
  return value.replace(
    /^(["'“‘«(]*)(\p{Ll})/u,
    (_, marks: string, letter: string) => marks + letter.toUpperCase(),
  );
}
