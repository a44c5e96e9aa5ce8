import { reportJob } from '../../actions/paper/report-job';
import { reprintForHolder } from '../../actions/paper/reprint-for-holder';
import type { RouteName } from '../../contract/routes';
import { Refusal } from '../../queue/refusal';
import { readPrintJob } from '../../store/print-jobs';
import type { Reader } from '../../store/store';
import { holderTicketView } from '../../views/ticket-view';
import { deviceIdOf } from '../callers';
import type { DeviceWatch } from '../device-watch';
import { printsNow } from '../kiosk-printers';
import type { ServerParts } from '../parts';
import { type Handlers, viewContextOf } from '../route-request';

/** What the main process of a second kiosk asks of the hub. */
export function kioskRoutes(
  parts: Pick<ServerParts, 'printer' | 'mayExit'>,
  { printers, touchScreens, scanners }: DeviceWatch,
) {
  return {
    printJobPaper: ({ caller, look, params }) => {
      const { id, ticketId, copy } = ownJob(look().reader, deviceIdOf(caller), params.job);
      const bytes = parts.printer.paper(ticketId, copy === 1);
      if (!bytes)
        throw new Refusal('not_found', { errors: [{ path: 'job', message: `${id} has no paper` }] });
      return { status: 200, body: { base64: bytes.toString('base64') } };
    },
    reportPrintJob: ({ act, caller, params, body }) =>
      act((context) => {
        const { id } = ownJob(context.transaction, deviceIdOf(caller), params.job);
        return {
          status: 200,
          body: { accepted: reportJob(context, { jobId: id, report: body, printerId: null }) },
        };
      }),
    reportOwnPrinter: ({ caller, body }) => {
      printers.report(deviceIdOf(caller), body);
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
    reprintHere: ({ act, caller, body }) =>
      act((context) => {
        reprintForHolder(context, {
          token: body.token,
          printerReady: printsNow(printers.of(deviceIdOf(caller)).state),
        });
        return { status: 200, body: holderTicketView(viewContextOf(context), body.token) };
      }),
    mayExit: async ({ body }) => ({ status: 200, body: { right: await parts.mayExit(body.pin) } }),
  } satisfies Partial<Handlers<RouteName>>;
}

/** A job of this kiosk's; another's is none. */
function ownJob(reader: Reader, deviceId: string, jobId: string) {
  const job = readPrintJob(reader, Number(jobId));
  if (job?.deviceId !== deviceId) throw new Refusal('not_found');
  return job;
}
