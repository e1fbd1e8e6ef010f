const RESERVED = new Set(
  (
    'true false null in as break const continue else for function if import let loop package namespace ' +
    'return var void while cel today __proto__ constructor prototype toString toLocaleString valueOf ' +
    'hasOwnProperty isPrototypeOf propertyIsEnumerable __defineGetter__ __defineSetter__ __lookupGetter__ ' +
    '__lookupSetter__'
  ).split(' '),
);

/**
 * True for a name that expressions can use as it stands: a CEL identifier that is no reserved word of CEL, not
 * one of our own variables (`today`), and not a name every JavaScript object carries.
 */
export function isIdentifier(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !RESERVED.has(name);
}
