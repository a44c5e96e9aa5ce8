import { Refusal } from '../../queue/refusal';
import { builtInKioskId } from '../../store/import-configuration';
import { query } from '../../store/store';
import { fieldFault } from '../../texts/field-fault';
import type { ActionContext } from '../action';

/**
 * Chooses the kiosk whose machine stands by, or none. Refuses `not_found` for what is no kiosk that is let in, `in_use` for the
 * one of the main machine itself.
 */
export function chooseStandby({ transaction }: ActionContext, deviceId: string | null): void {
  if (deviceId === builtInKioskId)
    throw new Refusal('in_use', { errors: [{ path: 'deviceId', fault: fieldFault('own_kiosk') }] });
  if (deviceId !== null) {
    const known = transaction.first(
      query
        .selectFrom('devices')
        .select('id')
        .where('id', '=', deviceId)
        .where('kind', '=', 'kiosk')
        .where('revokedAt', 'is', null),
    );
    if (!known) throw new Refusal('not_found');
  }
  transaction.run(query.updateTable('main_machine').set({ standbyId: deviceId, standbyAddress: null }));
  transaction.announce({ kind: 'configuration' });
}
