// Runs in the guest, one part after the other: devices of one part must not be seen by another.
import { checkAttached } from './attached-checks';
import { checkHid } from './hid-checks';
import { checkUsbPrinters } from './printer-checks';
import { checkSerialScanner } from './scanner-checks';

async function run(): Promise<void> {
  await checkHid();
  await checkAttached();
  await checkSerialScanner();
  await checkUsbPrinters();
  process.exit(0);
}

run().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
