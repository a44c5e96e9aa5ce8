import { giveDeviceToken } from '../../actions/accounts/give-device-token';
import { changeDevice, makeDevice, revokeDevice } from '../../actions/admin/devices';
import { reprintTicket } from '../../actions/paper/reprint-ticket';
import type { RouteName } from '../../contract/routes';
import { localInstant } from '../../queue/local-instant';
import { Refusal } from '../../queue/refusal';
import { readTicket } from '../../store/tickets';
import { findDevice, listDevices, ownDeviceView } from '../../views/admin/devices';
import { ticketView } from '../../views/ticket-view';
import { deviceIdOf } from '../callers';
import { deviceCookie } from '../cookies';
import type { DeviceWatch } from '../devices/device-watch';
import { Pairings } from '../devices/pairings';
import type { ServerParts } from '../parts';
import { edited, found, made, removed } from '../routing/edit';
import { requireCounterIn } from '../routing/require-reach';
import { type Handlers, viewContextOf } from '../routing/route-request';

/** Kiosks and displays, and the paper that comes out of them. */
export function adminDeviceRoutes({ clock, actionRunner, version }: ServerParts, devices: DeviceWatch) {
  const pairings = new Pairings(clock);
  return {
    pairDevice: ({ body, raw, look }) => {
      const { code, pollToken, expiresAt } = pairings.begin(body, raw.ip);
      const expires = localInstant(expiresAt, look().hall.settings.timezone);
      return { status: 201, body: { code, pollToken, expiresAt: expires } };
    },
    pairingState: ({ params, raw, reply }) => {
      const pairing = found(pairings.polled(params.pollToken));
      const { deviceId } = pairing;
      if (deviceId === null) return { status: 200, body: { state: 'waiting' } };
      const token = actionRunner.run({ kind: 'system' }, (context) => giveDeviceToken(context, deviceId));
      pairings.end(pairing);
      deviceCookie.give(raw, reply, token, 10 * 365 * 86_400);
      return { status: 200, body: { state: 'approved', deviceId, token } };
    },
    approvePairing: ({ act, params, body }) => {
      const pairing = pairings.waiting(params.code);
      const answer = act((context) => {
        if (!pairing) throw new Refusal('not_found');
        const { kind, name } = pairing;
        const deviceId = makeDevice(context, { ...body, name: body?.name ?? name, kind });
        const { timezone } = context.hall.settings;
        return made('device', findDevice(context.transaction, deviceId, timezone));
      });
      if (pairing) pairing.deviceId = answer.body.id;
      return answer;
    },
    adminDevices: ({ look }) => {
      const { reader, hall } = look();
      return { status: 200, body: listDevices(reader, hall.settings.timezone) };
    },
    adminDevice: ({ look, params }) => {
      const { reader, hall } = look();
      return { status: 200, body: found(findDevice(reader, params.id, hall.settings.timezone)) };
    },
    changeDevice: ({ act, params, body, raw }) =>
      act((context) =>
        edited(
          raw,
          () => findDevice(context.transaction, params.id, context.hall.settings.timezone),
          () => changeDevice(context, params.id, body),
        ),
      ),
    revokeDevice: ({ act, params, raw }) =>
      act((context) =>
        removed(
          raw,
          () => findDevice(context.transaction, params.id, context.hall.settings.timezone),
          () => revokeDevice(context, params.id),
        ),
      ),
    deviceStatus: ({ look, params }) => {
      const context = look();
      const device = found(findDevice(context.reader, params.id, context.hall.settings.timezone));
      return { status: 200, body: devices.statusOf(context, device) };
    },
    ownDevice: ({ look, caller }) => ({ status: 200, body: ownDeviceView(look(), deviceIdOf(caller)) }),
    reportDevice: ({ caller, body }) => {
      devices.heard(deviceIdOf(caller), body);
      return { status: 200, body: { version } };
    },
    reprintTicket: ({ act, params, reach }) =>
      act((context) => {
        const ticketId = Number(params.id);
        const ticket = readTicket(context.transaction, ticketId);
        if (ticket) requireCounterIn(reach, ticket.counterId);
        reprintTicket(context, { ticketId });
        const body = ticketView(viewContextOf(context), ticketId);
        return { status: 200, body, edit: { after: { number: body.number } } };
      }),
  } satisfies Partial<Handlers<RouteName>>;
}
