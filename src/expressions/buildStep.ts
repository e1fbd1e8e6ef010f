import type { ASTNode } from '@marcbachmann/cel-js';
import { problem } from '../problems/Problem';
import { binaryOperators } from './binaryOperators';
import { buildCall } from './buildCall';
import type { Building } from './Building';
import { Refusal } from './Refusal';
import { memberOf, isList, type Step, type Value } from './Value';

/** Turns a parsed expression into closures. Throws Refusal for what we do not run. */
export function buildStep(node: ASTNode, building: Building): Step {
  const build = (child: ASTNode): Step => buildStep(child, building);
  switch (node.op) {
    case 'value':
      return constant(node.args, building);
    case 'id':
    case '.':
      return buildPath(node, building);
    case '[]':
      return buildIndex(build(node.args[0]), build(node.args[1]));
    case 'list': {
      const items = node.args.map(build);
      return (scope) => items.map((item) => item(scope));
    }
    case 'map': {
      const entries = node.args.map(([key, value]) => [build(key), build(value)] as const);
      return (scope) => Object.fromEntries(entries.map(([key, value]) => [String(key(scope)), value(scope)]));
    }
    case '&&':
      return buildLogic(build(node.args[0]), build(node.args[1]), false);
    case '||':
      return buildLogic(build(node.args[0]), build(node.args[1]), true);
    case '?:':
      return buildChoice(build(node.args[0]), build(node.args[1]), build(node.args[2]));
    case '!_': {
      const inner = build(node.args);
      return (scope) => {
        const value = inner(scope);
        return typeof value === 'boolean' ? !value : null;
      };
    }
    case '-_': {
      const inner = build(node.args);
      return (scope) => {
        const value = inner(scope);
        return typeof value === 'number' ? -value : null;
      };
    }
    case 'call':
    case 'rcall':
      return buildCall(node, building);
    default:
      return buildBinary(node, building);
  }
}

function constant(literal: unknown, building: Building): Step {
  if (literal instanceof Uint8Array) {
    throw new Refusal(problem('expression.unsupported', '', { source: building.source, what: 'bytes' }));
  }
  const plain = literal === null || typeof literal === 'string' || typeof literal === 'boolean';
  const value: Value = plain ? literal : Number(literal);
  return () => value;
}

/** `a.b.c`: a macro variable, `today`, or a path of the record, which is noted as a reference. */
function buildPath(node: ASTNode, building: Building): Step {
  const names: string[] = [];
  let head = node;
  while (head.op === '.') {
    names.unshift(head.args[1]);
    head = head.args[0];
  }
  if (head.op !== 'id') return names.reduce(buildMember, buildStep(head, building));
  const name = head.args;
  const slot = building.variables.lastIndexOf(name);
  if (slot >= 0) return names.reduce<Step>(buildMember, (scope) => scope.locals[slot] ?? null);
  if (name === 'today' && names.length === 0) return (scope) => scope.today;
  building.references.add([name, ...names].join('.'));
  if (name in Object.prototype) return () => null;
  return names.reduce<Step>(buildMember, (scope) => scope.record[name] ?? null);
}

function buildMember(holder: Step, name: string): Step {
  return (scope) => memberOf(holder(scope), name);
}

function buildIndex(holder: Step, index: Step): Step {
  return (scope) => {
    const from = holder(scope);
    const at = index(scope);
    if (isList(from)) return typeof at === 'number' ? (from[at] ?? null) : null;
    return typeof at === 'string' ? memberOf(from, at) : null;
  };
}

/** Null stands for "not known": the other side may still decide. */
function buildLogic(left: Step, right: Step, decisive: boolean): Step {
  return (scope) => {
    const a = left(scope);
    if (a === decisive) return decisive;
    const b = right(scope);
    if (b === decisive) return decisive;
    return typeof a === 'boolean' && typeof b === 'boolean' ? !decisive : null;
  };
}

function buildChoice(condition: Step, yes: Step, no: Step): Step {
  return (scope) => {
    const held = condition(scope);
    if (typeof held !== 'boolean') return null;
    return held ? yes(scope) : no(scope);
  };
}

function buildBinary(node: ASTNode, building: Building): Step {
  const operator = binaryOperators[node.op];
  if (operator === undefined) {
    throw new Refusal(problem('expression.unsupported', '', { source: building.source, what: node.op }));
  }
  const [leftNode, rightNode] = node.args as [ASTNode, ASTNode];
  const left = buildStep(leftNode, building);
  const right = buildStep(rightNode, building);
  const asksForNull = (node.op === '==' || node.op === '!=') && (isNull(leftNode) || isNull(rightNode));
  if (asksForNull) return (scope) => operator(left(scope), right(scope));
  return (scope) => {
    const a = left(scope);
    if (a === null) return null;
    const b = right(scope);
    return b === null ? null : operator(a, b);
  };
}

function isNull(node: ASTNode): boolean {
  return node.op === 'value' && node.args === null;
}
