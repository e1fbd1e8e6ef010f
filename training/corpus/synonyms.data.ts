const lines = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((phrase) => phrase.trim()));

/** Words for one thing that a text keeps to: a clause that says agreement does not say contract in its next line. */
export const terms: Readonly<Record<'clinical' | 'legal' | 'general', readonly (readonly string[])[]>> = {
  clinical: lines(`
    the team | the care team | the treating team | our team
    the clinician | the treating clinician | the clinician on duty
    the department | the unit
    relative | family member
    the plan | the care plan | the management plan
  `),
  legal: lines(`
    this agreement | this contract | the agreement | the contract
    this clause | this provision | this section | this article
    the parties | both parties | the parties hereto
    the other party | its counterpart
    either party | each party | any party
    the file | the case file | the matter file
    the matter | the case
    the firm | our firm | the office
    the claimant | the claiming party
    notice period | period of notice
  `),
  general: lines(`
    the note | the entry | the remark
    the request | the enquiry | the query
  `),
};

/** Phrases that may stand for each other anywhere. */
export const phrases: readonly (readonly string[])[] = lines(`
  at present | at the moment | currently | at this time
  at least | not less than | no less than | no fewer than
  at most | not more than | no more than
  without cause | without giving a reason | without stating a reason | for no stated reason
  no reason is needed | no reason need be given
  remains in force | stays in force | continues to apply | remains in effect
  obliged to | bound to | required to
  agrees to | undertakes to | consents to | commits to
  disputes | disagreements | differences | controversies
  set forth | set out | laid down
  unless otherwise agreed | unless agreed otherwise | absent another agreement
  the whole of | all of
  in part | partly | partially
  as soon as possible | without delay | promptly
  from time to time | now and then | at intervals
  was assessed | was evaluated
  presented with | came in with | attended with | arrived with
  presents with | comes in with | attends with
  is known to have | has a history of | has known | has a background of
  background of | history of
  was started on | was put on | was commenced on
  was discharged | went home | left hospital
  is stable | remains stable | is steady
  no concerns | no worries | no problems
  well tolerated | tolerated well | taken well
  improving | getting better | on the mend
  worsening | getting worse | deteriorating
  on arrival | on presentation | at presentation
  on examination | when examined | at examination
  on review | at review | when reviewed
  was discussed | was talked through | was gone over | was talked over
  were discussed | were talked through | were gone over | were talked over
  was explained | was made clear | was set out
  were explained | were made clear | were set out
  was completed | was finished | was concluded
  was noted | was documented
  were noted | were documented
  is noted | is documented
  was recorded | was written down
  were recorded | were written down
  was reported | was described
  were reported | were described
  was arranged | was organised | was set up
  were arranged | were organised | were set up
  is awaited | is pending | is outstanding
  are awaited | are pending | are still to come | are outstanding
  is needed | is necessary
  are needed | are necessary
  was needed | was necessary
  was reviewed | was gone through
  were reviewed | were gone through
  was raised | was brought up | was put forward
  were raised | were brought up | were put forward
  was informed | was told | was notified | was made aware
  were informed | were told | were notified | were made aware
  no change | no alteration | no difference
  nothing further | nothing else | nothing more | no other point
  further details | more details | additional details
  any questions | any queries | all questions
  thank you for | many thanks for | thanks for
  let us know | tell us | inform us
  let me know | tell me | inform me
  as discussed | as agreed | as talked about | as mentioned
  as planned | as intended
  as usual | as before | in the usual way
  if needed | if necessary | where needed | as needed
  if anything changes | should anything change | in case of any change
  if symptoms change | should symptoms change | if the picture changes
  shortly | soon | before long
  recently | of late | lately
  frequently | often | regularly
  immediately | straight away | right away
  in the meantime | meanwhile | until then
  the next step | the step after this | what comes next
  all of these | all these
  consists of | is made up of | comprises
  is set for | is scheduled for | is fixed for | is listed for
  was set for | was scheduled for | was fixed for | was listed for
  remains open | is still open | has not been closed
  on file | in the file | held on file
  for the record | to note | for completeness
  I understand | I see | I appreciate
  I believe | I think
  I am not sure | I cannot be sure | I am unsure | I could not say
  do you recall | do you remember | can you recall
  did you see | did you notice | did you observe
  in accordance with | in line with | in keeping with
  arising out of | arising from | resulting from
  relating to | connected with
  with regard to | with respect to | as regards
  in addition, | besides, | moreover, | further,
  prior to | in advance of
  prior written notice | advance written notice | written notice in advance
  construed | interpreted
  in its entirety | as a whole | in full
  in due course | at a later date | later on | when the time comes
  it is planned | it is intended
  is planned | is intended
  was advised to | was told to | was encouraged to
  was confirmed | was verified
  were confirmed | were verified
  at its own expense | at its own cost | for its own account
  going forward | from here on | from now on
  to make sure | to see to it
  without prejudice to | without limiting | without affecting
  in writing only | only in writing
  the above | the foregoing
  remain unaffected | stay unaffected | are unaffected | remain untouched
  remains unaffected | stays unaffected | is unaffected | remains untouched
  a waiver of | a surrender of
  reasonable efforts | reasonable endeavours
  valid and enforceable | in force and enforceable
  invalid or unenforceable | unenforceable or invalid | void or unenforceable
  the remaining provisions | the other provisions | the rest of the provisions
  for the avoidance of doubt | to avoid doubt | for clarity
  each party | either party
  no other change | no further change
  free of charge | at no charge | without charge
  any questions | any queries
  no questions | no queries
  no concerns | no worries
  further concerns | other concerns
  questions were answered | queries were answered | questions were dealt with
  happy to help | glad to help | pleased to help
  in good time | well in time | in time
  best wishes | kind regards | with best wishes
  at home | in the home
  by phone | by telephone | over the phone
  in the file | on the file
  as above | as stated above
  if so | in that case
  until then | till then
  look forward to | await
  more detail | further detail | greater detail
  safely | without incident | without any problem
  family member | relative
`);
