import { isObject, type Draft, type DraftOptions } from './Draft';
import { withTable } from './fieldEdits';

/** Options that hold expressions or prompts rather than plain paths. */
const expressionKeys = new Set(['if', 'formula', 'rule', 'prompt', 'expression', 'then']);

/**
 * Renames a field and every mention of it in its own table: paths as whole values (`facts`, `field`, `from`), and names
 * inside expressions outside their quoted texts.
 */
export function renameField(draft: Draft, table: string, from: string, to: string): Draft {
  return withTable(draft, table, (own) => {
    const renamed = (options: DraftOptions): DraftOptions => renameIn(options, from, to) as DraftOptions;
    return {
      ...own,
      fields: Object.fromEntries(
        Object.entries(own.fields).map(([name, field]) => [name === from ? to : name, renamed(field)]),
      ),
      ...(own.constraints === undefined ? {} : { constraints: own.constraints.map(renamed) }),
    };
  });
}

function renameIn(value: unknown, from: string, to: string, key = ''): unknown {
  if (typeof value === 'string') return renameInText(value, from, to, key);
  if (Array.isArray(value)) return value.map((item) => renameIn(item, from, to, key));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, keeps(name) ? item : renameIn(item, from, to, name)]),
  );
}

/** Options whose texts are the user's own values and never name a field. */
function keeps(key: string): boolean {
  return [
    'type',
    'label',
    'values',
    'choices',
    'pattern',
    'style',
    'kind',
    'parts',
    'value',
    'prefix',
  ].includes(key);
}

function renameInText(text: string, from: string, to: string, key: string): string {
  if (expressionKeys.has(key)) return renameInExpression(text, from, to);
  if (text === from) return to;
  return text.startsWith(`${from}.`) ? to + text.slice(from.length) : text;
}

function renameInExpression(text: string, from: string, to: string): string {
  const pieces = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|([A-Za-z_][\w]*)/g;
  return text.replace(pieces, (piece, quoted: string | undefined, name: string | undefined, at: number) =>
    quoted === undefined && name === from && text[at - 1] !== '.' ? to : piece,
  );
}
