/** What `today` means in a recipe that does not say. A fixed date: the clock would make a rerun differ. */
export const defaultToday = '2026-01-01';
