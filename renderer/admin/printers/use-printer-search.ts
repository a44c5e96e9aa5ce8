import { useEffect, useRef, useState } from 'react';
import type { FoundPrinter, FoundPrinters } from '../../../electron/contract/printers';
import { callRoute } from '../../client/api';
import { type SearchStep, searchSteps } from './search-steps';

/** How far a search for printers is, and what it has found so far. */
export interface PrinterSearchState {
  readonly isRunning: boolean;
  /** What is looked through now; null where nothing is. */
  readonly step: SearchStep | null;
  /** Addresses that were asked, of so many in all. */
  readonly asked: number;
  readonly addresses: number;
  readonly printers: readonly FoundPrinter[];
  readonly unsearched: FoundPrinters['unsearched'];
  readonly error: Error | null;
}

/** What was typed may name an address twice: its printer stands once, as it last answered. */
function eachOnce(printers: readonly FoundPrinter[]): readonly FoundPrinter[] {
  return [...new Map(printers.map((printer) => [printer.target, printer])).values()];
}

/** Looks for printers at a kiosk's machine, step by step. `null`: nobody has looked yet. A new search takes the place of one that runs. */
export function usePrinterSearch(deviceId: string) {
  const [state, setState] = useState<PrinterSearchState | null>(null);
  const run = useRef(0);
  useEffect(
    () => () => {
      run.current += 1;
    },
    [],
  );

  async function search(typed: string): Promise<void> {
    run.current += 1;
    const own = run.current;
    const steps = searchSteps(typed);
    let now: PrinterSearchState = {
      isRunning: true,
      step: null,
      asked: 0,
      addresses: steps.reduce((sum, { addresses }) => sum + addresses, 0),
      printers: [],
      unsearched: [],
      error: null,
    };
    const become = (change: Partial<PrinterSearchState>) => {
      now = { ...now, ...change };
      if (run.current === own) setState(now);
    };
    try {
      for (const step of steps) {
        become({ step });
        const found = await callRoute('findPrinters', { body: { ...step.search, deviceId } });
        if (run.current !== own) return;
        become({
          asked: now.asked + step.addresses,
          printers: eachOnce([...now.printers, ...found.printers]),
          unsearched: [...now.unsearched, ...found.unsearched],
        });
      }
      become({ isRunning: false, step: null });
    } catch (error) {
      become({
        isRunning: false,
        step: null,
        error: error instanceof Error ? error : new Error(String(error)),
      });
    }
  }

  return { state, search };
}
