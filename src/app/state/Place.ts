export const screens = ['recipe', 'run', 'records', 'report', 'export'] as const;
export type Screen = (typeof screens)[number];

/** Where the window is: at the start, or at one step of one piece of work. */
export type Place = { readonly screen: 'start' } | { readonly screen: Screen; readonly workId: string };

/** `#/work/<id>/records`; anything else is the start. */
export function placeOf(hash: string): Place {
  const [, workId, screen] = /^#\/work\/([^/]+)(?:\/(\w+))?\/?$/.exec(hash) ?? [];
  if (workId === undefined) return { screen: 'start' };
  const known = screens.find((name) => name === screen);
  return { screen: known ?? 'recipe', workId: decode(workId) };
}

export function hashOf(place: Place): string {
  return place.screen === 'start' ? '#/' : `#/work/${encodeURIComponent(place.workId)}/${place.screen}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
