/** What is wrong with a field, behind its name; of the whole, which has none, the sentence alone. */
export function faultLine(name: string, message: string): string {
  return name === '' ? `${message.charAt(0).toUpperCase()}${message.slice(1)}` : `${name}: ${message}`;
}
