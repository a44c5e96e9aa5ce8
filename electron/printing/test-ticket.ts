import { DateTime } from 'luxon';
import { type Block, encodeTicket, paperProfile } from '../../native/printer/encode-ticket';
import { openPrinter } from '../../native/printer/open-printer';
import type { Printer } from '../../native/printer/printer';
import { statusFor } from '../../native/printer/status';
import { countPaper } from '../actions/paper/paper-roll';
import type { PrinterProfile } from '../contract/printer-profile';
import { canPrint } from '../contract/printer-status';
import { parsePrinterTarget } from '../contract/printer-target';
import type { TestPrintAnswer } from '../contract/printers';
import type { Act } from './job-list';
import type { PooledPrinter, PrinterPool } from './printer-pool';
import { testTexts } from './test-texts';

/** Milliseconds for a printer that was just opened to say that it is well. */
const readyWithin = 6000;

export interface TestTicket {
  readonly target: string;
  readonly profile: PrinterProfile;
  readonly hall: string;
  readonly timezone: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/**
 * Prints a test ticket: between the visitors' on a printer that Antre prints on already, else on one that is opened
 * for it. `onPaper` hears which kept printer it took paper of. Never rejects.
 */
export async function printTestTicket(
  test: TestTicket,
  pool: readonly PooledPrinter[],
  onPaper: (printerId: number) => void,
): Promise<TestPrintAnswer> {
  const pooled = pool.find(({ target }) => target === test.target);
  if (pooled) {
    const answer = await printOn(pooled.printer, encodeTestTicket(test));
    const { printerId } = pooled;
    if (printerId !== null && answer.outcome !== 'not_sent') onPaper(printerId);
    return answer;
  }
  return await printTestTicketOn(test);
}

/** Prints a test ticket on a printer that nobody has open; it is opened for it. Never rejects. */
export async function printTestTicketOn(test: TestTicket): Promise<TestPrintAnswer> {
  const bytes = encodeTestTicket(test);
  const reachable = parsePrinterTarget(test.target);
  if (!reachable) return { outcome: 'not_sent', status: statusFor('not_found') };
  const printer = openPrinter(reachable, { dialect: test.profile.dialect, mayHoldTicket: false });
  try {
    await becomeReady(printer);
    return await printOn(printer, bytes);
  } finally {
    await printer.close();
  }
}

/**
 * Prints a ticket that was made to be looked at, marked as a test, between the visitors' on the printer that prints now.
 * Never rejects; `not_sent` where no printer can print.
 */
export async function printDraft(
  ticket: readonly Block[],
  pool: PrinterPool,
  act: Act,
): Promise<TestPrintAnswer> {
  const pooled = pool.choose();
  if (!pooled) return { outcome: 'not_sent', status: pool.status };
  const bytes = encodeTicket(
    [testBanner, { kind: 'space', dots: 12 }, ...ticket],
    paperProfile(pooled.profile),
  );
  const answer = await printOn(pooled.printer, bytes);
  const { printerId } = pooled;
  if (printerId !== null && answer.outcome !== 'not_sent') act((context) => countPaper(context, printerId));
  return answer;
}

async function printOn(printer: Printer, bytes: Buffer): Promise<TestPrintAnswer> {
  const { kind } = await printer.print(bytes, () => true);
  return { outcome: kind, status: printer.status };
}

function becomeReady(printer: Printer): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      clearTimeout(timer);
      forget();
      resolve();
    };
    const look = () => {
      if (canPrint(printer.status)) settle();
    };
    const timer = setTimeout(settle, readyWithin);
    const forget = printer.onStatus(look);
    look();
  });
}

/**
 * A ticket that says that it is a test and shows what a profile can get wrong: the width, the letters with marks, the
 * number's picture, the QR code, the cut.
 */
function encodeTestTicket({ target, profile, hall, timezone, now }: TestTicket): Buffer {
  const time = DateTime.fromMillis(now, { zone: timezone });
  const blocks: readonly Block[] = [
    { kind: 'text', text: hall.toUpperCase(), size: 'double', align: 'center' },
    testBanner,
    { kind: 'space', dots: 16 },
    { kind: 'number', number: 'A-000' },
    { kind: 'space', dots: 16 },
    { kind: 'rule' },
    { kind: 'pair', left: testTexts('paper'), right: `${profile.paperWidth} mm`, size: 'normal' },
    { kind: 'pair', left: testTexts('cutter'), right: testTexts(`cutter.${profile.cutter}`), size: 'normal' },
    { kind: 'pair', left: testTexts('letters'), right: 'é è ê ü ½ °', size: 'normal' },
    { kind: 'pair', left: testTexts('printed'), right: time.toFormat('dd/MM/yyyy HH.mm'), size: 'normal' },
    { kind: 'rule' },
    { kind: 'text', text: target, size: 'normal', align: 'center' },
    { kind: 'space', dots: 16 },
    { kind: 'qr', data: testTexts('code') },
    { kind: 'text', text: testTexts('scan', { code: testTexts('code') }), size: 'normal', align: 'center' },
  ];
  return encodeTicket(blocks, paperProfile(profile));
}

const testBanner: Block = { kind: 'banner', text: testTexts('banner') };
