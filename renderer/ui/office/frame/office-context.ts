import { createContext, useContext } from 'react';
import type { Site } from '../../../../electron/contract/site';
import type { User } from '../../../../electron/contract/staff';

/** Who works in which hall, and what the gate around every office page does for them. */
export interface Office {
  readonly site: Site;
  readonly user: User;
  readonly onSignOut: () => void;
  readonly onOwnPassword: () => void;
}

/** Set by `OfficeGate` around whatever is shown to somebody who is signed in. */
export const OfficeContext = createContext<Office | null>(null);

/** Returns what the gate tells. Throws outside of it, where nobody is signed in. */
export function useOffice(): Office {
  const office = useContext(OfficeContext);
  if (!office) throw new Error('no office page: nobody is signed in here');
  return office;
}
