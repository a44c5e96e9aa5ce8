import { createContext, useContext } from 'react';
import type { Inside } from './gate';

/** Set around whatever is shown to somebody who is signed in. */
export const InsideContext = createContext<Inside | null>(null);

/** Who is signed in. Throws where nobody is. */
export function useInside(): Inside {
  const inside = useContext(InsideContext);
  if (!inside) throw new Error('nobody is signed in here');
  return inside;
}
