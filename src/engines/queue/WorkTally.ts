interface Work {
  answers: number;
  tokens: number;
  milliseconds: number;
}

/** Fewer answers of a kind that both know say little. */
const fewestAlike = 8;

/**
 * What the work of some while took, family by family. Labels take a slot for longer a token than prose does, so whoever
 * compares two whiles must compare the same work.
 */
export class WorkTally {
  private readonly families = new Map<string, Work>();

  /** `milliseconds` of the whole engine: of n texts at once each takes an nth of the time it is under way. */
  add(family: string, tokens: number, milliseconds: number): void {
    const work = this.families.get(family) ?? { answers: 0, tokens: 0, milliseconds: 0 };
    work.answers += 1;
    work.tokens += tokens;
    work.milliseconds += milliseconds;
    this.families.set(family, work);
  }

  get answers(): number {
    return [...this.families.values()].reduce((sum, { answers }) => sum + answers, 0);
  }

  /**
   * How many times as fast as `other` it got through the work of both, in the families that both have seen; undefined
   * where those are too few answers.
   */
  speedOver(other: WorkTally): number | undefined {
    let mine = 0;
    let theirs = 0;
    let answers = 0;
    let otherAnswers = 0;
    for (const [family, work] of this.families) {
      const their = other.families.get(family);
      if (their === undefined) continue;
      const tokens = work.tokens + their.tokens;
      mine += (tokens * work.milliseconds) / work.tokens;
      theirs += (tokens * their.milliseconds) / their.tokens;
      answers += work.answers;
      otherAnswers += their.answers;
    }
    if (Math.min(answers, otherAnswers) < fewestAlike) return undefined;
    return mine > 0 ? theirs / mine : 1;
  }
}
