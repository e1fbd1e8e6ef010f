import { describe, expect, test } from 'vitest';
import { choicesRung } from '../../../src/verification/choicesRung';
import { factsRung } from '../../../src/verification/factsRung';
import { formRung } from '../../../src/verification/formRung';
import { lengthRung } from '../../../src/verification/lengthRung';
import { loopsRung } from '../../../src/verification/loopsRung';
import { numbersRung } from '../../../src/verification/numbersRung';
import { pronounsRung } from '../../../src/verification/pronounsRung';
import { reviewText } from '../../../src/verification/reviewText';
import { rungs } from '../../../src/verification/rungs';
import { codes, factOf, taskOf } from './taskOf';

describe('length', () => {
  test.each([
    ['Two words.', ['tooShort']],
    ['A 41-year-old – with BP 142/88.', []],
    [`Word ${'word '.repeat(60)}end.`, ['tooLong']],
  ])('%s', (text, expected) => {
    expect(codes(lengthRung, text)).toEqual(expected);
  });
});

describe('form', () => {
  test.each([
    ['Seen for chest pain. Stable.', []],
    ['41-year-old seen today (stable).', []],
    ['"Seen," she said.', []],
    ['It’s the patient’s “old” knee.', []],
    ['Élodie was seen.\nShe is well!', []],
    ['患者は胸痛を訴えた。', []],
    ['  ', ['empty']],
    ['seen for chest pain.', ['startsOddly']],
    ['Seen for chest', ['endsOddly']],
    ['Seen for chest,', ['endsOddly']],
    ['Seen (for chest pain.', ['unbalanced']],
    ['Seen for "chest pain.', ['unbalanced']],
    ['Seen for chest pain). ( Stable.', ['unbalanced']],
    ['Seen \u0007today.', ['unprintable']],
    ['Seen \uFFFD today.', ['unprintable']],
    ['Seen \uD83D today.', ['unprintable']],
    ['Seen , today.', ['punctuation']],
    ['Seen,, today.', ['punctuation']],
    ['Seen today..', ['punctuation']],
    ['Seen **today**.', ['markup']],
    ['Seen today.</s>.', ['markup']],
    ['Seen today.\n- Age 41.', ['markup']],
    ['Note: seen today.', []],
    ['Text: Seen today.', ['echo']],
    ['User-reported pain.', []],
    [`He is 5'10" tall (a "giant").`, []],
    [`He is 5'10" tall and "old.`, ['unbalanced']],
    ['Seen today.\nwords: 15-60.', ['echo']],
    ['Triage note: Seen today.', ['echo']],
  ])('%j', (text, expected) => {
    expect(codes(formRung, text)).toEqual(expected);
  });
});

test('a heading may end with its last word', () => {
  const title = taskOf([], { kind: 'email subject line' });
  expect(codes(formRung, 'Hearing moved to May', title)).toEqual([]);
  expect(codes(formRung, 'Hearing (moved)', title)).toEqual([]);
  expect(codes(formRung, 'Hearing moved.', title)).toEqual([]);
  expect(codes(formRung, 'Hearing moved,', title)).toEqual(['endsOddly']);
  expect(codes(formRung, 'Hearing moved to -', title)).toEqual(['endsOddly']);
  expect(codes(formRung, 'Hearing moved', taskOf([], { kind: 'subject review' }))).toEqual(['endsOddly']);
});

describe('loops', () => {
  test.each([
    ['The pain began today. The pain is sharp.', []],
    ['She had had pain, and said that that was new.', []],
    ['The the pain began.', ['doubledWord']],
    ['Pain is sharp. Seen today. Pain is sharp!', ['repeatedSentence']],
    ['Pain is sharp at night, at night only.', []],
    ['The fee is recorded as the first. The cost is recorded as the next.', []],
    ['A is told to go as B is told to go as C is told to go home.', ['repeatedPhrase']],
    [
      'He was given warm fluids by mouth at noon and was given warm fluids by mouth at night.',
      ['repeatedPhrase'],
    ],
  ])('%s', (text, expected) => {
    expect(codes(loopsRung, text)).toEqual(expected);
  });

  test('lets a value begin with the word beside it', () => {
    expect(codes(loopsRung, 'Filed in In re Hale.', taskOf([factOf('case', 'In re Hale')]))).toEqual([]);
  });

  test('lets a long value of a fact return', () => {
    const task = taskOf([factOf('complaint', 'sudden shortness of breath on exertion')]);
    const text =
      'Seen for sudden shortness of breath on exertion. The sudden shortness of breath on exertion is new.';
    expect(codes(loopsRung, text, task)).toEqual([]);
    expect(codes(loopsRung, text)).toEqual(['repeatedPhrase']);
  });
});

