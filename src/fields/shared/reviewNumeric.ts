import { suggestion } from '../../problems/didYouMean';
import { problem, type Problem } from '../../problems/Problem';
import { numericParameters, type NumericOptions } from './numericEntries';
import { numericModel, parameterProblems, parametersTaken } from './numericModel';
import { numberGrid } from './numberGrid';

/** Below this share of a distribution a range counts as out of its reach. */
const leastShare = 1e-9;

/** Everything that can be wrong with a distribution and its limits, before a run. */
export function reviewNumeric(options: NumericOptions, decimals: number, at: string): Problem[] {
  const { distribution = 'uniform' } = options;
  const ends = distribution === 'beta' ? { min: 0, max: 1 } : {};
  const { min, max } = { ...ends, ...options };
  if (min !== undefined && max !== undefined && min > max) {
    return [problem('fields.minAboveMax', `${at}.min`, { min, max })];
  }
  const wrong = parameterProblems(options).map((found) => ({ ...found, at: `${at}.${found.at}` }));
  const taken = parametersTaken(options);
  const unused = numericParameters
    .filter((parameter) => options[parameter] !== undefined && !taken.includes(parameter))
    .map((parameter) =>
      problem('fields.parameterNotUsed', `${at}.${parameter}`, {
        distribution,
        parameter,
        hint: suggestion(parameter, taken) || '. Take it out, or choose another distribution.',
      }),
    );
  if (wrong.length > 0) return [...wrong, ...unused];
  return [...unused, ...reviewLimits(options, decimals, at)];
}

function reviewLimits(options: NumericOptions, decimals: number, at: string): Problem[] {
  const { min = -Infinity, max = Infinity, distribution = 'uniform' } = options;
  const grid = numberGrid(decimals);
  const extreme = extremeOf(options);
  if (!(extreme * grid.perOne <= Number.MAX_SAFE_INTEGER)) {
    const most = Math.floor(Number.MAX_SAFE_INTEGER / grid.perOne);
    return [problem('fields.numberTooLarge', at, { decimals, most })];
  }
  if (grid.firstFrom(min) > grid.lastUpTo(max)) {
    return [problem('fields.noGrid', `${at}.min`, { decimals, min, max })];
  }
  if (distribution === 'uniform' || distribution === 'triangular' || distribution === 'beta') return [];
  const model = numericModel(options);
  const edge = model.distribution.discrete ? 1 : 0.5 / grid.perOne;
  const below = min === -Infinity ? 0 : model.distribution.cdf(min - edge, model.parameters);
  const above = max === Infinity ? 0 : model.distribution.survival(max + edge / 2, model.parameters);
  return 1 - below - above < leastShare ? [problem('fields.outOfReach', `${at}.min`, { min, max })] : [];
}

/** Largest size, whatever the sign, that a draw could have but for one in a thousand billion. */
function extremeOf(options: NumericOptions): number {
  const { distribution, parameters } = numericModel(options);
  const { min, max } = options;
  const low = min ?? distribution.quantile(1e-12, parameters, 1);
  const high = max ?? distribution.quantile(1, parameters, 1e-12);
  return Math.max(Math.abs(low), Math.abs(high));
}
