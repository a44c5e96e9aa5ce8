import { createContext, useContext } from 'react';
import type { User } from '../../../electron/contract/staff';

export const UserContext = createContext<User | null>(null);

/** Whether the signed-in user may change what is shown; supervisors only read. */
export function useMayChange(): boolean {
  return useContext(UserContext)?.role === 'admin';
}
