/** Keeps a line from breaking at a hyphen: of a number, or of "KTP-el". */
export function unbroken(text: string): string {
  return text.replaceAll('-', '\u2060-\u2060');
}
