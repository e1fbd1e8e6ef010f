import { describe, expect, test } from 'vitest';
import { compileTemplate } from '../../../src/expressions/compileTemplate';
import { renderTemplate } from '../../../src/expressions/renderTemplate';
import { Failure } from '../../../src/problems/Failure';
import { describe as say } from '../../../src/problems/describe';

describe('renderTemplate', () => {
  test('fills in values, parts and loops', () => {
    const source = '{{ kind }}{% for fact in facts %}, {{ fact.name }} {{ fact.value }}{% endfor %}';
    const values = {
      kind: 'note',
      facts: [
        { name: 'age', value: '41' },
        { name: 'pulse', value: '96' },
      ],
    };
    expect(renderTemplate(source, values)).toBe('note, age 41, pulse 96');
  });

  test('throws a failure with our own words for a template that cannot be read', () => {
    expect(() => renderTemplate('{% if %}', {})).toThrow(Failure);
    expect(() => renderTemplate('{% if %}', {})).toThrow(/not a readable Jinja template/);
  });

  test('throws a failure with our own words for values that do not fit', () => {
    expect(() => renderTemplate('{{ frob(1) }}', {})).toThrow(/could not be filled in/);
  });
});

describe('compileTemplate', () => {
  test('reports an unclosed block as a problem', () => {
    const compiled = compileTemplate('{% for x in y %}');
    expect('problem' in compiled && say(compiled.problem)).toContain('not a readable Jinja template');
  });
});
