import type { ASTNode } from '@marcbachmann/cel-js';
import { suggestion } from '../problems/didYouMean';
import { problem } from '../problems/Problem';
import type { Building } from './Building';
import { functions, type CelFunction } from './functions';
import { buildMacro, macros } from './macros';
import { methods, patternOf } from './methods';
import { Refusal } from './Refusal';
import type { Step } from './Value';

type CallNode = Extract<ASTNode, { op: 'call' | 'rcall' }>;

/** A function, a method, or one of the macros: `has`, `all`, `exists`, `exists_one`, `filter`, `map`, `cel.bind`. */
export function buildCall(node: CallNode, building: Building): Step {
  const name = node.args[0];
  if (node.op === 'call') {
    const steps = node.args[1].map((argument) => building.build(argument, building));
    if (name === 'has') return buildHas(steps, building);
    return apply(lookUp(functions, name, building), name, steps, building);
  }
  const [, receiver, given] = node.args;
  if (receiver.op === 'id' && receiver.args === 'cel' && name === 'bind') return buildBind(given, building);
  const macro = Object.hasOwn(macros, name) ? macros[name] : undefined;
  if (macro !== undefined) return buildLoop(name, macro, receiver, given, building);
  const literal = given[0]?.op === 'value' ? given[0].args : undefined;
  if (name === 'matches' && typeof literal === 'string') checkPattern(literal);
  const steps = [receiver, ...given].map((argument) => building.build(argument, building));
  return apply(lookUp(methods, name, building), name, steps, building);
}

function lookUp(list: Readonly<Record<string, CelFunction>>, name: string, building: Building): CelFunction {
  const found = Object.hasOwn(list, name) ? list[name] : undefined;
  if (found !== undefined) return found;
  const known = [...Object.keys(list), ...(list === functions ? ['has'] : Object.keys(macros))];
  const hint = suggestion(name, known) || `; there are ${known.map((each) => `\`${each}\``).join(', ')}.`;
  throw new Refusal(problem('expression.unknownFunction', '', { source: building.source, name, hint }));
}

function apply(unit: CelFunction, name: string, steps: readonly Step[], building: Building): Step {
  const [fewest, most] = unit.takes;
  const isMethod = !Object.hasOwn(functions, name) || functions[name] !== unit;
  if (steps.length < fewest || steps.length > most)
    refuseCount(name, steps, fewest, most, isMethod, building);
  const { call, nulls } = unit;
  const [first, second] = steps;
  if (nulls === undefined && steps.length === 1) {
    return (scope) => {
      const value = first!(scope);
      return value === null ? null : call(value);
    };
  }
  if (nulls === undefined && steps.length === 2) {
    return (scope) => {
      const a = first!(scope);
      if (a === null) return null;
      const b = second!(scope);
      return b === null ? null : call(a, b);
    };
  }
  return (scope) => {
    const values = steps.map((step) => step(scope));
    return nulls === undefined && values.includes(null) ? null : call(...values);
  };
}

function buildHas(steps: readonly Step[], building: Building): Step {
  if (steps.length !== 1) refuseCount('has', steps, 1, 1, false, building);
  const step = steps[0]!;
  return (scope) => step(scope) !== null;
}

/** `cel.bind(name, value, expression)` */
function buildBind(given: readonly ASTNode[], building: Building): Step {
  const [variable, value, body] = given;
  if (variable?.op !== 'id' || value === undefined || body === undefined) {
    throw new Refusal(
      problem('expression.unsupported', '', { source: building.source, what: 'this cel.bind' }),
    );
  }
  const bound = building.build(value, building);
  const variables = [...building.variables, variable.args];
  const inner = building.build(body, { ...building, variables });
  return (scope) => {
    scope.locals[variables.length - 1] = bound(scope);
    return inner(scope);
  };
}

function buildLoop(
  name: string,
  macro: (typeof macros)[string],
  receiver: ASTNode,
  given: readonly ASTNode[],
  building: Building,
): Step {
  const [variable, ...rest] = given;
  if (variable?.op !== 'id' || !macro.steps.includes(rest.length)) {
    const expected = `a variable and ${macro.steps.join(' or ')} expression${macro.steps.includes(2) ? 's' : ''}`;
    throw new Refusal(
      problem('expression.arguments', '', { source: building.source, name, expected, given: given.length }),
    );
  }
  const variables = [...building.variables, variable.args];
  const steps = rest.map((step) => building.build(step, { ...building, variables }));
  return buildMacro(macro.run, building.build(receiver, building), variables.length - 1, steps);
}

function refuseCount(
  name: string,
  steps: readonly Step[],
  fewest: number,
  most: number,
  isMethod: boolean,
  building: Building,
): never {
  const own = isMethod ? 1 : 0;
  const range = fewest === most ? `${fewest - own}` : `${fewest - own} to ${most - own}`;
  const expected = `${range} value${range === '1' ? '' : 's'}`;
  const given = steps.length - own;
  throw new Refusal(problem('expression.arguments', '', { source: building.source, name, expected, given }));
}

function checkPattern(source: string): void {
  try {
    patternOf(source);
  } catch {
    throw new Refusal(problem('expression.pattern', '', { pattern: source }));
  }
}
