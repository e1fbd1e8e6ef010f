import { describe, expect, test } from 'vitest';
import { cleanValue } from '../../../../src/engines/slots/cleanValue';

describe('a value fit for a text', () => {
  test.each([
    '54',
    '142/88',
    '$1,200.50',
    '4 March 2025, 14:05',
    "O'Brien",
    'Acme Inc.',
    '37.8 °C',
    '50%',
    '<5 mg/L, >3',
    '.5',
    '(555) 010-1234',
    'a.b@example.com',
    'In re Hale v. Smith',
    '“quoted” and "quoted" [sic]',
    'ألم في الصدر',
    '胸痛（右）。',
    '👩‍⚕️ 🇩🇪',
    'pain... and more',
    'C:/data',
    'mm_Hg & co; x = 4',
    '#4',
  ])('stays as it is: %s', (value) => {
    expect(cleanValue(value)).toBe(value);
  });

  test.each([
    ['two\nlines\tand  gaps ', 'two lines and gaps'],
    ['a\u0000b\ue001c\ud83dd', 'a b c d'],
    ['con\u00adtract\u202e', 'contract'],
    ['cafe\u0301', 'café'],
    ['{{ name }} {% if %}', 'name if'],
    ['**bold** and ```code```', 'bold and code'],
    ['<b>bold</b> <|im_end|>', 'b bold /b |im_end|'],
    ['[INST] go', 'INST go'],
    ['a\\nb', 'a nb'],
    ['# title', 'title'],
    ['- item', 'item'],
    ['he said "no', 'he said no'],
    ['f(x', 'f x'],
    ['a) b]', 'a b'],
    ['([)]', '[ ]'],
    ['()', ''],
    ['a () b', 'a b'],
    [', then: ', 'then'],
    ['pain , severe', 'pain, severe'],
    ['pain,, severe..', 'pain, severe.'],
    [`5'10"`, `5'10″`],
    [`5'10" and "tall"`, `5'10″ and "tall"`],
    ['...', ''],
  ])('%j becomes %j', (value, cleaned) => {
    expect(cleanValue(value)).toBe(cleaned);
  });
});
