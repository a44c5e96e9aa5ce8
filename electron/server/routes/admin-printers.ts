import { changePrinter, makePrinter, removePrinter } from '../../actions/admin/printers';
import { beginRoll, countPaper } from '../../actions/paper/paper-roll';
import type { PrinterWishAnswer } from '../../contract/printer-wishes';
import type { RouteName } from '../../contract/routes';
import { Refusal } from '../../queue/refusal';
import type { Hall } from '../../store/hall';
import { builtInKioskId } from '../../store/import-configuration';
import type { Reader } from '../../store/store';
import { fieldFault } from '../../texts/field-fault';
import { findDevice } from '../../views/admin/devices';
import { findPrinter, listPrinters } from '../../views/admin/printers';
import type { ViewContext } from '../../views/view-context';
import type { DeviceWatch } from '../devices/device-watch';
import type { NewPrinterWish } from '../devices/kiosk-wishes';
import type { ServerParts } from '../parts';
import { edited, found, made, removed } from '../routing/edit';
import type { Handlers } from '../routing/route-request';

/** Milliseconds for another kiosk to answer. */
const longestSearch = 40_000;
const longestTest = 40_000;

/** The kiosks' printers: found and tried, at other kiosks by their own machines, and kept in the order of choice. */
export function adminPrinterRoutes(
  { printer, actionRunner }: Pick<ServerParts, 'printer' | 'actionRunner'>,
  { printers, wishes }: Pick<DeviceWatch, 'printers' | 'wishes'>,
) {
  /**
   * Throws `Refusal`: `not_found` where it is no kiosk that is let in, `kiosk_away` where it is not connected,
   * `kiosk_failed` where it is and answers nothing in time.
   */
  async function askKiosk(
    { reader, hall }: ViewContext,
    deviceId: string,
    wish: NewPrinterWish,
    milliseconds: number,
  ): Promise<PrinterWishAnswer> {
    requireKiosk(reader, hall, deviceId);
    if (!printers.isOnLine(deviceId)) throw new Refusal('kiosk_away');
    const answer = await wishes.ask(deviceId, wish, milliseconds);
    if (!answer) throw new Refusal(printers.isOnLine(deviceId) ? 'kiosk_failed' : 'kiosk_away');
    return answer;
  }

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
        requireKiosk(context.transaction, context.hall, deviceId);
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
    findPrinters: async ({ look, body }) => {
      const { deviceId = builtInKioskId, ...search } = body;
      if (deviceId === builtInKioskId) return { status: 200, body: await printer.find(search) };
      const answer = await askKiosk(look(), deviceId, { kind: 'find', ...search }, longestSearch);
      if (answer.kind !== 'find') throw new Refusal('kiosk_failed');
      return { status: 200, body: answer.found };
    },
    testPrinter: async ({ look, body }) => {
      const { deviceId = builtInKioskId, target, profile } = body;
      if (deviceId === builtInKioskId) return { status: 200, body: await printer.testPrint(target, profile) };
      const { hall } = look();
      const { siteName, timezone } = hall.settings;
      const wish = { kind: 'test', target, profile, hall: siteName, timezone } as const;
      const answer = await askKiosk(look(), deviceId, wish, longestTest);
      if (answer.kind !== 'test') throw new Refusal('kiosk_failed');
      const kept = hall.printers.find((each) => each.deviceId === deviceId && each.target === target);
      if (kept && answer.tested.outcome !== 'not_sent') {
        actionRunner.run({ kind: 'system' }, (context) => countPaper(context, kept.id));
      }
      return { status: 200, body: answer.tested };
    },
    testPrintDevice: async ({ look, params }) => {
      const { reader, hall } = look();
      found(findDevice(reader, params.id, hall.settings.timezone));
      const own = printer.now().printers.filter(({ deviceId }) => deviceId === builtInKioskId);
      const chosen = own.find(({ printing }) => printing) ?? own[0];
      const kept = hall.printers.find(({ id }) => String(id) === chosen?.id);
      // Another kiosk prints by itself; one that shows pictures has nothing to try.
      if (params.id !== builtInKioskId || !chosen) throw new Refusal('printer_unavailable');
      const profile = kept?.profile ?? printer.profile();
      return { status: 200, body: await printer.testPrint(chosen.target, profile) };
    },
  } satisfies Partial<Handlers<RouteName>>;
}

/** Displays have no printers, and who is let in no longer needs none. */
function requireKiosk(reader: Reader, hall: Hall, deviceId: string): void {
  const device = findDevice(reader, deviceId, hall.settings.timezone);
  if (device?.kind !== 'kiosk' || device.revoked) {
    throw new Refusal('not_found', {
      errors: [{ path: 'deviceId', fault: fieldFault('no_paired_kiosk') }],
    });
  }
}
