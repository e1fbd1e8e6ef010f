/** `visit.fields.note.words[0]`; a key that is no plain name is quoted: `visit.fields["a b"]`. */
export function pathAt(base: string, ...keys: readonly (string | number)[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `${path}[${JSON.stringify(key.slice(0, 60))}]`;
    return path === '' ? key : `${path}.${key}`;
  }, base);
}
