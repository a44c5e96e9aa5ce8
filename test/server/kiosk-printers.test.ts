import { expect, onTestFinished, test, vi } from 'vitest';
import type { OwnPrinter } from '../../electron/contract/print-jobs';
import { KioskPrinters } from '../../electron/server/devices/kiosk-printers';
import { settablePrinter } from '../support/running-server';

const well: OwnPrinter = { state: 'ready', cause: null, detail: null, preview: false, version: '0.1.0' };
const aDay = 24 * 60 * 60 * 1000;

function kioskThatTold(told: OwnPrinter) {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const printers = new KioskPrinters({ printer: settablePrinter(), version: '0.2.0' });
  const lineEnded = printers.lineOpened('kiosk-2');
  printers.report('kiosk-2', told);
  return { lineEnded, seen: () => [printers.isOnLine('kiosk-2'), printers.of('kiosk-2').state] };
}

test('a kiosk of an older version, which only tells of changes, is there for as long as its line is open', () => {
  const { lineEnded, seen } = kioskThatTold(well);
  vi.advanceTimersByTime(aDay);
  expect(seen()).toEqual([true, 'ready']);
  lineEnded();
  expect(seen()).toEqual([false, 'offline']);
});

test('a kiosk that tells again and again is away once it falls silent, whatever its line says', () => {
  const { seen } = kioskThatTold({ ...well, printers: [] });
  expect(seen()).toEqual([true, 'ready']);
  vi.advanceTimersByTime(aDay);
  expect(seen()).toEqual([false, 'offline']);
});
