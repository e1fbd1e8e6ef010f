import { choicesRung } from './choicesRung';
import { factsRung } from './factsRung';
import { formRung } from './formRung';
import { lengthRung } from './lengthRung';
import { loopsRung } from './loopsRung';
import { numbersRung } from './numbersRung';
import { pronounsRung } from './pronounsRung';
import type { Rung } from './Rung';

/** The verify ladder, cheap rungs first. */
export const rungs: readonly Rung[] = [
  choicesRung,
  lengthRung,
  formRung,
  loopsRung,
  numbersRung,
  pronounsRung,
  factsRung,
];
