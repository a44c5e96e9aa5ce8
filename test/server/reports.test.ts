import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { newTicket } from '../../electron/actions/new-ticket';
import type { EstimateRow, PresenceRow, SummaryRow } from '../../electron/contract/reports';
import { query } from '../../electron/store/store';
import { outcome } from '../support/admin-requests';
import { runningServer } from '../support/running-server';
import type { TestHall } from '../support/test-hall';

const day = 'from=2026-11-24&to=2026-11-24';

/** Visitors of one morning: each waited so many seconds and was served so long. */
function serve(hall: TestHall, code: string, deskNumber: number, waits: readonly number[]) {
  const { deskId, userId } = hall.manDesk(deskNumber);
  for (const wait of waits) {
    const ticketId = hall.act({ kind: 'system' }, (context) => {
      const service = context.hall.service.get(hall.serviceId(code));
      if (!service) throw new Error(`no service of ${code}`);
      return newTicket(context, service, { priority: null, language: 'id', paper: 'none' }).ticketId;
    });
    const calledAt = hall.clock.now() + wait * 1000;
    hall.store.write((transaction) => {
      transaction.run(
        query
          .updateTable('steps')
          .set({ status: 'done', deskId, userId, calledAt, startedAt: calledAt, endedAt: calledAt + 90_000 })
          .where('ticketId', '=', ticketId),
      );
      transaction.run(query.updateTable('tickets').set({ status: 'done' }).where('id', '=', ticketId));
    });
  }
}

async function reportServer() {
  const server = await runningServer();
  serve(server.hall, 'A', 1, [30, 60, 90, 600]);
  serve(server.hall, 'L', 4, [5]);
  const { headers } = server.signIn('supervisor');
  const get = (path: string) => server.send({ path: `/api/v1/reports/${path}`, headers });
  const file = async (path: string) => {
    const answer = await fetch(`${server.url}/api/v1/reports/${path}`, { headers });
    return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  return { server, get, file };
}

/** A file's rows as the contract's fields, of the columns that a summary has. */
function asFields(table: readonly (readonly unknown[])[]): Record<string, unknown>[] {
  const [headings = [], ...rows] = table;
  return rows.map((row) =>
    Object.fromEntries(
      headings.map((heading, at) => [String(heading), row[at] === '' ? null : (row[at] ?? null)]),
    ),
  );
}

async function sheetOf(bytes: Buffer): Promise<unknown[][]> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const rows: unknown[][] = [];
  workbook.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  return rows;
}

test('a summary by counter has the counts, and waits and services by the nearest rank', async () => {
  const { get, server } = await reportServer();
  const { json } = await get(`summary?${day}&by=counter`);
  const rest = { noShow: 0, cancelled: 0, void: 0, transferred: 0, inHall: 0 };
  expect(json).toMatchObject([
    {
      key: String(server.hall.counterId('A')),
      name: { id: 'Dindukcapil', en: 'Dindukcapil', jv: 'Dindukcapil' },
      counterCode: 'A',
      ...{ issued: 4, served: 4, ...rest },
      ...{ waitMedian: 60, waitP90: 600, serviceMedian: 90, serviceP90: 90 },
    },
    {
      key: String(server.hall.counterId('L')),
      name: { id: 'PDAM', en: 'PDAM', jv: 'PDAM' },
      counterCode: 'L',
      ...{ issued: 1, served: 1, ...rest },
      ...{ waitMedian: 5, waitP90: 5, serviceMedian: 90, serviceP90: 90 },
    },
  ]);
  const { json: one } = await get(`summary?${day}&by=hour&counterId=${server.hall.counterId('L')}`);
  expect(one).toMatchObject([{ key: '09', issued: 1 }]);
  expect((await get('summary?from=2026-01-01&to=2026-01-02')).json).toEqual([]);
});

