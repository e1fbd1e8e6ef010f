import { checkMessages } from './messages/verification.data';
import { writerMessages } from './messages/writers.data';
import { constraintMessages } from './messages/constraints.data';
import { cpuMessages } from './messages/cpu.data';
import { deviceMessages } from './messages/device.data';
import { downloadMessages } from './messages/downloads.data';
import { exporterMessages } from './messages/exporters.data';
import { expressionMessages } from './messages/expressions.data';
import { fieldMessages } from './messages/fields.data';
import { fitMessages } from './messages/fit.data';
import { generationMessages } from './messages/generation.data';
import { gpuMessages } from './messages/gpu.data';
import { importerMessages } from './messages/importers.data';
import { modelMessages } from './messages/models.data';
import { recipeMessages } from './messages/recipe.data';
import { statisticsMessages } from './messages/statistics.data';
import { storageMessages } from './messages/storage.data';

/** `wrong` stops the work, `caution` lets it go on and is shown, `note` only informs. */
export type Level = 'wrong' | 'caution' | 'note';

export interface Message {
  readonly level: Level;
  /** A sentence; `{name}` stands for the value of that name. What happened, then what to do. */
  readonly text: string;
}

/** Every text the product can say about a problem, one file per room. */
export const catalogue = {
  ...recipeMessages,
  ...fieldMessages,
  ...constraintMessages,
  ...expressionMessages,
  ...generationMessages,
  ...checkMessages,
  ...statisticsMessages,
  ...storageMessages,
  ...importerMessages,
  ...exporterMessages,
  ...deviceMessages,
  ...gpuMessages,
  ...cpuMessages,
  ...modelMessages,
  ...fitMessages,
  ...downloadMessages,
  ...writerMessages,
} as const satisfies Record<string, Message>;

export type ProblemCode = keyof typeof catalogue;
