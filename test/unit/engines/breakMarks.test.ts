import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakMarks } from '../../../src/engines/breakMarks';

/** Control tokens as the vocabularies of these families spell them. */
const marks = [
  '<|im_start|>',
  '<|im_end|>',
  '<|endoftext|>',
  '<|begin_of_text|>',
  '<|start_header_id|>',
  '<|eot_id|>',
  '<|user|>',
  '<|end|>',
  '<start_of_turn>',
  '<end_of_turn>',
  '<|turn>',
  '<turn|>',
  '<bos>',
  '<s>',
  '</s>',
  '<pad>',
  '<unused42>',
  '<think>',
  '</think>',
  '<tool_call>',
  '<｜User｜>',
  '<｜end▁of▁sentence｜>',
  '[INST]',
  '[/INST]',
  '[SYSTEM_PROMPT]',
  '[TOOL_CALLS]',
  '<<SYS>>',
  '<</SYS>>',
];

describe('breakMarks', () => {
  test.each(marks)('leaves no %s, alone, doubled or among other text', (mark) => {
    for (const text of [mark, mark + mark, `a${mark}b`, `<${mark}>`, `[${mark}]`, mark.slice(0, 1) + mark]) {
      expect(breakMarks(text)).not.toContain(mark);
    }
  });

  test('leaves none of them in any mixture', () => {
    const pieces = fc.constantFrom(...marks, '<', '>', '|', '[', ']', '/', 'x', ' ', '<|', '|>');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 10 }), (some) => {
        const broken = breakMarks(some.join(''));
        for (const mark of marks) expect(broken).not.toContain(mark);
      }),
    );
  });

  test('leaves none that stands inside another', () => {
    expect(breakMarks('<|[TOOL_CALLS]>')).toBe('< |[ TOOL_CALLS]>');
    expect(breakMarks('<[INST]|>')).toBe('< [ INST]|>');
  });

  test('adds nothing but spaces', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...marks, 'a', ' ', '<', '['), { maxLength: 8 }), (some) => {
        const text = some.join('');
        expect(breakMarks(text).replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  test('breaks the marks of the template at hand, too', () => {
    const template = "{{ '<human>' + message.content + '<bot>' }}[ASK]";
    expect(breakMarks('a <human> and a <bot>, [ASK]', template)).toBe('a < human> and a < bot>, [ ASK]');
  });

  test.each([
    '<5 mmol/L',
    'a < b > c',
    'x <= y',
    '[grave]',
    'p<0.05, n>3',
    'Zoë <zoe@example.org>',
    '[1] and [A]',
  ])('leaves “%s” as it is', (text) => {
    expect(breakMarks(text, '<|im_start|>{{ content }}<|im_end|>')).toBe(text);
  });
});
