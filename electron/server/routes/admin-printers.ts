import type { ActionContext } from '../../actions/action';
import { changePrinter, makePrinter, removePrinter } from '../../actions/admin/printers';
import { beginRoll } from '../../actions/paper/paper-roll';
import type { RouteName } from '../../contract/routes';
import { Refusal } from '../../queue/refusal';
import { builtInKioskId } from '../../store/import-configuration';
import { findDevice } from '../../views/admin/devices';
import { findPrinter, listPrinters } from '../../views/admin/printers';
import { edited, found, made, removed } from '../edit';
import type { ServerParts } from '../parts';
import type { Handlers } from '../route-request';

/** The kiosks' printers: found and tried (the built-in kiosk's), kept in the order of choice. */
export function adminPrinterRoutes({ printer }: Pick<ServerParts, 'printer'>) {
  return {
    printers: () => ({ status: 200, body: printer.now() }),
    beginRoll: ({ act, params }) =>
      act((context) => {
        beginRoll(context, Number(params.id));
        return { status: 204, body: null };
      }),
    adminPrinters: ({ look }) => ({ status: 200, body: listPrinters(look().reader) }),
    adminPrinter: ({ look, params }) => ({
      status: 200,
      body: found(findPrinter(look().reader, Number(params.id))),
    }),
    makePrinter: ({ act, body }) =>
      act((context) => {
        const { deviceId = builtInKioskId, ...printer } = body;
        requireKiosk(context, deviceId);
        const id = makePrinter(context, deviceId, printer);
        return made('printer', findPrinter(context.transaction, id));
      }),
    changePrinter: ({ act, params, body, raw }) =>
      act((context) =>
        edited(
          raw,
          () => findPrinter(context.transaction, Number(params.id)),
          () => changePrinter(context, Number(params.id), body),
        ),
      ),
    removePrinter: ({ act, params, raw }) =>
      act((context) =>
        removed(
          raw,
          () => findPrinter(context.transaction, Number(params.id)),
          () => removePrinter(context, Number(params.id)),
        ),
      ),
    findPrinters: async ({ body }) => ({ status: 200, body: await printer.find(body) }),
    testPrinter: async ({ body }) => ({
      status: 200,
      body: await printer.testPrint(body.target, body.profile),
    }),
    testPrintDevice: async ({ look, params }) => {
      const { reader, hall } = look();
      found(findDevice(reader, params.id, hall.settings.timezone));
      const { printers } = printer.now();
      const chosen = printers.find(({ printing }) => printing) ?? printers[0];
      const kept = hall.printers.find(({ id }) => String(id) === chosen?.id);
      // Another kiosk prints by itself; one that shows pictures has nothing to try.
      if (params.id !== builtInKioskId || !chosen) throw new Refusal('printer_unavailable');
      const profile = kept?.profile ?? printer.profile();
      return { status: 200, body: await printer.testPrint(chosen.target, profile) };
    },
  } satisfies Partial<Handlers<RouteName>>;
}

/** Displays have no printers, and who is let in no longer needs none. */
function requireKiosk({ transaction, hall }: ActionContext, deviceId: string): void {
  const device = findDevice(transaction, deviceId, hall.settings.timezone);
  if (device?.kind !== 'kiosk' || device.revoked) {
    throw new Refusal('not_found', {
      errors: [{ path: 'deviceId', message: 'it is no kiosk that is let in' }],
    });
  }
}
