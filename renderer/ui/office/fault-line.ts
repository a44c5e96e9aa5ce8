import { Refused } from '../../client/api';

/** What is wrong with a field, behind its name; of the whole, which has none, the sentence alone. */
export function faultLine(name: string, message: string): string {
  return name === '' ? `${message.charAt(0).toUpperCase()}${message.slice(1)}` : `${name}: ${message}`;
}

/** What the server found wrong with one field, as a sentence of its own, if it said. */
export function faultOf(error: Error | null, field: string): string | undefined {
  if (!(error instanceof Refused)) return undefined;
  const message = error.problem.errors?.find(({ path }) => path.split(/[./]/).includes(field))?.message;
  return message && faultLine('', message);
}
