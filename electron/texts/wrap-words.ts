/** Returns words as lines of at most so many letters, joined by spaces; a word that is longer has a line of its own. */
export function wrapWords(words: readonly string[], letters: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const before = lines.at(-1);
    if (before !== undefined && before.length + 1 + word.length <= letters) {
      lines[lines.length - 1] = `${before} ${word}`;
    } else lines.push(word);
  }
  return lines;
}
