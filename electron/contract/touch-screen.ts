import { z } from 'zod';

/** The touch screen of a kiosk, as the machine it hangs on knows it. */
export const touchScreen = z.strictObject({
  /** `none`: there never was one. `denied`: it is there, but may not be looked after. `gone`: it came loose. */
  state: z.enum(['none', 'working', 'denied', 'gone']),
  /** Whether a keyboard is there to go on by. */
  keyboard: z.boolean(),
});
export type TouchScreen = z.infer<typeof touchScreen>;
