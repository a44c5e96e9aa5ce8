import { createContext, useContext } from 'react';
import type { User } from '../../../electron/contract/staff';

export const UserContext = createContext<User | null>(null);

/** Whether the signed-in user may change what is shown; supervisors only read. */
export function useMayChange(): boolean {
  return useContext(UserContext)?.role === 'admin';
}

/** Who is signed in. Throws outside of the admin page's frame. */
export function useUser(): User {
  const user = useContext(UserContext);
  if (!user) throw new Error('no user: this is not in the frame of the admin page');
  return user;
}
