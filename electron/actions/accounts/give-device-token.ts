import { Refusal } from '../../queue/refusal';
import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { hashToken, newToken } from './secret-hash';

/**
 * Makes a new token for a device; the one before no longer proves it. Only its hash is stored.
 * Refuses `not_found`, for one that was revoked too.
 */
export function giveDeviceToken({ transaction }: ActionContext, deviceId: string): string {
  const token = newToken();
  const { changes } = transaction.run(
    query
      .updateTable('devices')
      .set({ tokenHash: hashToken(token) })
      .where('id', '=', deviceId)
      .where('revokedAt', 'is', null),
  );
  if (changes === 0) throw new Refusal('not_found');
  return token;
}
