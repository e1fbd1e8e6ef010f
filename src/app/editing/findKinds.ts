import type { TextKind } from '../../engines/WriterCard';
import { didYouMean } from '../../problems/didYouMean';
import { tradeNames } from '../words/tradeNames';
import type { Choice, ChoiceGroup } from './findChoices';

/** The kinds that have every typed word in one of their names or in their trade, by trade, the likeliest first. */
export function findKinds(kinds: readonly TextKind[], typed: string): ChoiceGroup[] {
  const wanted = plain(typed);
  return Object.entries(tradeNames)
    .map(([trade, name]) => ({
      name,
      choices: kinds
        .filter((kind) => kind.trade === trade)
        .map((kind) => ({ kind, rank: rankOf(kind, wanted) }))
        .filter(({ rank }) => rank !== null)
        .sort((a, b) => Number(a.rank) - Number(b.rank))
        .map(({ kind }) => choiceOf(kind, wanted)),
    }))
    .filter(({ choices }) => choices.length > 0);
}

/** The kind with this name, whichever of its names that is, in small letters or large. */
export function kindNamed(kinds: readonly TextKind[], text: string): TextKind | undefined {
  const wanted = plain(text);
  return (
    kinds.find(({ name }) => plain(name) === wanted) ??
    kinds.find(({ names }) => names.some((name) => plain(name) === wanted))
  );
}

/** The name of a kind that a text with a slip in it may have meant. */
export function nearestKind(kinds: readonly TextKind[], text: string): string | undefined {
  return didYouMean(
    plain(text),
    kinds.flatMap(({ name, names }) => [name, ...names]),
  );
}

/** Null where it does not fit. */
function rankOf({ name, names, trade }: TextKind, wanted: string): number | null {
  if (plain(name).startsWith(wanted)) return 0;
  if (hasWords(name, wanted)) return 1;
  if (names.some((other) => hasWords(other, wanted))) return 2;
  return hasWords(trade, wanted) ? 3 : null;
}

function choiceOf({ name, names, example }: TextKind, wanted: string): Choice {
  const also = hasWords(name, wanted) ? undefined : names.find((other) => hasWords(other, wanted));
  return {
    id: name,
    label: name,
    detail: example.text,
    prose: true,
    ...(also === undefined ? {} : { also }),
  };
}

function hasWords(text: string, wanted: string): boolean {
  return wanted.split(' ').every((word) => text.toLowerCase().includes(word));
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
