import { randomBytes } from 'node:crypto';
import type { DeviceChange } from '../../contract/admin-devices';
import { Refusal } from '../../queue/refusal';
import { builtInKioskId } from '../../store/import-configuration';
import { query } from '../../store/store';
import { fieldFault } from '../../texts/field-fault';
import type { ActionContext } from '../action';
import { requireCounters } from './require-counters';

/** Makes a device that has no token yet; returns its id, `display-3f9c01ab`. Refuses `invalid_request`. */
export function makeDevice(
  context: ActionContext,
  device: { readonly kind: 'kiosk' | 'display'; readonly name: string } & DeviceChange,
): string {
  const counterIds = device.counterIds?.map(Number) ?? null;
  requireCounters(context.hall, counterIds);
  const id = `${device.kind}-${randomBytes(4).toString('hex')}`;
  context.transaction.run(
    query.insertInto('devices').values({
      id,
      kind: device.kind,
      name: device.name,
      zone: device.zone ?? null,
      counterIdsJson: counterIds && JSON.stringify(counterIds),
      createdAt: context.now,
    }),
  );
  context.transaction.announce({ kind: 'configuration' });
  return id;
}

/** Changes what is given of a device. Refuses `not_found`, `invalid_request` for a counter that isn't there. */
export function changeDevice(context: ActionContext, deviceId: string, change: DeviceChange): void {
  const { transaction } = context;
  const row = transaction.first(query.selectFrom('devices').selectAll().where('id', '=', deviceId));
  if (!row) throw new Refusal('not_found');
  const counterIds = change.counterIds?.map(Number) ?? null;
  requireCounters(context.hall, counterIds);
  transaction.run(
    query
      .updateTable('devices')
      .set({
        name: change.name ?? row.name,
        zone: change.zone === undefined ? row.zone : change.zone,
        counterIdsJson:
          change.counterIds === undefined ? row.counterIdsJson : counterIds && JSON.stringify(counterIds),
        version: row.version + 1,
      })
      .where('id', '=', deviceId),
  );
  transaction.announce({ kind: 'configuration' });
}

/** Makes a device's token worthless from now on. Refuses `not_found`, and `in_use` for the kiosk of this machine. */
export function revokeDevice({ transaction, now }: ActionContext, deviceId: string): void {
  if (deviceId === builtInKioskId) {
    throw new Refusal('in_use', {
      errors: [{ path: 'id', fault: fieldFault('own_kiosk') }],
    });
  }
  const { changes } = transaction.run(
    query
      .updateTable('devices')
      .set((row) => ({ revokedAt: now, tokenHash: null, version: row('version', '+', 1) }))
      .where('id', '=', deviceId)
      .where('revokedAt', 'is', null),
  );
  if (changes === 0) throw new Refusal('not_found');
  transaction.announce({ kind: 'configuration' });
}

/** Writes down that a device was heard of. */
export function touchDevice({ transaction, now }: ActionContext, deviceId: string): void {
  transaction.run(query.updateTable('devices').set({ lastSeenAt: now }).where('id', '=', deviceId));
}
