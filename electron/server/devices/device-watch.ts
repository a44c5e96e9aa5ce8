import type { Clock } from '../../clock';
import type { AdminDevice, DeviceReport, DeviceStatus } from '../../contract/admin-devices';
import type { AttachedPads } from '../../contract/attached-pads';
import type { ScannerState } from '../../contract/scanner';
import type { TouchScreen } from '../../contract/touch-screen';
import type { Printing } from '../../printing/printing';
import { localInstant } from '../../queue/local-instant';
import { openJobsOf } from '../../store/kept-print-jobs';
import { listDevices } from '../../views/admin/devices';
import type { ViewContext } from '../../views/view-context';
import { KioskPrinters } from './kiosk-printers';
import { KioskWishes } from './kiosk-wishes';
import { ToldByKiosks } from './told-by-kiosks';

/** A page reports each half minute; one that missed two is gone, whatever its line seems to be. */
const reportGoodForMs = 75_000;
/** Of a program without a page. */
const seenGoodForMs = 2 * 60_000;

/**
 * How each kiosk and display is, by what its page told and whether its stream of events is open. Kept in memory alone:
 * after a start each tells anew within half a minute.
 */
export class DeviceWatch {
  readonly printers: KioskPrinters;
  readonly touchScreens = new ToldByKiosks<TouchScreen>();
  readonly scanners = new ToldByKiosks<ScannerState>();
  readonly pads = new ToldByKiosks<AttachedPads>();
  readonly wishes = new KioskWishes();
  readonly #clock: Clock;
  readonly #reports = new Map<string, { readonly report: DeviceReport; readonly at: number }>();
  readonly #openLines = new Map<string, number>();
  readonly #listeners = new Set<() => void>();

  constructor(parts: { readonly clock: Clock; readonly printer: Printing; readonly version: string }) {
    this.printers = new KioskPrinters(parts);
    this.#clock = parts.clock;
  }

  /** Calls the listener whenever a device's state may have changed. Returns a function that stops it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Notes what a device told of itself. */
  heard(deviceId: string, report: DeviceReport): void {
    const before = this.#reports.get(deviceId);
    const at = this.#clock.now();
    this.#reports.set(deviceId, { report, at });
    const same = before !== undefined && JSON.stringify(before.report) === JSON.stringify(report);
    if (!same || at - before.at > reportGoodForMs) this.#tell();
  }

  /** What a device's page told of sound devices lately; null: it is closed, or never told. */
  soundOf(deviceId: string): Pick<DeviceReport, 'outputs' | 'output'> | null {
    const told = this.#reports.get(deviceId);
    return told && this.#clock.now() - told.at < reportGoodForMs ? told.report : null;
  }

  /** Whether a visitor is at a kiosk whose page told of itself lately. */
  isKioskInUse(): boolean {
    const now = this.#clock.now();
    return [...this.#reports.values()].some(({ report, at }) => report.busy && now - at < reportGoodForMs);
  }

  /** Notes that a device listens to events. Returns a function to call when it ends. */
  lineOpened(deviceId: string): () => void {
    this.#count(deviceId, 1);
    let open = true;
    return () => {
      if (open) this.#count(deviceId, -1);
      open = false;
    };
  }

  /** The state of each device that is let in. */
  states(context: ViewContext): { readonly id: string; readonly status: DeviceStatus }[] {
    return listDevices(context.reader, context.hall.settings.timezone)
      .filter(({ revoked }) => !revoked)
      .map((device) => ({ id: device.id, status: this.statusOf(context, device) }));
  }

  /** The state of one device. */
  statusOf({ reader, hall, now }: ViewContext, device: AdminDevice): DeviceStatus {
    const { id, revoked, lastSeenAt } = device;
    const { timezone } = hall.settings;
    const told = this.#reports.get(id);
    const { state, cause, detail, version } = this.printers.of(id);
    const seenAt = Math.max(lastSeenAt === null ? 0 : Date.parse(lastSeenAt), told?.at ?? 0);
    const pageOpen = told
      ? now - told.at < reportGoodForMs && (this.#openLines.get(id) ?? 0) > 0
      : now - seenAt < seenGoodForMs;
    const online = this.printers.isOnLine(id) ?? pageOpen;
    return {
      online: online && !revoked,
      lastSeenAt: seenAt === 0 ? null : localInstant(seenAt, timezone),
      printer: device.kind === 'kiosk' && this.printers.hasTold(id) ? { state, cause, detail } : null,
      version: told?.report.version ?? version,
      touchScreen: this.touchScreens.of(id),
      scanner: this.scanners.of(id),
      page: told
        ? {
            width: told.report.width,
            height: told.report.height,
            touch: told.report.touch,
            sound: told.report.sound,
            outputs: told.report.outputs,
            output: told.report.output,
            at: localInstant(told.at, timezone),
          }
        : null,
      openPrintJobs: openJobsOf(reader, id).size,
    };
  }

  #count(deviceId: string, by: 1 | -1): void {
    this.#openLines.set(deviceId, (this.#openLines.get(deviceId) ?? 0) + by);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
