/** Desks by their labels, in order: `3–5` for three or more that follow one another, else each (`3, 7`). */
export function deskRange(labels: readonly string[]): string {
  const numbers = labels.map(Number);
  const first = numbers[0];
  const last = numbers.at(-1);
  const follows = numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1);
  return first !== undefined && last !== undefined && labels.length > 2 && follows
    ? `${first}–${last}`
    : labels.join(', ');
}
