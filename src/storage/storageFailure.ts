import { Failure } from '../problems/Failure';

/**
 * Runs one act on the database; whatever it throws comes out as a Failure with the cause kept.
 * `doing` completes "could not ...": "save the recipe".
 */
export async function guard<Result>(doing: string, act: () => PromiseLike<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw storageFailure(error, doing);
  }
}

export function storageFailure(error: unknown, doing: string): Failure {
  if (error instanceof Failure) return error;
  const code = namesOf(error).includes('QuotaExceededError') ? 'storage.full' : 'storage.unavailable';
  return new Failure(code, { doing }, { cause: error });
}

/** Names of an error and of what it wraps: a full disk arrives as an AbortError or a BulkError round the real one. */
function namesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const { name, inner, cause, failures } = error as {
    name?: unknown;
    inner?: unknown;
    cause?: unknown;
    failures?: unknown;
  };
  const wrapped = [inner, cause, ...(Array.isArray(failures) ? failures.slice(0, 10) : [])];
  return [String(name), ...wrapped.flatMap((one) => namesOf(one, depth + 1))];
}
