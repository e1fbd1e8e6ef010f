import type { Roles } from './role';

const answers = ['[yes|no]'];
const bare = { say: ['{name}: {}'], short: ['{name}: {}'] };

/** Questions that recipes ask with yes or no, and how a colleague would tell the answer. */
export const yesNoRoles: Roles = {
  smoker: {
    names: ['smoker', 'current smoker', 'smokes'],
    values: answers,
    ...bare,
    yes: ['@S is a [current |]smoker', '@S [smokes|currently smokes]'],
    no: ['@S does not smoke', '@S is [not a smoker|a non-smoker]'],
  },
  pregnant: {
    names: ['pregnant', 'pregnancy'],
    values: answers,
    ...bare,
    yes: ['@S is pregnant', '[pregnancy|a pregnancy] is confirmed'],
    no: ['@S is not pregnant', 'there is no [current |]pregnancy'],
  },
  consented: {
    names: ['consent given', 'consent', 'consent obtained'],
    values: answers,
    ...bare,
    yes: ['consent was [given|obtained]', '@S gave consent', '@P consent was obtained'],
    no: ['consent was not [given|obtained]', '@S did not give consent'],
  },
  interpreter: {
    names: ['interpreter needed', 'interpreter', 'interpreter required'],
    values: answers,
    ...bare,
    yes: ['an interpreter is [needed|required]', '@S needs an interpreter'],
    no: ['no interpreter is [needed|required]', 'an interpreter was not needed'],
  },
  followUpNeeded: {
    names: ['follow-up needed', 'follow-up required', 'follow-up'],
    values: answers,
    ...bare,
    yes: ['follow-up is [needed|required|to be arranged]', '[a|further] follow-up is needed'],
    no: ['no follow-up is [needed|required|planned]', 'follow-up is not needed'],
  },
  livesAlone: {
    names: ['lives alone', 'living alone'],
    values: answers,
    ...bare,
    yes: ['@S lives alone', '@S is living alone'],
    no: ['@S does not live alone', '@S is not living alone'],
  },
  diabetic: {
    names: ['diabetic', 'diabetes', 'has diabetes'],
    values: answers,
    ...bare,
    yes: ['@S has [a history of |]diabetes', '@S is known to have diabetes'],
    no: ['there is no [history of |]diabetes', '@S does not have diabetes'],
  },
  isInsured: {
    names: ['insured', 'has insurance', 'insurance'],
    values: answers,
    ...bare,
    yes: ['@S is insured', '@S has insurance', 'insurance is in place'],
    no: ['@S is not insured', 'there is no insurance', 'no insurance is in place'],
  },
  privileged: {
    names: ['privileged', 'is privileged', 'privilege claimed'],
    values: answers,
    ...bare,
    yes: ['privilege is claimed', 'the [document|item|material] is privileged'],
    no: ['privilege is not claimed', 'the [document|item|material] is not privileged'],
  },
  redacted: {
    names: ['redacted', 'redactions', 'is redacted'],
    values: answers,
    ...bare,
    yes: ['it was [redacted|produced with redactions]', 'redactions were [made|applied]'],
    no: ['it was not redacted', 'no redactions were [made|applied|needed]'],
  },
  urgent: {
    names: ['urgent', 'is urgent', 'urgency'],
    values: answers,
    ...bare,
    yes: ['this is urgent', 'it [is|was] [marked|treated] as urgent'],
    no: ['this is not urgent', 'it [is|was] not [marked|treated] as urgent'],
  },
  resolved: {
    names: ['resolved', 'is resolved', 'issue resolved'],
    values: answers,
    ...bare,
    yes: ['this [is|has been] resolved', 'the [issue|point|matter] was resolved'],
    no: ['this has not been resolved', 'the [issue|point|matter] is not resolved'],
  },
  signed: {
    names: ['signed', 'is signed', 'signature received'],
    values: answers,
    ...bare,
    yes: ['it [is|was|has been] signed', 'a signature was received'],
    no: ['it has not [yet |]been signed', 'no signature was received'],
  },
  represented: {
    names: ['represented', 'has counsel', 'represented by counsel'],
    values: answers,
    ...bare,
    yes: ['@S is represented[| by counsel]', '@S has counsel'],
    no: ['@S is not represented[| by counsel]', '@S has no counsel'],
  },
  conflictFound: {
    names: ['conflict found', 'conflict', 'conflict of interest'],
    values: answers,
    ...bare,
    yes: ['a conflict was found', '[the check|a search] showed a conflict'],
    no: ['no conflict was found', '[the check|a search] showed no conflict'],
  },
  witnessed: {
    names: ['witnessed', 'witness present', 'was witnessed'],
    values: answers,
    ...bare,
    yes: ['it was witnessed', 'a witness was present'],
    no: ['it was not witnessed', 'no witness was present'],
  },
  injured: {
    names: ['injured', 'injury', 'injury reported'],
    values: answers,
    ...bare,
    yes: ['an injury was reported', '@S was injured'],
    no: ['no injury was reported', '@S was not injured'],
  },
  reported: {
    names: ['reported to police', 'police report', 'police informed'],
    values: answers,
    ...bare,
    yes: ['it was reported to the police', 'the police were informed and a report was made'],
    no: ['it was not reported to the police', 'the police were not informed and no report was made'],
  },
  billable: {
    names: ['billable', 'is billable'],
    values: answers,
    ...bare,
    yes: ['the time is billable', 'this is billable[| time]'],
    no: ['the time is not billable', 'this is not billable'],
  },
  recommended: {
    names: ['recommended', 'would recommend', 'recommends'],
    values: answers,
    ...bare,
    yes: ['it is recommended', 'this comes recommended'],
    no: ['it is not recommended', 'this is not recommended'],
  },
};

const clinical =
  'smoker pregnant consented interpreter followUpNeeded livesAlone diabetic isInsured urgent'.split(' ');
const legal =
  'isInsured privileged redacted urgent resolved signed represented conflictFound witnessed injured reported billable followUpNeeded interpreter'.split(
    ' ',
  );
const general = 'urgent resolved signed recommended followUpNeeded'.split(' ');

/** Which questions a trade asks. */
export const yesNoByTrade: Readonly<Record<'clinical' | 'legal' | 'general', readonly string[]>> = {
  clinical,
  legal,
  general,
};
