import { newKey, Refused } from '../../client/api';
import { askForNumber } from '../ask-for-number';
import type { Taken } from './spoken-path';
import type { SpokenWish } from './visit';

/**
 * Asks for the numbers of one visit. What nothing was heard of for a minute goes under the same key when it is asked for again: the
 * first may have come through, and then it is that number.
 */
export function numbersOfVisit(): (wish: SpokenWish) => Promise<Taken> {
  let unheard: { readonly wish: string; readonly key: string } | null = null;
  return async (wish) => {
    const asked = JSON.stringify(wish);
    const key = unheard?.wish === asked ? unheard.key : newKey();
    try {
      const ticket = await askForNumber({ ...wish, way: 'spoken' }, key);
      unheard = ticket ? null : { wish: asked, key };
      return ticket ? { kind: 'given', ticket } : { kind: 'unheard' };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      unheard = null;
      return { kind: 'refused', problem: error.problem };
    }
  };
}
