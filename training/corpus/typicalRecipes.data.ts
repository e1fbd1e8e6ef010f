/** Fact sets as a user's recipe would hold them: the same names in the same order for every record. */
export const typicalRecipes = [
  { kind: 'triage note', words: [15, 60], style: 'plain', facts: ['age', 'sex', 'complaint', 'pulse'] },
  {
    kind: 'triage note',
    words: [20, 60],
    style: 'telegraphic',
    facts: ['age', 'sex', 'complaint', 'duration', 'pulse', 'bloodPressure', 'triage'],
  },
  {
    kind: 'progress note',
    words: [20, 60],
    style: 'plain',
    facts: ['age', 'sex', 'diagnosis', 'medication', 'dose', 'temperature'],
  },
  { kind: 'nursing note', words: [15, 50], style: 'plain', facts: ['sex', 'ward', 'pain', 'mobility'] },
  {
    kind: 'discharge summary',
    words: [25, 80],
    style: 'formal',
    facts: ['name', 'age', 'sex', 'diagnosis', 'admitted', 'discharged'],
  },
  {
    kind: 'referral letter',
    words: [25, 80],
    style: 'formal',
    facts: ['age', 'sex', 'referredTo', 'reason', 'history'],
  },
  {
    kind: 'matter summary',
    words: [20, 60],
    style: 'plain',
    facts: ['client', 'matterType', 'jurisdiction', 'opposingParty', 'claimAmount'],
  },
  {
    kind: 'billing narrative',
    words: [10, 40],
    style: 'plain',
    facts: ['timekeeper', 'role', 'task', 'hours', 'matter'],
  },
  {
    kind: 'intake narrative',
    words: [20, 60],
    style: 'plain',
    facts: ['clientAge', 'clientSex', 'matterType', 'incidentDate', 'injury'],
  },
  {
    kind: 'privilege log description',
    words: [10, 40],
    style: 'plain',
    facts: ['docType', 'author', 'recipient', 'docDate', 'privilege'],
  },
  {
    kind: 'docket entry',
    words: [10, 40],
    style: 'formal',
    facts: ['motion', 'party', 'filed', 'court', 'judge'],
  },
  { kind: 'comment', words: [10, 40], style: 'plain', facts: ['generic', 'generic', 'generic'] },
  {
    kind: 'remarks',
    words: [10, 50],
    style: 'plain',
    facts: ['generic', 'generic', 'generic', 'generic', 'generic'],
  },
] as const;
