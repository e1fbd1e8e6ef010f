import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { placeSlots } from '../../src/engines/slots/placeSlots';
import { shapes } from '../../src/engines/slots/shapeOf';
import { RoleContexts, type RoleFact } from './RoleContexts';

const announcement = /\uE0F0 ([^\p{Co}]*)([\uE0A1-\uE0B8])/gu;
const firstShape = 0xe0a1;
const firstInWords = shapes.indexOf('yes');

/** A line of a corpus file; see writeCorpus. */
export interface CorpusLine {
  readonly prompt: string;
  readonly text: string;
  readonly told: string;
  readonly roles: readonly string[];
}

/** What a corpus file says of its roles. */
export async function learnContexts(file: string): Promise<RoleContexts> {
  const contexts = new RoleContexts();
  for await (const line of createInterface({ input: createReadStream(file) }))
    learnLine(contexts, JSON.parse(line) as CorpusLine);
  return contexts;
}

export function learnLine(contexts: RoleContexts, { prompt, text, roles }: CorpusLine): void {
  const facts = factsOf(prompt, roles);
  const slotted = facts.map((fact) => fact.slotted);
  contexts.learn(placeSlots(text, slotted), facts);
}

/** The facts that a prompt lists, with slots of their own. */
function factsOf(prompt: string, roles: readonly string[]) {
  return [...prompt.matchAll(announcement)].map(([all, name = '', shape = ''], at) => ({
    role: roles[at] ?? '',
    slotted: {
      announcement: all,
      slot: String.fromCodePoint(0xe001 + at),
      nameSlot: String.fromCodePoint(0xe081 + at),
      inWords: (shape.codePointAt(0) ?? 0) - firstShape >= firstInWords,
      fullName: name,
      fullValue: '',
      required: true,
    },
  })) satisfies RoleFact[];
}
