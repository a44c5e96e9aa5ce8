import type { Session } from '../../electron/contract/staff';
import { callRoute, Refused } from './api';

/** Who is signed in, or null. Throws where there is no answer, so that it is asked again. */
export async function readSession(): Promise<Session | null> {
  try {
    return await callRoute('session');
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 401) return null;
    throw error;
  }
}
