import { heldMost } from '../../../electron/contract/held-most';

const place = 'antre:held';
const tokenPattern = /^[A-Za-z0-9_-]{22,64}$/;

/** The tokens of the numbers that this phone took, the newest first; none where the browser keeps nothing. */
export function heldTokens(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each): each is string => tokenPattern.test(String(each))) : [];
  } catch {
    return [];
  }
}

/** Keeps the token of a number that was just taken, in place of the oldest where there are many. */
export function keepToken(token: string): void {
  const tokens = [token, ...heldTokens().filter((each) => each !== token)].slice(0, heldMost);
  try {
    localStorage.setItem(place, JSON.stringify(tokens));
  } catch {
    // A private window: the number is followed by its page all the same.
  }
}
