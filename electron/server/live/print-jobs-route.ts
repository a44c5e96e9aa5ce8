import type { FastifyInstance } from 'fastify';
import { kioskPrintersView, printJobsView } from '../../views/print-jobs-view';
import { type Callers, deviceIdOf } from '../callers';
import type { DeviceWatch } from '../device-watch';
import type { PrinterPort } from '../parts';
import { apiBase } from '../register-routes';
import type { Hub } from './hub';
import { openStream } from './stream';
import { printerWishesKey, type WantedTopic } from './topics';

const kiosks = ['kiosk'] as const;
const calmMs = 10;

/** `GET /devices/me/print-jobs`: server-sent events of the jobs that a kiosk's own printer has to print. */
export function registerPrintJobs(
  app: FastifyInstance,
  parts: {
    readonly hub: Hub;
    readonly callers: Callers;
    readonly devices: Pick<DeviceWatch, 'printers' | 'wishes'>;
    readonly printer: PrinterPort;
  },
): void {
  const { hub, callers, devices, printer } = parts;
  app.get(
    `${apiBase}/devices/me/print-jobs`,
    {
      exposeHeadRoute: false,
      schema: {
        summary: "A kiosk's open print jobs (Server-Sent Events)",
        description:
          'Event `print-jobs`: the oldest of them, `[{id, state, attempts, copy}]`, whole and again at each change. ' +
          'Before it and whenever it changes, event `printers`: what the kiosk prints on, as the admins chose. ' +
          'Event `printer-wishes`: what an admin wants done with printers at the kiosk, each once. ' +
          'While it is open the kiosk counts as there.',
      },
    },
    (request, reply) => {
      const deviceId = deviceIdOf(callers.prove(request, kiosks));
      const printJobs: WantedTopic = {
        event: 'print-jobs',
        topic: {
          key: `print-jobs:${deviceId}`,
          callers: kiosks,
          calmMs,
          build: ({ reader }) => printJobsView(reader, deviceId),
          concern: (change) =>
            change.kind === 'print_job' && change.deviceId === deviceId ? 'at once' : 'none',
        },
      };
      const printersOfKiosk: WantedTopic = {
        event: 'printers',
        topic: {
          key: `printers:${deviceId}`,
          callers: kiosks,
          calmMs,
          build: ({ hall }) => kioskPrintersView(hall, deviceId, printer.profile()),
          concern: ({ kind }) => (kind === 'configuration' ? 'at once' : 'none'),
        },
      };
      const printerWishes: WantedTopic = {
        event: 'printer-wishes',
        topic: {
          key: printerWishesKey(deviceId),
          callers: kiosks,
          calmMs,
          build: () => devices.wishes.of(deviceId),
          concern: () => 'none',
        },
      };
      let lineEnded = () => {};
      openStream(request, reply, hub, {
        wanted: [printersOfKiosk, printerWishes, printJobs],
        mayStill: () => callers.mayStill(request, kiosks),
        lastSequence: null,
        onEnd: () => lineEnded(),
      });
      lineEnded = devices.printers.lineOpened(deviceId);
    },
  );
}
