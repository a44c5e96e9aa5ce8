/** A number as it may be meant: `prefix` null where only digits were typed. */
export interface MeantNumber {
  readonly prefix: string | null;
  readonly sequence: number;
}

/**
 * What somebody may mean who types a number: `K-027`, `k27`, `a1 5`, `27`. A prefix may end with a digit, so that `A105`
 * is `A-105` or `A1-05`. Nothing where it can be no number.
 */
export function meantNumbers(typed: string): readonly MeantNumber[] {
  const text = typed.trim().toUpperCase();
  const apart = /^([A-Z]{1,2}[0-9]?)\s*[-. ]\s*([0-9]{1,5})$/.exec(text);
  if (apart) return [{ prefix: apart[1] ?? null, sequence: Number(apart[2]) }];
  const joined = /^([A-Z]{0,2})([0-9]{1,6})$/.exec(text);
  if (!joined) return [];
  const [, letters = '', digits = ''] = joined;
  if (letters === '') return [{ prefix: null, sequence: Number(digits) }];
  const plain = { prefix: letters, sequence: Number(digits) };
  if (digits.length < 2) return [plain];
  return [plain, { prefix: `${letters}${digits[0]}`, sequence: Number(digits.slice(1)) }];
}
