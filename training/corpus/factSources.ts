import { clinicalFacts } from './clinicalFacts.data';
import type { FactSources } from './factSource';
import { legalFacts } from './legalFacts.data';

export const factSources: FactSources = { ...clinicalFacts, ...legalFacts };
