// The printer's side of the USB gadget, in a process of its own: carries bytes between its device file `argv[3]`
// (/dev/g_printer0, /dev/ttyGS1) and the fake printer on TCP port `argv[2]`. Told `open` as it is plugged in and `close` as it
// is pulled out, each a line; answers when it is done.
import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

const pollEvery = 5;
let device: number | undefined;
let printer: Socket | undefined;
let waiting: Buffer[] = [];

createInterface({ input: process.stdin }).on('line', (line) => {
  if (line === 'open') open();
  else close();
});
process.stdin.on('end', () => process.exit(0));
setInterval(carry, pollEvery);

function open(): void {
  try {
    device = openSync(process.argv[3] ?? '', constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    // The kernel makes it a moment after the plug.
    setTimeout(open, pollEvery);
    return;
  }
  printer = connect({ host: '127.0.0.1', port: Number(process.argv[2]), noDelay: true });
  printer.on('data', (bytes: Buffer) => waiting.push(bytes));
  printer.on('error', () => undefined);
  process.stdout.write('open\n');
}

function close(): void {
  if (device !== undefined) closeSync(device);
  device = undefined;
  printer?.destroy();
  waiting = [];
  process.stdout.write('closed\n');
}

function carry(): void {
  const file = device;
  if (file === undefined) return;
  const bytes = Buffer.alloc(16_384);
  const count = attempt(() => readSync(file, bytes, 0, bytes.length, null));
  if (count > 0) printer?.write(bytes.subarray(0, count));
  const next = waiting[0];
  if (!next) return;
  const taken = attempt(() => writeSync(file, next, 0, next.length));
  if (taken >= next.length) waiting.shift();
  else if (taken > 0) waiting[0] = next.subarray(taken);
}

/** EAGAIN: nothing is there, or nothing more is taken. */
function attempt(work: () => number): number {
  try {
    return work();
  } catch {
    return 0;
  }
}
