/** What one draw of a person gives; every part agrees with the others. */
export const personParts = [
  'name',
  'given_name',
  'family_name',
  'sex',
  'birth_date',
  'age',
  'email',
  'phone',
] as const;

export type PersonPart = (typeof personParts)[number];
