/** Text that looks like an address and is never asked for anything, each with the reason. */
const harmless = [
  { start: 'http://www.w3.org/', reason: 'names of XML namespaces (SVG, MathML, XHTML)' },
  { start: 'https://json-schema.org/draft', reason: 'the name of the JSON Schema dialect' },
  { start: 'http://json-schema.org/draft', reason: 'the name of the JSON Schema dialect' },
  { start: 'https://svelte.dev/e/', reason: 'names of errors in messages of Svelte' },
  { start: 'https://tinyurl.com/y2uuvskb', reason: 'a pointer in an error message of Dexie' },
  { start: 'http://bit.ly/2kdckMn', reason: 'a pointer in an error message of Dexie' },
  { start: 'https://github.com/mholt/PapaParse', reason: 'the licence comment of Papa Parse' },
  { start: 'https://bit.ly/wb-precache', reason: 'a pointer in an error message of Workbox' },
  {
    start: 'https://github.com/emscripten-core/emscripten/',
    reason: "a comment in the engine's thread code",
  },
  { start: 'https://github.com/godotengine/godot/', reason: "a comment in the engine's thread code" },
  { start: 'https://github.com/ngxson/wllama/', reason: "a comment in the engine's thread code" },
];

const address = /\b(?:https?|wss?|ftp):\/\/[^\s"'`<>\\)]*/gi;

/** Addresses in a text that no entry of `harmless` explains. @param {string} text @returns {string[]} */
export function outsideAddresses(text) {
  return [...text.matchAll(address)]
    .map(([found]) => found)
    .filter((found) => !harmless.some(({ start }) => found.startsWith(start)));
}