describe('numbers', () => {
  const task = taskOf([
    factOf('age', '41', 'integer'),
    factOf('fee', '1250', 'number'),
    factOf('bp', '142/88'),
    factOf('arrived', '2025-03-04T15:30:00', 'datetime'),
    factOf('spo2', '97', 'integer'),
  ]);

  test.each([
    ['Forty-one years, 41 in digits, fee 1,250.00, BP 142/88.', []],
    ['Seen on 4 March 2025 at 3:30 pm or 15:30; SpO2 97.', []],
    ['One nurse saw them first.', []],
    ['Pain for three days.', ['strangeNumber']],
    ['BP 142/90 and 142/90 again.', ['strangeNumber']],
    ['Seen on 4 April 2025.', ['strangeDate']],
    ['Seen on 5 March and 6 March.', ['strangeDate', 'strangeDate']],
    ['Seen in March 2025, and in 2025 again.', []],
    ['Seen in April 2025.', ['strangeDate']],
    ['Pain for 4 days at 16:30.', ['strangeNumber', 'strangeNumber', 'strangeNumber']],
  ])('%s', (text, expected) => {
    expect(codes(numbersRung, text, task)).toEqual(expected);
  });

  test('allows the numbers of the kind and of the user’s own instruction', () => {
    const own = taskOf([], { kind: '30-day review', instruction: 'Mention the 72 hours.' });
    expect(codes(numbersRung, 'The 30-day review ran 72 hours, not 73.', own)).toEqual(['strangeNumber']);
  });
});

describe('pronouns', () => {
  const female = taskOf([factOf('patient.sex', 'female')]);
  const male = taskOf([factOf('patient.sex', 'M')]);
  const other = taskOf([factOf('sex', 'other')]);

  test.each([
    ['She is well; her pulse is up.', female, []],
    ['He is well.', female, ['pronoun']],
    ['Mr. Hale is well.', female, ['pronoun']],
    ['The mother of this man.', male, []],
    ['The lady is well.', male, ['pronoun']],
    ['They are well.', other, []],
    ['She is well.', other, ['pronoun']],
    ['Her pain. His pain.', taskOf([factOf('complaint', 'pain')]), []],
    ['Her pain.', taskOf([factOf('patient.name', 'Ana Ruiz')]), ['pronoun']],
    ['Fell off his bike, she says.', taskOf([factOf('sex', 'F'), factOf('story', 'fell off his bike')]), []],
    ['He met her.', taskOf([factOf('client.sex', 'female'), factOf('judge.sex', 'male')]), []],
    ['The theme of this chapter.', female, []],
  ])('%s', (text, task, expected) => {
    expect(codes(pronounsRung, text, task)).toEqual(expected);
  });
});

