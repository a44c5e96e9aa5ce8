/** `K-D007`: a number of a paper sheet. The D is in no number that the machine gives. */
export function writtenNumber(prefix: string, number: number): string {
  return `${prefix}${String(number).padStart(3, '0')}`;
}
