/**
 * Whether a ticket's number, `K-027`, may be meant by what somebody types: by its last digits (`27`), or from its letters on
 * (`k27`, `K-027`). By nothing, every number is.
 */
export function isNumberMeant(number: string, typed: string): boolean {
  const meant = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const place = number.lastIndexOf('-');
  const [prefix, digits] = [number.slice(0, place), number.slice(place + 1)];
  if (/^\d*$/.test(meant)) return digits.endsWith(meant);
  return [`${prefix}${digits}`, `${prefix}${Number(digits)}`].some((written) => written.startsWith(meant));
}
