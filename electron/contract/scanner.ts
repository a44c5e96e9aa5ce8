import { z } from 'zod';

/**
 * How the scanner of a kiosk or desk is, as the machine it hangs on knows it. `none`: there never was one (those that
 * type like a keyboard are not known apart). `garbled`: it sends what is no text, most often at another speed.
 * `denied`, `busy`: it is there, but the system or another program keeps it. `unavailable`: the library for serial
 * ports does not load. `gone`: it came loose.
 */
export const scannerState = z.enum(['none', 'working', 'garbled', 'denied', 'busy', 'unavailable', 'gone']);
export type ScannerState = z.infer<typeof scannerState>;
