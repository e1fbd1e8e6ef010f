import { expect, test } from 'vitest';
import { articleFor } from '../../../../src/engines/slots/articleFor';

const an =
  `8 80 85-year-old 8,000 8.5 11 18 18-month 11:30 1854 18,500 11000 $8 "8" hour honest heir apple unable
  unidentified uninsured onerous urgent ulcer éclair MRI ED ECG X-ray x-ray F mRNA eGFR L4 S1 HbA1c NSAID LMWH
  IOU umbrella`.split(/\s+/);
const a =
  `1 10 12 17 100 110 181 1,800 1834567 $100 unit union university unilateral European use uterus ureter urine
  one one-off once UTI pH B12 CT SOAP HIPAA fall FRACTURE STEMI Unite house yellow "good" unanimous T2`.split(
    /\s+/,
  );

test.each(an)('an %s', (value) => {
  expect(articleFor(value)).toBe('an');
});

test.each(a)('a %s', (value) => {
  expect(articleFor(value)).toBe('a');
});

test.each(['山田', 'ألم', '', '°C', '-4', '+', '🩺'])('says nothing about %j', (value) => {
  expect(articleFor(value)).toBeUndefined();
});
