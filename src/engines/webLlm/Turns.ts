/** Lets one do what it has to do at a time, in the order they asked. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  take<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    const turn = this.last.then(act);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
