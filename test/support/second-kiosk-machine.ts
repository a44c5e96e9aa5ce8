import pino from 'pino';
import { onTestFinished } from 'vitest';
import { machineClock } from '../../electron/clock';
import type { PrinterTarget } from '../../electron/config';
import { RunRecord } from '../../electron/health/run-record';
import { keepAccess } from '../../electron/second-kiosk/kept-access';
import { startSecondKiosk } from '../../electron/second-kiosk/start-second-kiosk';
import type { TestServer } from './running-server';
import type { LetInKiosk } from './second-kiosk';
import { temporaryFolder } from './temporary-store';

/** Starts what runs at the kiosk's own machine; it is stopped when the test has finished. */
export function startMachine(
  server: TestServer,
  kiosk: LetInKiosk,
  printer: PrinterTarget | null = null,
  /** The way to the hub, where it isn't the straight one. */
  hub = server.url,
): void {
  const dataDir = temporaryFolder();
  keepAccess(dataDir, 'kiosk').keep(hub, kiosk.token);
  const machine = startSecondKiosk({
    port: 0,
    onTakenOver: () => undefined,
    hub,
    dataDir,
    printer,
    log: pino({ level: 'silent' }),
    run: new RunRecord(machineClock),
    show: () => undefined,
    onLine: () => undefined,
  });
  onTestFinished(() => machine.stop());
}
