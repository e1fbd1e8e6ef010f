const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** "12:04" */
export function timeOf(at: number): string {
  return time.format(at);
}

/** "12:04" when it was today, else "3 Feb 2026". */
export function moment(at: number, now: number): string {
  return date.format(at) === date.format(now) ? `today ${time.format(at)}` : date.format(at);
}
