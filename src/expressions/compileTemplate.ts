import { Template } from '@huggingface/jinja';
import { Failure } from '../problems/Failure';
import { problem, type Problem } from '../problems/Problem';
import { remembered } from './remembered';

export type CompiledTemplate =
  { readonly render: (values: Readonly<Record<string, unknown>>) => string } | { readonly problem: Problem };

const REMEMBERED = 100;

/** Reads a Jinja template. `render` throws a Failure (`expression.templateFailed`) where the values do not fit it. */
export const compileTemplate = remembered(compile, REMEMBERED);

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
