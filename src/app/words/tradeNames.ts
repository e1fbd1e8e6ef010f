import type { TextKind } from '../../engines/WriterCard';

export const tradeNames: Readonly<Record<TextKind['trade'], string>> = {
  clinical: 'Clinical',
  legal: 'Legal',
  general: 'General',
};
