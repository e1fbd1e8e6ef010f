/** One line of plain text: line breaks and tabs become spaces, other control and format marks go, and it is cut. */
export function flattenLine(text: string, longest: number): string {
  const flat = text
    .normalize('NFC')
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .trim();
  return [...flat].slice(0, longest).join('').trimEnd();
}
