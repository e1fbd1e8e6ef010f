import { transferHandlers, type TransferHandler } from 'comlink';
import { Failure } from '../problems/Failure';
import type { Problem } from '../problems/Problem';

type Wire =
  | { readonly isError: false; readonly value: unknown }
  | { readonly isError: true; readonly name: string; readonly message: string; readonly problem?: Problem };

/** An error as plain data. Comlink alone would keep its name and message, and lose the problem of a Failure. */
export function errorToWire(value: unknown): Wire {
  if (!(value instanceof Error)) return { isError: false, value };
  const { name, message } = value;
  return value instanceof Failure
    ? { isError: true, name, message, problem: value.problem }
    : { isError: true, name, message };
}

export function errorFromWire(wire: Wire): unknown {
  if (!wire.isError) return wire.value;
  if (wire.problem) return new Failure(wire.problem.code, wire.problem.values, { at: wire.problem.at });
  if (wire.name === 'AbortError') return new DOMException(wire.message, 'AbortError');
  return Object.assign(new Error(wire.message), { name: wire.name });
}

/** Once on each side of a worker, before the first call. */
export function registerErrorTransfer(): void {
  const comlinks = transferHandlers.get('throw');
  if (comlinks === undefined) return;
  const handler: TransferHandler<{ value: unknown }, Wire> = {
    canHandle: (value): value is { value: unknown } => comlinks.canHandle(value),
    serialize: ({ value }) => [errorToWire(value), []],
    deserialize: (wire) => {
      throw errorFromWire(wire);
    },
  };
  transferHandlers.set('throw', handler);
}
