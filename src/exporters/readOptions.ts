import { Failure } from '../problems/Failure';
import { suggestion } from '../problems/didYouMean';
import type { Exporter } from './Exporter';

/** Options from outside, checked against the exporter's controls, its defaults filled in. Throws `exporters.*`. */
export function readOptions<Options extends object>(exporter: Exporter<Options>, given: unknown): Options {
  if (given === undefined || given === null) return exporter.defaults;
  if (typeof given !== 'object') throw new Failure('exporters.noOptions', { exporter: exporter.label });
  for (const [key, value] of Object.entries(given)) {
    const control = exporter.controls.find((one) => one.key === key)?.control;
    if (control === undefined) {
      const known = exporter.controls.map((one) => one.key);
      const hint = suggestion(key, known) || '.';
      throw new Failure('exporters.unknownOption', { exporter: exporter.label, key, hint });
    }
    const allowed = control.kind === 'choice' ? control.choices : [true, false];
    if (!(allowed as readonly unknown[]).includes(value)) {
      const known = allowed.map((one) => `\`${String(one)}\``).join(', ');
      throw new Failure('exporters.badOption', { exporter: exporter.label, key, known });
    }
  }
  return { ...exporter.defaults, ...given };
}
