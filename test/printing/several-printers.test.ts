import { expect, test } from 'vitest';
import { changePrinter, makePrinter, removePrinter } from '../../electron/actions/admin/printers';
import { goPaperless } from '../../electron/actions/go-paperless';
import { findPrinters } from '../../electron/printing/find-printers';
import { builtInKioskId } from '../../electron/store/import-configuration';
import { query } from '../../electron/store/store';
import { holderTicketView } from '../../electron/views/ticket-view';
import { nature as fakeCustom } from '../../native/printer/testing/dialects/fake-custom';
import { startFakePrinter } from '../../native/printer/testing/fake-printer';
import { type ChosenPrinters, chosenPrinters, keptPrinter } from '../support/chosen-printers';
import { numbersOn } from '../support/numbers-on';

const system = { kind: 'system' } as const;
const place = { id: 'di samping pintu masuk', en: 'beside the entrance', jv: 'ing sandhing lawang' };

const ready = (hall: ChosenPrinters, ...indexes: readonly number[]) =>
  expect.poll(() => indexes.map((index) => hall.now(index).status.state)).toEqual(indexes.map(() => 'ready'));

const paperPlace = (hall: ChosenPrinters, token: string) =>
  holderTicketView(
    { reader: hall.store, hall: hall.hall(), now: hall.clock.now(), businessDate: '2026-11-24' },
    token,
  ).paperPlace;

test('where the first has no paper the next prints, the visitor is told where, and the first goes on once it is mended', async () => {
  const hall = await chosenPrinters([{}, { change: { place } }]);
  const [first, second] = hall.fakes;
  await ready(hall, 0, 1);
  const one = hall.tap();
  await expect.poll(() => first && numbersOn(first)).toEqual(['A-001']);
  expect(paperPlace(hall, one.token)).toBeNull();

  first?.become({ paper: 'out' });
  await expect.poll(() => hall.now(0).status.cause).toBe('paper_out');
  expect(hall.printing.status().state).toBe('ready');
  const two = hall.tap();
  await expect.poll(() => second && numbersOn(second)).toEqual(['A-002']);
  await expect.poll(() => paperPlace(hall, two.token)).toEqual(place);

  first?.become({ paper: 'enough' });
  await ready(hall, 0);
  hall.tap();
  await expect.poll(() => first && numbersOn(first)).toEqual(['A-001', 'A-003']);
  expect(second && numbersOn(second)).toEqual(['A-002']);
});

test('a ticket that broke off in the first comes out of the second marked as a copy', async () => {
  const hall = await chosenPrinters([{}, {}]);
  const [first, second] = hall.fakes;
  await ready(hall, 0, 1);
  first?.runOutAfterLines(4);
  hall.tap();
  await expect.poll(() => second && numbersOn(second)).toEqual(['A-001 SALINAN']);
});

test('after mending printing goes on in order, and what was taken paperless meanwhile is left out', async () => {
  const hall = await chosenPrinters([{}]);
  const [fake] = hall.fakes;
  await ready(hall, 0);
  fake?.become({ coverOpen: true });
  await expect.poll(() => hall.now(0).status.cause).toBe('cover_open');
  const taken = [hall.tap(), hall.tap(), hall.tap(), hall.tap()];
  for (const index of [0, 2]) {
    hall.act({ kind: 'holder' }, (context) => goPaperless(context, { token: taken[index]?.token ?? '' }));
  }
  fake?.become({ coverOpen: false });
  await expect.poll(() => fake && numbersOn(fake)).toEqual(['A-002', 'A-004']);
  expect(
    hall.store.all(query.selectFrom('tickets').select('paper').orderBy('id')).map(({ paper }) => paper),
  ).toEqual(['declined', 'printed', 'declined', 'printed']);
});

test('printers are taken on, put first and removed while Antre runs', async () => {
  const hall = await chosenPrinters([{}]);
  const [first] = hall.fakes;
  await ready(hall, 0);
  const other = await startFakePrinter();
  const id = hall.act(system, (context) => makePrinter(context, builtInKioskId, keptPrinter(other)));
  await ready(hall, 0, 1);
  hall.act(system, (context) => changePrinter(context, id, { position: 0, name: 'Printer pintu' }));
  await expect.poll(() => hall.now(0).name).toBe('Printer pintu');
  hall.tap();
  await expect.poll(() => numbersOn(other)).toEqual(['A-001']);
  hall.act(system, (context) => removePrinter(context, id));
  await expect.poll(() => hall.printing.now().printers.length).toBe(1);
  await other.until(() => !other.connected);
  hall.tap();
  await expect.poll(() => first && numbersOn(first)).toEqual(['A-002']);
  await other.close();
});

