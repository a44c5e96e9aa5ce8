/**
 * A number whose paper doesn't come may be taken without it for so many seconds, at the kiosk or by phone: time to scan
 * its code, to step aside for the next visitor, and to read.
 */
export const keptForSeconds = 180;
