import { Template } from '@huggingface/jinja';
import { Failure } from '../problems/Failure';
import { problem, type Problem } from '../problems/Problem';

export type CompiledTemplate =
  { readonly render: (values: Readonly<Record<string, unknown>>) => string } | { readonly problem: Problem };

const CACHE_SIZE = 100;
const cache = new Map<string, CompiledTemplate>();

/** Reads a Jinja template. `render` throws a Failure (`expression.templateFailed`) where the values do not fit it. */
export function compileTemplate(source: string): CompiledTemplate {
  const known = cache.get(source);
  if (known !== undefined) return known;
  const compiled = compile(source);
  if (cache.size >= CACHE_SIZE) cache.delete(cache.keys().next().value as string);
  cache.set(source, compiled);
  return compiled;
}

function compile(source: string): CompiledTemplate {
  let template: Template;
  try {
    template = new Template(source);
  } catch (error) {
    return { problem: problem('expression.templateSyntax', '', { reason: reasonOf(error) }) };
  }
  return {
    render(values) {
      try {
        return template.render({ ...values });
      } catch (error) {
        throw new Failure('expression.templateFailed', { reason: reasonOf(error) }, { cause: error });
      }
    },
  };
}

/** The library's own words, first line only: they name tags and variables, never values. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').replace(/\.$/, '').slice(0, 160);
}
