/** The clock, for words on the screen only. */
export const now = (): number => Date.now();
