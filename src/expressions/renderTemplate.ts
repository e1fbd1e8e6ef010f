import { Failure } from '../problems/Failure';
import { compileTemplate } from './compileTemplate';

/** Fills a Jinja template; throws a Failure where it cannot be read or filled. */
export function renderTemplate(source: string, values: Readonly<Record<string, unknown>>): string {
  const compiled = compileTemplate(source);
  if ('problem' in compiled) throw new Failure(compiled.problem.code, compiled.problem.values);
  return compiled.render(values);
}