describe('facts', () => {
  test.each([
    ['A 41-year-old.', factOf('age', '41', 'integer'), true],
    ['She is forty-one.', factOf('age', '41', 'integer'), true],
    ['She is 14.', factOf('age', '41', 'integer'), false],
    ['It cost $1,250.', factOf('fee', '1250.00', 'number'), true],
    ['On 4 March 2025.', factOf('seen', '2025-03-04', 'date'), true],
    ['On March 4th.', factOf('seen', '4 March 2025', 'date'), true],
    ['On 2025-03-04.', factOf('seen', '4 March 2025', 'date'), true],
    ['On 3 April 2025.', factOf('seen', '2025-03-04', 'date'), false],
    ['On 4 March 2024.', factOf('seen', '2025-03-04', 'date'), false],
    ['Seen today.', factOf('seen', '04/03/2025', 'date'), false],
    ['Seen on 04/03/2025.', factOf('seen', '04/03/2025', 'date'), true],
    ['At 8:15 am.', factOf('at', '08:15:00', 'time'), true],
    ['At 9:15 am.', factOf('at', '08:15:00', 'time'), false],
    ['On 4 March 2025.', factOf('at', '2025-03-04T08:15:00', 'datetime'), false],
    ['On 4 March 2025 at 08:15.', factOf('at', '2025-03-04T08:15:00', 'datetime'), true],
    ['Worse chest pains today.', factOf('complaint', 'chest pain'), true],
    ['Worse pain today.', factOf('complaint', 'chest pain'), false],
    ['Follow up planned.', factOf('plan', 'follow-up'), true],
    ['Followup planned.', factOf('plan', 'follow-up'), true],
    ['Paid for breach of the contract.', factOf('claim', 'Breach of Contract'), true],
    ['Stage 3 disease.', factOf('stage', 'stage 3'), true],
    ['Stage 2 disease.', factOf('stage', 'stage 3'), false],
    ['Ms. Ruiz was seen.', factOf('patient.name', 'Ana Ruiz'), true],
    ['Ana was seen.', factOf('patient.name', 'Ana Ruiz'), false],
    ['Seen by 山田太郎.', factOf('patient.name', '山田太郎'), true],
    ['She was seen.', factOf('patient.sex', 'female'), true],
    ['A 41F was seen.', factOf('patient.sex', 'F'), true],
    ['The patient was seen.', factOf('patient.sex', 'female'), false],
    ['The patient was seen.', factOf('patient.sex', 'unknown'), true],
    ['The patient smokes.', factOf('smoker', 'yes', 'boolean'), true],
    ['Denies smoking.', factOf('smoker', 'yes', 'boolean'), false],
    ['A smoker, and has no allergies.', factOf('smoker', 'yes', 'boolean'), true],
    ['Denies smoking.', factOf('smoker', 'no', 'boolean'), true],
    ["The patient doesn't smoke.", factOf('smoker', 'false', 'boolean'), true],
    ['A smoker.', factOf('smoker', 'no', 'boolean'), false],
    ['Yes is recorded.', factOf('q17', 'yes', 'boolean'), true],
    ['No is recorded.', factOf('q17', 'yes', 'boolean'), false],
    ['Series yes.', factOf('series', 'yes', 'boolean'), true],
    ['Was seen.', factOf('smoker', 'no', 'boolean'), false],
    ['Denies smoking.', factOf('smoker', 'No'), true],
    ['Smokes daily.', factOf('smoker', 'No'), false],
    ['Smoker: no.', factOf('smoker', 'No'), true],
    ['Smokes daily.', factOf('smoker', 'Y'), true],
    ['Denies smoking.', factOf('smoker', 'Y'), false],
    ['No known allergies.', factOf('allergies', 'none'), true],
    ['Allergies: none.', factOf('allergies', 'none'), true],
    ['Denies any allergy.', factOf('allergies', 'Nil known.'), true],
    ['Allergic to latex.', factOf('allergies', 'none'), false],
    ['Allergies are not known.', factOf('allergies', 'none'), false],
    ['Allergies are unknown.', factOf('allergies', 'none'), false],
    ['The allergies are not known.', factOf('allergies', 'unknown'), true],
    ["The allergies weren't clearly recorded.", factOf('allergies', 'not known'), true],
    ['No allergies could be established.', factOf('allergies', 'N/A'), true],
    ['There are no allergies.', factOf('allergies', 'unknown'), false],
    ['Allergies: unknown.', factOf('allergies', 'unknown'), true],
    ['No fever.', factOf('allergies', 'none'), false],
    ['Seen in a cafe\u0301.', factOf('place', 'caf\u00e9'), true],
    [
      'The defendant failed to deliver goods on time.',
      factOf('issue', 'defendant failed to deliver the ordered goods in time'),
      true,
    ],
    [
      'The defendant appealed.',
      factOf('issue', 'defendant failed to deliver the ordered goods in time'),
      false,
    ],
    ['Was seen.', factOf('complaint', 'pain', 'text', false), true],
  ])('“%s” against %o: %s', (text, fact, told) => {
    expect(codes(factsRung, text, taskOf([fact]))).toEqual(told ? [] : ['factMissing']);
  });
});

describe('choices', () => {
  const task = taskOf([factOf('age', '41', 'integer')], { choices: ['urgent', 'routine'] });

  test('takes exactly one of the choices, and asks a label nothing else', () => {
    expect(reviewText('urgent', task)).toEqual([]);
    expect(reviewText('Urgent', task).map((each) => each.code)).toEqual(['check.notAChoice']);
    expect(codes(choicesRung, 'Any prose.')).toEqual([]);
  });
});

describe('the ladder', () => {
  test('returns what every rung finds, in the order of the rungs', () => {
    const task = taskOf([factOf('age', '41', 'integer')], { words: { min: 9, max: 60 } });
    const found = reviewText('seen for seven days', task).map((each) => each.code);
    expect(found).toEqual([
      'check.tooShort',
      'check.startsOddly',
      'check.endsOddly',
      'check.strangeNumber',
      'check.factMissing',
    ]);
  });

  test('has a question for every rung and no rung twice', () => {
    expect(new Set(rungs.map((rung) => rung.id)).size).toBe(rungs.length);
    for (const rung of rungs) expect(rung.question).toMatch(/^[A-Z].*\?$/);
  });
});
