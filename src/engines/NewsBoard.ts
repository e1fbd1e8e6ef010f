import type { LoadedFacts, WriterNews } from './Engine';

/** What happened to a writer, for those who ask now and those who ask later. */
export class NewsBoard {
  private readonly told: WriterNews[] = [];
  private readonly listeners: ((news: WriterNews) => void)[] = [];

  tell(news: WriterNews): void {
    this.told.push(news);
    for (const listener of this.listeners) listener(news);
  }

  follow(listener: (news: WriterNews) => void): void {
    for (const news of this.told) listener(news);
    this.listeners.push(listener);
  }

  /** As of the last news; undefined before the first. */
  get facts(): LoadedFacts | undefined {
    return this.told.at(-1)?.facts;
  }
}
