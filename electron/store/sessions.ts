/** A session ends when nothing was asked with it for this long. */
export const sessionIdleMs = 8 * 3_600_000;
