import { expect, test } from 'vitest';
import { dropRepeats } from '../../../../src/engines/slots/dropRepeats';
import { withSlots } from './slotted';

test.each([
  [' Seen for<1>. Will revert. Notes on file. Will revert.', ' Seen for<1>. Will revert. Notes on file.'],
  [' Will revert. will revert! Done.', ' Will revert. Done.'],
  [' Noted<1>. Noted<2>. Noted.', ' Noted<1>. Noted<2>. Noted.'],
  [' Seen. Not seen. Seen again.', ' Seen. Not seen. Seen again.'],
  [' Notice of<1>', ' Notice of<1>'],
  ['', ''],
])('%j reads %j', (prose, kept) => {
  expect(dropRepeats(withSlots(prose))).toBe(withSlots(kept));
});