test('a clone and a Custom are printed on in their own ways', async () => {
  const hall = await chosenPrinters([
    {
      nature: { answersFunctionH: false, answersAutomaticStatus: false, answersNames: false, width: 384 },
      change: {
        profile: { paperWidth: 58, codePage: 'pc437', qr: 'raster', cutter: 'none', dialect: 'generic' },
      },
    },
    {
      nature: { ...fakeCustom, answersGsR: false },
      change: {
        profile: { paperWidth: 80, codePage: 'pc858', qr: 'raster', cutter: 'full', dialect: 'custom' },
      },
    },
  ]);
  const [clone, custom] = hall.fakes;
  await ready(hall, 0, 1);
  hall.tap();
  const paperOf = (ticketId: number) =>
    hall.store.first(query.selectFrom('tickets').select('paper').where('id', '=', ticketId))?.paper;
  await expect.poll(() => paperOf(1)).toBe('printed');
  // It has no cutter: the paper ends where it is torn off.
  expect(clone?.unfinished.some((line) => line.startsWith('A-001'))).toBe(true);
  clone?.become({ coverOpen: true });
  custom?.become({ ticketInMouth: true });
  await expect
    .poll(() => hall.now(1).status)
    .toEqual({
      state: 'ready',
      cause: 'ticket_in_mouth',
      detail: 'Ada tiket yang belum diambil di mulut printer.',
    });
  await expect.poll(() => hall.now(0).status.cause).toBe('cover_open');
  hall.tap();
  await expect.poll(() => paperOf(2)).toBe('unconfirmed');
  expect(custom && numbersOn(custom)).toEqual(['A-002']);
  custom?.become({ paper: 'out' });
  await expect.poll(() => hall.now(1).status.cause).toBe('paper_out');
});

test('a test ticket says that it is one, prints between the visitors’ and changes no number', async () => {
  const hall = await chosenPrinters([{}]);
  const [fake] = hall.fakes;
  await ready(hall, 0);
  const { target, profile } = keptPrinter(fake ?? (await startFakePrinter()));
  const answer = await hall.printing.testPrint(target, profile);
  expect(answer).toEqual({ outcome: 'printed', status: { state: 'ready', cause: null, detail: null } });
  expect(fake?.papers[0]?.lines.some((line) => line.includes('TIKET UJI - BUKAN NOMOR'))).toBe(true);
  expect(hall.now(0).printedSinceRoll).toBe(1);

  const other = await startFakePrinter();
  const elsewhere = await hall.printing.testPrint(`tcp://${other.host}:${other.port}`, profile);
  expect(elsewhere.outcome).toBe('printed');
  expect(other.papers.length).toBe(1);
  await other.close();
  const gone = await hall.printing.testPrint(`tcp://${other.host}:${other.port}`, profile);
  expect(gone).toEqual({ outcome: 'not_sent', status: expect.objectContaining({ state: 'offline' }) });
  expect(hall.store.all(query.selectFrom('tickets').select('id'))).toEqual([]);
});

test('what answers at an address is found, named, and told as used where it is', async () => {
  const hall = await chosenPrinters([{}]);
  await ready(hall, 0);
  const epson = await startFakePrinter();
  const clone = await startFakePrinter({
    nature: { maker: 'Xprinter', model: 'XP-58IIH', answersFunctionH: false },
  });
  const custom = await startFakePrinter({
    nature: { ...fakeCustom, answersNames: false },
  });
  const all = [epson, clone, custom, ...hall.fakes];
  const { printers } = await hall.printing.find({
    addresses: all.map(({ host, port }) => `${host}:${port}`),
    attached: true,
  });
  const byTarget = new Map(printers.map((each) => [each.target, each]));
  expect(
    all.map(({ host, port }) => {
      const found = byTarget.get(`tcp://${host}:${port}`);
      return [found?.maker, found?.model, found?.profile.dialect, found?.profile.paperWidth, found?.usedAs];
    }),
  ).toEqual([
    ['EPSON', 'TM-T82X', 'epson', 80, null],
    ['Xprinter', 'XP-58IIH', 'generic', 58, null],
    [null, null, 'custom', 80, null],
    [null, null, 'epson', 80, hall.now(0).name],
  ]);
  await Promise.all([epson, clone, custom].map((fake) => fake.close()));
});

test('in a range only what takes connections is a printer; an address that was named is told also where it turns them away', async () => {
  const fake = await startFakePrinter();
  const closed = await startFakePrinter();
  await closed.close();
  const find = async (entry: string) =>
    (await findPrinters({ addresses: [entry], attached: false }, [])).printers.map(({ maker, status }) => [
      maker,
      status?.cause,
    ]);
  expect(await find(`127.0.0.1-3:${fake.port}`)).toEqual([['EPSON', null]]);
  expect(await find(`127.0.0.1-3:${closed.port}`)).toEqual([]);
  expect(await find(`127.0.0.1:${closed.port}`)).toEqual([[null, 'busy']]);
  await fake.close();
});
