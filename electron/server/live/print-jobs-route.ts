import type { FastifyInstance } from 'fastify';
import { apiBase } from '../../contract/api-base';
import { type Callers, deviceIdOf } from '../callers';
import type { Hub } from './hub';
import { kiosksOnly, type PrintJobsParts, printJobTopics } from './print-job-topics';
import { openStream } from './stream';

/** `GET /devices/me/print-jobs`: server-sent events of the jobs that a kiosk's own printer has to print. */
export function registerPrintJobs(
  app: FastifyInstance,
  parts: PrintJobsParts & { readonly hub: Hub; readonly callers: Callers },
): void {
  const { hub, callers, devices } = parts;
  app.get(
    `${apiBase}/devices/me/print-jobs`,
    {
      exposeHeadRoute: false,
      schema: {
        summary: "A kiosk's open print jobs (Server-Sent Events)",
        description:
          'Event `print-jobs`: the oldest of them, `[{id, state, attempts, copy}]`, whole and again at each change. ' +
          'Before it and whenever it changes, event `printers`: what the kiosk prints on, as the admins chose. ' +
          'Event `standby`: where the machine is that stands by, and whether it is this kiosk. ' +
          'Event `printer-wishes`: what an admin wants done with printers at the kiosk, each once. ' +
          'While it is open the kiosk counts as there.',
      },
    },
    (request, reply) => {
      const deviceId = deviceIdOf(callers.prove(request, { callers: kiosksOnly }));
      let lineEnded = () => {};
      openStream(request, reply, hub, {
        wanted: printJobTopics(parts, deviceId),
        standing: callers.standingOf(request),
        mayStill: () => callers.reachStill(request, kiosksOnly) !== undefined,
        lastSequence: null,
        onEnd: () => lineEnded(),
      });
      lineEnded = devices.printers.lineOpened(deviceId);
    },
  );
}
