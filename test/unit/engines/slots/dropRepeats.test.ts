import { expect, test } from 'vitest';
import { dropRepeats } from '../../../../src/engines/slots/dropRepeats';
import { withSlots } from './slotted';

test.each([
  [' Seen for<1>. Will revert. Notes on file. Will revert.', ' Seen for<1>. Will revert. Notes on file.'],
  [' Will revert. will revert! Done.', ' Will revert. Done.'],
  [' Noted<1>. Noted<2>. Noted.', ' Noted<1>. Noted<2>. Noted.'],
  [' Seen. Not seen. Seen again.', ' Seen. Not seen. Seen again.'],
  [' Notice of<1>', ' Notice of<1>'],
  [' Q. Well? A. I do. Q. And<1>? A. I do.', ' Q. Well? A. I do. Q. And<1>? A. I do.'],
  [' Noted. Seen by<1>. Noted.', ' Noted. Seen by<1>. Noted.'],
  ['', ''],
])('%j reads %j', (prose, kept) => {
  expect(dropRepeats(withSlots(prose))).toBe(withSlots(kept));
});
