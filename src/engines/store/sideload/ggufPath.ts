/** `-00002-of-00003` at the end of a name, as llama.cpp splits models. */
const partMark = /-\d{5}-of-\d{5}$/;
const mostCharacters = 100;

/**
 * The name under which weights are kept: plain characters, and for the parts of a split model the form that engines
 * know, whatever they were called. `no` counts from 0.
 */
export function ggufPath(fileName: string, no: number, count: number): string {
  const stem = fileName
    .replace(/\.gguf$/i, '')
    .replace(partMark, '')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, mostCharacters);
  const digits = (value: number): string => String(value).padStart(5, '0');
  const part = count === 1 ? '' : `-${digits(no + 1)}-of-${digits(count)}`;
  return `${stem || 'model'}${part}.gguf`;
}
