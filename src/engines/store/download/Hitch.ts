/** Something on the way that may be better at the next try. */
export class Hitch extends Error {
  override readonly name = 'Hitch';

  constructor(
    /** Goes on after the name of the host: "did not answer". */
    readonly reason: string,
    options: { readonly waitMs?: number | null; readonly cause?: unknown } = {},
  ) {
    super(reason, { cause: options.cause });
    this.waitMs = options.waitMs ?? null;
  }

  /** What the host asks to wait; null where it does not say. */
  readonly waitMs: number | null;
}
