/** Where a mark begins that tokenizers of instructed models take for a control token, whoever writes it. */
const wellKnown = new RegExp(
  [
    // ChatML, Llama 3, Phi, DeepSeek, Gemma 4: `<|im_end|>`, `<｜User｜>`, `<|turn>`, `<turn|>`.
    '<(?=[|｜][^<>]{1,40}>)',
    '<(?=[^<>\\s][^<>]{0,40}[|｜]>)',
    // Gemma, Llama 2, Qwen and the vocabularies of most.
    '<(?=/?(?:s|bos|eos|pad|unk|cls|sep|mask|think|tool_call|tool_response|tools?|(?:start|end)_of_\\w+|im_(?:start|end)|unused\\d+)>)',
    '<(?=</?SYS>>)',
    // Mistral.
    '\\[(?=/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_\\w+|THINK|IMG\\w*|PREFIX|MIDDLE|SUFFIX)\\])',
  ].join('|'),
  'giu',
);
const inTemplate = /<[^\s<>{}'"%]{1,40}>|\[\/?[A-Z_]{2,20}\]/gu;

/**
 * A text of the user's in which no mark is left that a model would take for its own: a space goes in behind its first
 * character. `chatTemplate` is the model's, whose marks count beside the well-known ones.
 */
export function breakMarks(text: string, chatTemplate = ''): string {
  const broken = text.replace(wellKnown, '$& ');
  const own = new Set(chatTemplate.match(inTemplate) ?? []);
  return [...own].reduce(
    (some, mark) => some.replaceAll(mark, `${mark.slice(0, 1)} ${mark.slice(1)}`),
    broken,
  );
}
