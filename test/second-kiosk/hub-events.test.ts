import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import type { KioskPrinters, OpenPrintJob } from '../../electron/contract/print-jobs';
import { safeProfile } from '../../electron/contract/printer-profile';
import type { PrinterWish } from '../../electron/contract/printer-wishes';
import { hearHubEvents } from '../../electron/second-kiosk/hub-events';
import { OwnPrinterPool } from '../../electron/second-kiosk/own-printer-pool';

const usual = { paperWidth: 80, codePage: 'pc858', qr: 'native', cutter: 'partial', dialect: 'epson' };
const job = { id: 1, state: 'queued', attempts: 0, copy: false };

function hearing() {
  const heard: (readonly OpenPrintJob[] | KioskPrinters | readonly PrinterWish[])[] = [];
  const logged: string[] = [];
  const log = pino({}, { write: (line) => void logged.push((JSON.parse(line) as { msg: string }).msg) });
  const hear = hearHubEvents({
    onStandby: () => undefined,
    log,
    onJobs: (jobs) => heard.push(jobs),
    onPrinters: (printers) => heard.push(printers),
    onWishes: (wishes) => heard.push(wishes),
  });
  return { heard, logged, tell: (event: string, told: unknown) => hear(event, JSON.stringify(told)) };
}

test('what a newer hub tells beside is passed over; what can’t be read is left out, and the rest is heard', () => {
  const { heard, logged, tell } = hearing();
  tell('print-jobs', [
    { ...job, priority: 'high' },
    { ...job, id: 2, state: 'held_for_later' },
  ]);
  const printer = { id: '7', name: 'Kios dua', target: 'usb:04b8:0e28', profile: usual };
  tell('printers', {
    usual: { ...usual, speed: 3 },
    printers: [{ ...printer, profile: { ...usual, speed: 3 } }],
    colours: true,
  });
  expect(heard).toEqual([[job], { usual, printers: [printer] }]);
  expect(logged).toEqual(['a part of what the hub told was left out']);
});

test('a printer whose address or profile can’t be read stays one of the kiosk’s, so that it never shows pictures for paper', async () => {
  const { heard, logged, tell } = hearing();
  const unknown = {
    id: '8',
    name: 'Kios dua',
    target: 'bluetooth:00:11',
    profile: { ...usual, dialect: 'zpl' },
  };
  tell('printers', { usual, printers: [unknown] });
  const told = { usual, printers: [{ ...unknown, profile: safeProfile }] };
  expect(heard).toEqual([told]);
  expect(logged).toEqual(['a part of what the hub told was left out']);

  const own = new OwnPrinterPool({ target: null, log: pino({ level: 'silent' }), onChange: () => undefined });
  onTestFinished(() => own.stop());
  own.chosen(heard[0] as KioskPrinters);
  expect(own.choose(new Set())).toBeUndefined();
  expect(own.now()).toMatchObject({ state: 'offline', preview: false });
});

test('an event that is unknown is logged once, one that is broken each time, and the next is heard', () => {
  const { heard, logged, tell } = hearing();
  tell('weather', 'rain');
  tell('weather', 'sun');
  tell('print-jobs', 'no list');
  tell('print-jobs', [job]);
  expect(heard).toEqual([[job]]);
  expect(logged).toEqual([
    'the hub tells what this version does not know',
    'what the hub told could not be read',
  ]);
});
