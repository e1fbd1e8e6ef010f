import type { ASTNode } from '@marcbachmann/cel-js';
import type { Step } from './Value';

/** What building one expression gathers and shares. */
export interface Building {
  readonly source: string;
  readonly references: Set<string>;
  /** Macro variables in sight, innermost last; the index is the slot. */
  readonly variables: readonly string[];
  /** `buildStep`, handed down so that the builders need not import each other in a ring. */
  readonly build: (node: ASTNode, building: Building) => Step;
}
