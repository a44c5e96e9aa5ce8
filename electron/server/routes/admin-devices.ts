import { giveDeviceToken } from '../../actions/accounts/give-device-token';
import { changeDevice, makeDevice, revokeDevice } from '../../actions/admin/devices';
import { reprintTicket } from '../../actions/paper/reprint-ticket';
import type { RouteName } from '../../contract/routes';
import { localInstant } from '../../queue/local-instant';
import { Refusal } from '../../queue/refusal';
import { builtInKioskId } from '../../store/import-configuration';
import { openPrintJobs } from '../../store/print-jobs';
import { findDevice, listDevices } from '../../views/admin/devices';
import { ticketView } from '../../views/ticket-view';
import { deviceCookie } from '../callers';
import { edited, found, made, removed } from '../edit';
import { Pairings } from '../pairings';
import type { ServerParts } from '../parts';
import { type Handlers, viewContextOf } from '../route-request';

const onlineMs = 2 * 60_000;

/** Kiosks and displays, and the paper that comes out of them. */
export function adminDeviceRoutes({ clock, performer, printer, version }: ServerParts) {
  const pairings = new Pairings(clock);
  return {
    pairDevice: ({ body, look }) => {
      const { code, pollToken, expiresAt } = pairings.begin(body);
      const expires = localInstant(expiresAt, look().hall.settings.timezone);
      return { status: 201, body: { code, pollToken, expiresAt: expires } };
    },
    pairingState: ({ params, reply }) => {
      const pairing = found(pairings.polled(params.pollToken));
      const { deviceId } = pairing;
      if (deviceId === null) return { status: 200, body: { state: 'waiting' } };
      const token = performer.run({ kind: 'system' }, (context) => giveDeviceToken(context, deviceId));
      pairings.end(pairing);
      // Not `Secure`: in the hall's network the server speaks plain HTTP.
      reply.setCookie(deviceCookie, token, {
        path: '/',
        httpOnly: true,
        sameSite: 'strict',
        maxAge: 10 * 365 * 86_400,
      });
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
      const { reader, hall, now } = look();
      const { id, lastSeenAt, revoked } = found(findDevice(reader, params.id, hall.settings.timezone));
      const builtIn = id === builtInKioskId;
      const seen = lastSeenAt !== null && now - Date.parse(lastSeenAt) < onlineMs;
      return {
        status: 200,
        body: {
          online: seen && !revoked,
          lastSeenAt,
          printer: builtIn ? printer.status() : null,
          version: builtIn ? version : null,
          openPrintJobs: openPrintJobs(reader, id, Number.MAX_SAFE_INTEGER).length,
        },
      };
    },
    reprintTicket: ({ act, params }) =>
      act((context) => {
        const ticketId = Number(params.id);
        reprintTicket(context, { ticketId });
        const body = ticketView(viewContextOf(context), ticketId);
        return { status: 200, body, edit: { after: { number: body.number } } };
      }),
  } satisfies Partial<Handlers<RouteName>>;
}
