/** Without letters and digits that are read as others. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to hand to somebody: `k7fm-3xqa-9hwc`, 59 random bits. */
export function makePassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomBelow(letters.length)]).join('');
  return [group(), group(), group()].join('-');
}

/** Each number below the limit equally likely: bytes that would favour the first ones are drawn anew. */
function randomBelow(limit: number): number {
  const fair = 256 - (256 % limit);
  for (;;) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < fair) return byte % limit;
  }
}
