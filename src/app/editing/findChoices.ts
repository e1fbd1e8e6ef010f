export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  /** Whether a writer made the detail. */
  readonly prose?: boolean;
  /** Another of its names, said because it is the one that was typed. */
  readonly also?: string;
  readonly keys?: string;
  /** Shown as ticked. */
  readonly chosen?: boolean;
  /** Names that are code rather than words. */
  readonly code?: boolean;
}

export interface ChoiceGroup {
  readonly name: string;
  readonly choices: readonly Choice[];
}

/** The choices in which every typed word occurs, in label, detail or group; those whose label has them come first. */
export function findChoices(groups: readonly ChoiceGroup[], typed: string): ChoiceGroup[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
  return groups
    .map(({ name, choices }) => {
      const found = choices.filter(({ label, detail = '' }) => has(`${label} ${detail} ${name}`));
      const named = found.filter(({ label }) => has(label));
      return { name, choices: [...named, ...found.filter((choice) => !named.includes(choice))] };
    })
    .filter(({ choices }) => choices.length > 0);
}
