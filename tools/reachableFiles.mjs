/**
 * The files of a build that a page can load, itself included: what it names, what those name, and so on.
 * @param {string} page @param {ReadonlyMap<string, string>} texts of every file that is text, by path
 * @returns {Set<string>}
 */
export function reachableFiles(page, texts) {
  const names = [...texts.keys()].map((path) => ({ path, name: path.slice(path.lastIndexOf('/') + 1) }));
  const reached = new Set([page]);
  for (const path of reached) {
    const text = texts.get(path) ?? '';
    for (const { path: other, name } of names) if (text.includes(name)) reached.add(other);
  }
  return reached;
}
