import { connect, type Socket } from 'node:net';
import { print } from 'receiptio';
import { describe, expect, onTestFinished, test } from 'vitest';
import { clearBuffer } from '../../native/printer/escpos-commands';
import type { FakeNature } from '../../native/printer/testing/fake-nature';
import { type FakePrinter, startFakePrinter } from '../../native/printer/testing/fake-printer';

async function fake(nature: Partial<FakeNature> = {}): Promise<FakePrinter> {
  const printer = await startFakePrinter({ nature });
  onTestFinished(() => printer.close());
  return printer;
}

/** A bare client that collects what the printer says. */
async function client(printer: FakePrinter): Promise<{ socket: Socket; heard: () => number[] }> {
  const heard: number[] = [];
  const socket = connect(printer.port, printer.host);
  socket.on('data', (bytes: Buffer) => heard.push(...bytes));
  socket.on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  await new Promise((resolve) => socket.once('connect', resolve));
  return { socket, heard: () => heard };
}

const statusRequests = Buffer.from([0x10, 4, 1, 0x10, 4, 2, 0x10, 4, 3, 0x10, 4, 4]);

describe('the fake printer', () => {
  test('answers status requests at once while it is offline, and takes nothing from its buffer', async () => {
    const printer = await fake();
    printer.become({ paper: 'out' });
    const { socket, heard } = await client(printer);
    socket.write(Buffer.concat([Buffer.from('\x1b@A-001\n\x1dV\x01', 'latin1'), statusRequests]));
    await expect.poll(heard).toEqual([0x1a, 0x32, 0x12, 0x7e]);
    expect(printer.papers).toEqual([]);

    // the ghost: what it was sent while the paper was out is printed after the refill
    printer.become({ paper: 'enough' });
    expect(printer.papers.map((paper) => [paper.lines, paper.cut])).toEqual([[['A-001'], true]]);
  });

  test('forgets what it was sent when asked to by DLE DC4, even while offline', async () => {
    const printer = await fake();
    printer.become({ coverOpen: true });
    const { socket, heard } = await client(printer);
    socket.write('\x1b@A-001\n');
    socket.write(clearBuffer);
    await expect.poll(heard).toEqual([0x37, 0x25, 0x00]);
    printer.become({ coverOpen: false });
    expect([printer.papers, printer.unfinished, printer.waitingBytes]).toEqual([[], [], 0]);
  });

  test('answers GS ( H, GS r and GS I in their turn, and pushes status blocks after GS a', async () => {
    const printer = await fake();
    const { socket, heard } = await client(printer);
    socket.write(Buffer.from('\x1da\x0e\x1b@A-001\n\x1d(H\x06\x0000wxyz\x1dr\x01\x1dIB', 'latin1'));
    await expect
      .poll(heard)
      .toEqual([
        ...[0x10, 0, 0, 0x0f],
        ...[0x37, 0x22, ...Buffer.from('wxyz'), 0],
        0,
        ...[0x5f, ...Buffer.from('EPSON'), 0],
      ]);
    printer.become({ coverOpen: true });
    await expect.poll(() => heard().slice(-4)).toEqual([0x38, 0, 0, 0x0f]);
  });

  test('runs out of paper in the middle of a job and goes on after the refill', async () => {
    const printer = await fake();
    printer.runOutAfterLines(2);
    const { socket } = await client(printer);
    socket.write('\x1b@one\ntwo\nthree\n\x1dV\x01');
    await printer.until(() => printer.unfinished.length === 2);
    expect(printer.papers).toEqual([]);
    printer.become({ paper: 'enough' });
    expect(printer.papers.map((paper) => paper.lines)).toEqual([['one', 'two', 'three']]);
  });

  test('keeps what came in before the line was dropped, and joins it to what comes next', async () => {
    const printer = await fake();
    printer.dropLineAfterBytes(7);
    const first = await client(printer);
    first.socket.write('\x1b@one\nTWO\n');
    await printer.until(() => !printer.connected && printer.receivedBytes === 7);
    const second = await client(printer);
    second.socket.write('wo\n\x1dV\x01');
    await printer.until(() => printer.papers.length === 1);
    expect(printer.papers[0]?.lines).toEqual(['one', 'Two']);
  });

  test('turns a second client away, and takes one when the first has gone', async () => {
    const printer = await fake();
    const first = await client(printer);
    const second = connect(printer.port, printer.host).on('error', () => undefined);
    await expect.poll(() => second.closed).toBe(true);
    expect([printer.accepted, printer.turnedAway]).toEqual([1, 1]);
    first.socket.destroy();
    await printer.until(() => !printer.connected);
    await client(printer);
    await printer.until(() => printer.accepted === 2);
  });

  test('starts as a process of its own that can be told what is wrong', async () => {
    const { spawn } = await import('node:child_process');
    const started = spawn(process.execPath, ['test/support/start-fake-printer.mjs'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    onTestFinished(() => void started.kill());
    let said = '';
    started.stdout.on('data', (text: Buffer) => {
      said += text;
    });
    await expect.poll(() => said).toMatch(/^\{"host":"127.0.0.1","port":\d+\}\n/);
    const { port } = JSON.parse(said) as { port: number };
    const socket = connect(port, '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    const heard: number[] = [];
    socket.on('data', (bytes: Buffer) => heard.push(...bytes));
    socket.write('\x1b@A-001\n\x1dV\x01');
    await expect.poll(() => said).toContain('{"lines":["A-001"],"cut":true}\n');
    started.stdin.write('{"coverOpen":true}\n');
    await expect
      .poll(() => {
        socket.write(Buffer.from([0x10, 4, 2]));
        return heard.at(-1);
      })
      .toBe(0x16);
  });
});

describe('an independent client agrees with the fake printer', async () => {
  // receiptio only speaks to port 9100; each machine has many loopback addresses on Linux, one elsewhere
  const host = '127.91.0.91';
  const printer = await startFakePrinter({ host, port: 9100 }).catch(() => null);
  const unable = printer === null;
  const ask = async (markdown: string, options: string) => {
    // it takes one client, and learns a little later that the last has gone
    await printer?.until(() => !printer.connected);
    return await print(markdown, `-d ${host} ${options}`);
  };

  test.skipIf(unable).each([
    ['online', {}],
    ['paperempty', { paper: 'out' }],
    ['coveropen', { coverOpen: true }],
  ] as const)('status %s', async (answer, condition) => {
    printer?.become(condition);
    expect(await ask('', '-q')).toBe(answer);
    printer?.become({ paper: 'enough', coverOpen: false });
  });

  test.skipIf(unable)('status error until its DLE ENQ comes after the cutter was mended', async () => {
    printer?.become({ cutterJammed: true });
    expect(await ask('', '-q')).toBe('error');
    expect(await ask('', '-q')).toBe('error');
    printer?.become({ cutterJammed: false });
    expect(await ask('', '-q')).toBe('error');
    expect(await ask('', '-q')).toBe('online');
  });

  test.skipIf(unable)('prints a receipt and is told of success', async () => {
    const before = printer?.papers.length ?? 0;
    expect(await ask('A-012\n---\nMal Pelayanan Publik', '-p epson -t 10')).toBe('success');
    await printer?.until(() => printer.papers.length > before);
    expect(printer?.papers.at(-1)?.cut).toBe(true);
  });

  test.skipIf(unable)('sees a hung printer as offline and a missing one as disconnected', async () => {
    printer?.become({ hung: true });
    expect(await ask('', '-q')).toBe('offline');
    printer?.unplug();
    expect(await ask('', '-q')).toBe('disconnect');
    await printer?.close();
  });
});
