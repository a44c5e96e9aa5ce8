/**
 * Hides long runs of digits in what somebody wrote (an identity number has 16, a telephone number 9 or more, with
 * spaces, points or dashes between): Antre keeps none of these, even where people type them unasked.
 */
export function maskNumbers(text: string): string {
  return text.replace(/\+?\d(?:[ .-]?\d){8,}/g, (run) => run.replace(/\d/g, '•'));
}
