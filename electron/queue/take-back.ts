const minute = 60_000;

/**
 * Until when a finish or no-show may be taken back, in milliseconds; null: never. `minutes` are the hall's setting,
 * `endedAt` is the moment of the mistake.
 */
export function takeBackUntil(minutes: number, endedAt: number): number | null {
  return minutes === 0 ? null : endedAt + minutes * minute;
}
