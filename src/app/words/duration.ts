import { counted } from './count';

/** A rough length of time as people say it: "a few seconds", "about 4 minutes", "about 2 hours". */
export function about(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return 'a few seconds';
  if (seconds < 55) return `about ${counted(Math.round(seconds / 10) * 10, 'second')}`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `about ${counted(Math.max(1, minutes), 'minute')}`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `about ${counted(hours, 'hour')}` : `about ${counted(Math.round(hours / 24), 'day')}`;
}

/** A measured length of time: "0.4 seconds", "3 minutes 5 seconds". */
export function exactly(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} seconds`;
  const whole = Math.round(seconds);
  if (whole < 60) return counted(whole, 'second');
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return joined(counted(minutes, 'minute'), whole % 60, 'second');
  return joined(counted(Math.floor(minutes / 60), 'hour'), minutes % 60, 'minute');
}

function joined(large: string, rest: number, unit: string): string {
  return rest === 0 ? large : `${large} ${counted(rest, unit)}`;
}
