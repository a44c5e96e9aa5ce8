import pino from 'pino';
import { onTestFinished } from 'vitest';
import type { PrinterTarget } from '../../electron/config';
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
): void {
  const dataDir = temporaryFolder();
  keepAccess(dataDir, 'kiosk').keep(server.url, kiosk.token);
  const machine = startSecondKiosk({
    hub: server.url,
    dataDir,
    printer,
    log: pino({ level: 'silent' }),
    show: () => undefined,
    onLine: () => undefined,
  });
  onTestFinished(() => machine.stop());
}