const filesOfGroups = 'files by %s opened again hold exactly what the screen is given';
test.each(['day', 'counter'])(filesOfGroups, filesHoldWhatIsShown);
test.each(['period', 'hour', 'weekdayHour', 'service', 'desk', 'user'])(
  filesOfGroups,
  { tags: 'long' },
  filesHoldWhatIsShown,
);

async function filesHoldWhatIsShown(by: string): Promise<void> {
  const { get, file } = await reportServer();
  const rows = (await get(`summary?${day}&by=${by}`)).json as SummaryRow[];
  const shown = rows.map(({ name, ...row }) => ({ ...row, name: name?.id ?? null }));
  expect(shown.length).toBeGreaterThan(0);

  const csv = await file(`summary.csv?${day}&by=${by}`);
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const texts = shown.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, value === null ? null : String(value)]),
    ),
  );
  expect(asFields(parse(csv.bytes))).toEqual(texts);

  const workbook = await file(`summary.xlsx?${day}&by=${by}`);
  expect(workbook.headers.get('content-disposition')).toBe(
    `attachment; filename="antre-${by}-2026-11-24-2026-11-24.xlsx"`,
  );
  expect(asFields(await sheetOf(workbook.bytes))).toEqual(shown);
}

test('the files of estimated waits hold what the screen is given', async () => {
  const { server, get, file } = await reportServer();
  const { hall } = server;
  const sums = { told: 40, untold: 2, held: 33, error: 8_000, simpleError: 12_000 };
  hall.store.write((transaction) => {
    const businessDate = '2026-11-24';
    transaction.run(query.insertInto('summed_days').values({ businessDate, summedAt: 1 }));
    transaction.run(
      query.insertInto('day_estimates').values({ businessDate, counterId: hall.counterId('A'), ...sums }),
    );
  });
  const rows = (await get(`estimate?${day}`)).json as EstimateRow[];
  const shown = rows.map(({ name, ...row }) => ({ ...row, name: name?.id }));
  const { error: _error, simpleError: _simpleError, ...counts } = sums;
  expect(rows).toMatchObject([
    {
      ...{ key: String(hall.counterId('A')), counterCode: 'A', ...counts },
      ...{ heldShare: 0.825, meanError: 200, simpleMeanError: 300 },
    },
  ]);
  expect(asFields(await sheetOf((await file(`estimate.xlsx?${day}`)).bytes))).toEqual(shown);
  const texts = shown.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)])),
  );
  expect(asFields(parse((await file(`estimate.csv?${day}`)).bytes))).toEqual(texts);
  expect((await get(`estimate?${day}&counterId=${hall.counterId('L')}`)).json).toEqual([]);
});

test('the files of presence hold what the screen is given', async () => {
  const { get, file } = await reportServer();
  const rows = (await get(`presence?${day}`)).json as PresenceRow[];
  const shown = rows.map(({ name, ...row }) => ({ ...row, name: name.id }));
  expect(shown.map(({ counterCode }) => counterCode)).toEqual(['A', 'L']);
  expect(asFields(await sheetOf((await file(`presence.xlsx?${day}`)).bytes))).toEqual(shown);
  const texts = shown.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)])),
  );
  expect(asFields(parse((await file(`presence.csv?${day}`)).bytes))).toEqual(texts);
});

test('a file for people has words above its columns, and in Indonesian the marks that Excel there expects', async () => {
  const { file } = await reportServer();
  const { bytes } = await file(`summary.csv?${day}&by=counter&language=id`);
  expect(bytes.toString().slice(0, 17)).toBe('\uFEFFGerai;Huruf;Nama');
  expect(asFields(parse(bytes, { bom: true, delimiter: ';' }))).toMatchObject([
    {
      ...{ Huruf: 'A', Nama: 'Dindukcapil', 'Nomor diambil': '4', Dilayani: '4', 'Tidak datang': '0' },
      ...{ Dibatalkan: '0', 'Tidak dicetak': '0', Dialihkan: '0', 'Masih di balai': '0' },
      ...{ 'Tunggu median (detik)': '60', 'Tunggu P90 (detik)': '600' },
      ...{ 'Layanan median (detik)': '90', 'Layanan P90 (detik)': '90' },
    },
    { Huruf: 'L', Nama: 'PDAM', 'Tunggu median (detik)': '5' },
  ]);
  const english = await file(`summary.csv?${day}&by=counter&language=en`);
  expect(english.bytes.toString().slice(0, 15)).toBe('\uFEFFCounter,Letter');
});

