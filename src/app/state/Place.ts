export const screens = ['recipe', 'run', 'records', 'report', 'export'] as const;
export type Screen = (typeof screens)[number];

/** Where the window is: at the start, at one step of one piece of work, or at the device, with work open or without. */
export type Place =
  | { readonly screen: 'start' }
  | { readonly screen: 'device'; readonly workId: string | null }
  | { readonly screen: Screen; readonly workId: string };

/** `#/work/<id>/records`, `#/device`; anything else is the start. */
export function placeOf(hash: string): Place {
  if (/^#\/device\/?$/.test(hash)) return { screen: 'device', workId: null };
  const [, workId, screen] = /^#\/work\/([^/]+)(?:\/(\w+))?\/?$/.exec(hash) ?? [];
  if (workId === undefined) return { screen: 'start' };
  if (screen === 'device') return { screen, workId: decode(workId) };
  const known = screens.find((name) => name === screen);
  return { screen: known ?? 'recipe', workId: decode(workId) };
}

export function hashOf(place: Place): string {
  if (place.screen === 'start') return '#/';
  if (place.workId === null) return '#/device';
  return `#/work/${encodeURIComponent(place.workId)}/${place.screen}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
