/** Whether a text holds every word that is wanted, in any order and case; it does where none is. */
export function hasWords(text: string, wanted: string): boolean {
  const held = text.toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => held.includes(word));
}
