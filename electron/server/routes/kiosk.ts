import { countKioskWay } from '../../actions/count-kiosk-way';
import { reportPaper } from '../../actions/paper/report-paper';
import { reprintForHolder } from '../../actions/paper/reprint-for-holder';
import { canPrint } from '../../contract/printer-status';
import type { RouteName } from '../../contract/routes';
import { Refusal } from '../../queue/refusal';
import type { Hall, HallPrinter } from '../../store/hall';
import { readPrintJob } from '../../store/print-jobs';
import type { Reader } from '../../store/store';
import { fieldFault } from '../../texts/field-fault';
import { holderTicketView } from '../../views/ticket-view';
import { deviceIdOf } from '../callers';
import type { DeviceWatch } from '../devices/device-watch';
import type { ServerParts } from '../parts';
import { type Handlers, viewContextOf } from '../routing/route-request';

/** What the main process of a second kiosk asks of the hub. */
export function kioskRoutes(
  parts: Pick<ServerParts, 'printer' | 'mayExit' | 'log'>,
  { printers, touchScreens, scanners, pads, wishes }: DeviceWatch,
) {
  return {
    printJobPaper: ({ caller, look, params, query }) => {
      const { reader, hall } = look();
      const { id, ticketId, copy, deviceId } = ownJob(reader, deviceIdOf(caller), params.job);
      const printer = ownPrinter(hall, deviceId, query.printer);
      if (query.printer && !printer) throw new Refusal('not_found');
      const profile = printer?.profile ?? parts.printer.profile();
      let bytes: Buffer | null;
      try {
        bytes = parts.printer.paper(ticketId, copy === 1, profile);
      } catch (error) {
        parts.log.error({ err: error, jobId: id }, 'a ticket could not be encoded');
        throw new Refusal('ticket_unprintable');
      }
      if (!bytes)
        throw new Refusal('not_found', {
          errors: [{ path: 'job', fault: fieldFault('job_without_paper', { id }) }],
        });
      return { status: 200, body: { base64: bytes.toString('base64') } };
    },
    reportPrintJob: ({ act, caller, params, query, body }) =>
      act((context) => {
        const { id, deviceId } = ownJob(context.transaction, deviceIdOf(caller), params.job);
        // One that was taken off meanwhile has still printed.
        const printer = ownPrinter(context.hall, deviceId, query.printer);
        const accepted = reportPaper(context, { jobId: id, report: body, printerId: printer?.id ?? null });
        return { status: 200, body: { accepted } };
      }),
    reportOwnPrinter: ({ caller, body }) => {
      printers.report(deviceIdOf(caller), body);
      return { status: 204, body: null };
    },
    answerPrinterWish: ({ caller, params, body }) => {
      if (!wishes.answer(deviceIdOf(caller), params.wish, body)) throw new Refusal('not_found');
      return { status: 204, body: null };
    },
    reportTouchScreen: ({ caller, body }) => {
      touchScreens.report(deviceIdOf(caller), body);
      return { status: 204, body: null };
    },
    reportScanner: ({ caller, body }) => {
      scanners.report(deviceIdOf(caller), body.state);
      return { status: 204, body: null };
    },
    countKioskWay: ({ actTogether, body }) =>
      actTogether((context) => {
        countKioskWay(context, body.way);
        return { status: 204, body: null };
      }),
    reportPads: ({ caller, body }) => {
      pads.report(deviceIdOf(caller), body);
      return { status: 204, body: null };
    },
    reprintHere: ({ act, caller, body }) =>
      act((context) => {
        reprintForHolder(context, {
          token: body.token,
          printerReady: canPrint(printers.of(deviceIdOf(caller))),
        });
        return { status: 200, body: holderTicketView(viewContextOf(context), body.token) };
      }),
    mayExit: async ({ body, caller }) => {
      const right = await parts.mayExit({ pin: body.pin, deviceId: deviceIdOf(caller) });
      return { status: 200, body: { right } };
    },
  } satisfies Partial<Handlers<RouteName>>;
}

/** A printer of this kiosk's; another's is none. */
function ownPrinter(hall: Hall, deviceId: string, printerId: string | undefined): HallPrinter | undefined {
  return hall.printers.find((each) => String(each.id) === printerId && each.deviceId === deviceId);
}

/** A job of this kiosk's; another's is none. */
function ownJob(reader: Reader, deviceId: string, jobId: string) {
  const job = readPrintJob(reader, Number(jobId));
  if (job?.deviceId !== deviceId) throw new Refusal('not_found');
  return job;
}
