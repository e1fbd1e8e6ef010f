import type { Message } from '../catalogue';

export const exporterMessages = {
  'exporters.unknown': {
    level: 'wrong',
    text: 'there is no export format called `{exporter}`. Choose one of {known}.',
  },
  'exporters.noOptions': {
    level: 'wrong',
    text: 'the options for {exporter} are not a list of names and values. Leave them out to use the usual ones.',
  },
  'exporters.unknownOption': {
    level: 'wrong',
    text: '{exporter} has no option `{key}`{hint} Remove it or correct its name.',
  },
  'exporters.badOption': {
    level: 'wrong',
    text: 'the option `{key}` of {exporter} must be one of {known}.',
  },
} as const satisfies Record<string, Message>;
