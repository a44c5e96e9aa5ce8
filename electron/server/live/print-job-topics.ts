import type { Caller } from '../../contract/routes/route';
import type { Printing } from '../../printing/printing';
import type { StandbyWatch } from '../../standby/standby-watch';
import { kioskPrintersView, printJobsView } from '../../views/print-jobs-view';
import type { DeviceWatch } from '../devices/device-watch';
import { printerWishesKey, type WantedTopic } from './topics';

/** Only kiosks print. */
export const kiosksOnly: readonly Caller[] = ['kiosk'];
const calmMs = 10;

/** What the topics of a kiosk's print jobs are made of. */
export interface PrintJobsParts {
  readonly devices: Pick<DeviceWatch, 'printers' | 'wishes'>;
  readonly printer: Printing;
  readonly standby: Pick<StandbyWatch, 'newsFor'>;
}

/** What a kiosk hears for its own printer, in this order: its printers, where the standby is, what is wanted of its printers, its open jobs. */
export function printJobTopics(
  { devices, printer, standby }: PrintJobsParts,
  deviceId: string,
): WantedTopic[] {
  return [
    {
      event: 'printers',
      topic: {
        key: `printers:${deviceId}`,
        callers: kiosksOnly,
        within: 'any',
        calmMs,
        build: ({ hall }) => kioskPrintersView(hall, deviceId, printer.profile()),
        concern: ({ kind }) => (kind === 'configuration' ? 'at once' : 'none'),
      },
    },
    {
      event: 'standby',
      topic: {
        key: `standby:${deviceId}`,
        callers: kiosksOnly,
        within: 'any',
        calmMs,
        build: () => standby.newsFor(deviceId),
        concern: ({ kind }) => (kind === 'configuration' ? 'at once' : 'none'),
      },
    },
    {
      event: 'printer-wishes',
      topic: {
        key: printerWishesKey(deviceId),
        callers: kiosksOnly,
        within: 'any',
        calmMs,
        build: () => devices.wishes.of(deviceId),
        concern: () => 'none',
      },
    },
    {
      event: 'print-jobs',
      topic: {
        key: `print-jobs:${deviceId}`,
        callers: kiosksOnly,
        within: 'any',
        calmMs,
        build: ({ reader }) => printJobsView(reader, deviceId),
        concern: (change) =>
          change.kind === 'print_job' && change.deviceId === deviceId ? 'at once' : 'none',
      },
    },
  ];
}
