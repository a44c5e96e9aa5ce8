// Runs in the guest, one part after the other: devices of one part must not be seen by another.
import { readFileSync } from 'node:fs';
import { checkAttached } from './attached-checks';
import { checkHid } from './hid-checks';
import { checkPads } from './pad-checks';
import { checkUsbPrinters } from './printer-checks';
import { checkSerialScanner } from './scanner-checks';

const parts = {
  hid: checkHid,
  attached: checkAttached,
  pads: checkPads,
  scanner: checkSerialScanner,
  printers: checkUsbPrinters,
} as const satisfies Readonly<Record<string, () => Promise<void>>>;

async function run(): Promise<void> {
  const wanted = /rig\.parts=(\S+)/.exec(readFileSync('/proc/cmdline', 'utf8'))?.[1]?.split(',') ?? ['all'];
  for (const [name, checkPart] of Object.entries(parts)) {
    if (wanted.includes('all') || wanted.includes(name)) await checkPart();
  }
  process.exit(0);
}

run().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
