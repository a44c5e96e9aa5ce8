/**
 * ESC p 0 250 250: half a second on, on pin 2 of the drawer port, then half a second off (Epson's reference; times are twice as many
 * milliseconds). Written by hand: the library's `cashdraw` leaves both times out, so that a printer takes the next two bytes for them.
 */
export const pulse: Uint8Array = Uint8Array.of(0x1b, 0x70, 0, 250, 250);
