import type { KioskWay } from '../../electron/contract/kiosk-ways';
import { callRoute, newKey } from '../client/api';

const tries = 3;

/**
 * Has it counted that somebody began by speech or in large letters; nothing goes out but which of the two. A count that can't be told is
 * given up: nobody waits for it.
 */
export async function tellWay(way: KioskWay): Promise<void> {
  const key = newKey();
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    try {
      await callRoute('countKioskWay', { body: { way }, key });
      return;
    } catch (error) {
      if (attempt === tries) console.warn('The way was not counted', error);
    }
  }
}
