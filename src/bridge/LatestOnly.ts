/** Runs one job at a time; a job asked for meanwhile replaces the one that waits, which resolves to null. */
export class LatestOnly<Result> {
  #busy = false;
  #waiting: {
    job: () => Promise<Result>;
    resolve: (result: Result | null) => void;
    reject: (error: unknown) => void;
  } | null = null;

  run(job: () => Promise<Result>): Promise<Result | null> {
    return new Promise((resolve, reject) => {
      this.#waiting?.resolve(null);
      this.#waiting = { job, resolve, reject };
      if (!this.#busy) void this.#next();
    });
  }

  async #next(): Promise<void> {
    this.#busy = true;
    for (let next = this.#waiting; next !== null; next = this.#waiting) {
      this.#waiting = null;
      try {
        next.resolve(await next.job());
      } catch (error) {
        next.reject(error);
      }
    }
    this.#busy = false;
  }
}