test.each(['id', 'en'] as const)(
  'a workbook for people has a heading and real durations: %s',
  async (language) => {
    const { file } = await reportServer();
    const { bytes } = await file(`summary.xlsx?${day}&by=counter&language=${language}`);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    const sheet = workbook.worksheets[0];
    const said = {
      id: {
        title: 'Nomor, waktu tunggu, dan waktu layanan: Gerai',
        period: 'Kurun waktu: 24 November 2026',
        made: /^Dibuat: 24 November 2026, \d\d\.\d\d$/,
        headings: [
          'Gerai',
          'Huruf',
          'Nama',
          'Nomor diambil',
          'Dilayani',
          'Tidak datang',
          'Dibatalkan',
          'Tidak dicetak',
        ],
        waits: ['Tunggu median', 'Tunggu P90', 'Layanan median', 'Layanan P90'],
      },
      en: {
        title: 'Numbers, waits and times of service: Counter',
        period: 'Period: 24 November 2026',
        made: /^Made: 24 November 2026, \d\d\.\d\d$/,
        headings: [
          'Counter',
          'Letters',
          'Name',
          'Numbers taken',
          'Served',
          'Did not come',
          'Cancelled',
          'Not printed',
        ],
        waits: ['Wait median', 'Wait P90', 'Service median', 'Service P90'],
      },
    }[language];
    const above = sheet?.getColumn(1).values.slice(1, 6);
    expect(above).toEqual([
      'MPP Kajen, Kabupaten Pekalongan',
      said.title,
      said.period,
      expect.stringMatching(said.made),
      undefined,
    ]);
    const headings = ((sheet?.getRow(6).values ?? []) as string[]).slice(1);
    expect(headings.slice(0, 8)).toEqual(said.headings);
    // One minute, ten minutes, a minute and a half; the library reads what is shown as a time as a date after Excel's day 0.
    const waits = said.waits.map((heading) => sheet?.getRow(7).getCell(headings.indexOf(heading) + 1));
    expect(waits.map((cell) => cell?.numFmt)).toEqual(said.waits.map(() => '[h]:mm:ss'));
    const dayZero = Date.UTC(1899, 11, 30);
    expect(waits.map((cell) => Math.round((Number(cell?.value) - dayZero) / 1_000))).toEqual([
      60, 600, 90, 90,
    ]);
    expect(sheet?.getRow(7).getCell(4).value).toBe(4);
    expect(sheet?.autoFilter).toEqual(`A6:${sheet?.getColumn(headings.length).letter}6`);
  },
);

test('a name that begins like a formula is only text in a file', async () => {
  const { server, file } = await reportServer();
  server.hall.store.write((transaction) =>
    transaction.run(query.updateTable('users').set({ displayName: '=HYPERLINK("x")' })),
  );
  const { bytes } = await file(`summary.csv?${day}&by=user`);
  expect(parse(bytes).map(([, , name]: string[]) => name)).toEqual([
    'name',
    `'=HYPERLINK("x")`,
    `'=HYPERLINK("x")`,
  ]);
});

test.each([
  ['summary?from=2026-11-24', 400],
  ['summary?from=2026-11-25&to=2026-11-24', 400],
  ['summary?from=2016-11-25&to=2026-11-24', 400],
  ['summary?from=24-11-2026&to=2026-11-24', 400],
  [`summary?${day}&by=moon`, 400],
  [`presence?${day}&by=day`, 400],
])('%s is refused', async (path, status) => {
  const { get } = await reportServer();
  expect(outcome(await get(path))).toEqual([status, 'invalid_request']);
});
