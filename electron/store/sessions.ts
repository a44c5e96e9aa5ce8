/** A session ends when nothing was asked with it for this long. */
export const sessionIdleMs = 8 * 3_600_000;
/** And so long after it began, however much it is used: longer than any shift, shorter than the night after it. */
export const sessionLongestMs = 16 * 3_600_000;
