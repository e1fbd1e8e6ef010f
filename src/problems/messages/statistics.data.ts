import type { Message } from '../catalogue';

export const statisticsMessages = {
  'distribution.missing': { level: 'wrong', text: 'the distribution needs a number for `{name}`.' },
  'distribution.notPositive': { level: 'wrong', text: '`{name}` is {value}; it must be above 0.' },
  'distribution.negative': { level: 'wrong', text: '`{name}` is {value}; it must not be below 0.' },
  'distribution.notShare': { level: 'wrong', text: '`{name}` is {value}; it must lie between 0 and 1.' },
  'distribution.notCount': {
    level: 'wrong',
    text: '`{name}` is {value}; it must be a whole number from 0 to {most}.',
  },
  'distribution.order': {
    level: 'wrong',
    text: '`{low}` is {lowValue} and above `{high}`, which is {highValue}. Put them in order.',
  },
} as const satisfies Record<string, Message>;
