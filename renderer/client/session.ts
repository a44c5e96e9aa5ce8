import type { User } from '../../electron/contract/staff';
import { callRoute, Refused } from './api';

/** The user who is signed in, or null. Throws where there is no answer, so that it is asked again. */
export async function readSession(): Promise<User | null> {
  try {
    return (await callRoute('session')).user;
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 401) return null;
    throw error;
  }
}
