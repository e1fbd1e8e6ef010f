import type { SelfTest, SelfTestOutcome } from '../../engines/selfTest/SelfTest';
import { isWrong } from '../../problems/describe';
import { problem, type Problem } from '../../problems/Problem';
import type { Rehearsal } from '../rehearsal/Rehearsal';
import type { Candidate, Judgement } from './Candidate';
import { judgeField } from './judgeField';

/** A run that is not done after a night is too long. */
const mostHours = 8;
const hourMs = 3_600_000;

/** Whether a writer may be proposed on this device, and if not, why. */
export function judgeWriter({ hindrances, selfTest, rehearsal }: Candidate): Judgement {
  const tested = selfTest === null ? [] : testProblems(selfTest);
  const rehearsed =
    rehearsal === null ? [] : [...timeProblems(rehearsal), ...rehearsal.fields.flatMap(judgeField)];
  const problems = [...hindrances, ...tested, ...rehearsed];
  const wrong = problems.filter(isWrong);
  if (wrong.length > 0)
    return { standing: 'fails', problems: [...wrong, ...problems.filter((one) => !isWrong(one))] };
  if (selfTest === null) return { standing: 'untested', problems };
  return { standing: rehearsal === null ? 'unrehearsed' : 'passes', problems };
}

function testProblems({ test, refused }: SelfTestOutcome): Problem[] {
  const onGpu =
    refused === null
      ? []
      : [problem(refused.verdict === 'ended' ? 'writer.endedOnGpu' : 'writer.wrongOnGpu')];
  return test.passed ? onGpu : [failedTest(test)];
}

function failedTest({ verdict, facts }: SelfTest): Problem {
  const where = facts.backend === 'CPU' ? 'processor' : 'graphics processor';
  switch (verdict) {
    case 'ended':
      return problem('writer.ended', '', { where });
    case 'unreadable':
      return problem('writer.unreadable');
    case 'implausible':
      return problem('writer.implausible', '', { where });
    default:
      return problem('writer.wrongNumbers', '', { where });
  }
}

function timeProblems({ time }: Rehearsal): Problem[] {
  const hours = time.milliseconds / hourMs;
  if (hours <= mostHours) return [];
  return [problem('writer.tooSlow', '', { hours: Math.round(hours), records: time.records })];
}
