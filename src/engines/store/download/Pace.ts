/** Time and chance, and how patient a download is. A test hands in its own. */
export interface Pace {
  /** Milliseconds, of any beginning. */
  now(): number;
  /** Milliseconds since 1970. */
  wallClock(): number;
  /** Rejects with the signal's reason when it is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** From 0 up to 1, for waits that differ between machines. */
  chance(): number;
  /** Without so many bytes in so many milliseconds a connection counts as dead. */
  readonly stallMs: number;
  readonly stallBytes: number;
  /** The first wait; each later one is twice as long, up to the longest. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** A host that asks for a longer wait than this is told to the user instead. */
  readonly mostPatienceMs: number;
  /** Tries in a row without one new byte. */
  readonly mostTries: number;
}

export const patience = {
  stallMs: 30_000,
  stallBytes: 1024,
  firstWaitMs: 1000,
  longestWaitMs: 60_000,
  mostPatienceMs: 10 * 60_000,
  mostTries: 8,
} as const;

/**
 * Exponential backoff with jitter: half of the wait is fixed, half is chance, so that machines that were cut off
 * together do not come back together. `tries` counts from 1.
 */
export function backoffMs(tries: number, pace: Pace): number {
  const longest = Math.min(pace.longestWaitMs, pace.firstWaitMs * 2 ** (tries - 1));
  return longest / 2 + (pace.chance() * longest) / 2;
}

/** The header in milliseconds; null where it is absent or says nothing (RFC 9110, 10.2.3). */
export function retryAfterMs(header: string | undefined, pace: Pace): number | null {
  if (header === undefined) return null;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - pace.wallClock());
}

/** As GitHub's API says that its limit of requests is used up, and until when; null where it is not. */
export function rateLimitMs(headers: Readonly<Record<string, string>>, pace: Pace): number | null {
  if (headers['x-ratelimit-remaining'] !== '0') return null;
  const atSeconds = Number(headers['x-ratelimit-reset']);
  return Number.isFinite(atSeconds) ? Math.max(0, atSeconds * 1000 - pace.wallClock()) : 0;
}
