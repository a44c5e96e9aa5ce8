/** A key by its code; where a pad's has none, by what it types. */
export function codeOf({ code, key }: KeyboardEvent): string {
  return code || key;
}
