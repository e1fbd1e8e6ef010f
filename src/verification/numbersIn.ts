/** Groups of digits as they stand in the text: `1,250.00`, `37.8`; `142/88` gives two and `08:15` gives two. */
export function numbersIn(text: string): string[] {
  return text.match(/\d{1,3}(?:,\d{3})+(?!,?\d)(?:\.\d+)?|\d+(?:\.\d+)?/g) ?? [];
}

/** The same for every way to write one number: `1,250.00` and `1250`, `08` and `8`. */
export function numberKey(digits: string): string {
  const [whole = '', fraction = ''] = digits.replaceAll(',', '').split('.');
  const short = fraction.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '')}${short === '' ? '' : `.${short}`}`;
}
