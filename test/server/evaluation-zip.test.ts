import exceljs from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { surveyElements } from '../../electron/contract/survey';
import { query } from '../../electron/store/store';
import { writeHistory } from '../../scripts/simulate/write-history';
import { runningServer } from '../support/running-server';
import { type TestHall, testHall } from '../support/test-hall';

type Cells = unknown[][];

/** The sheets of a workbook by their names. */
async function sheetsOf(bytes: Uint8Array): Promise<Record<string, Cells>> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  return Object.fromEntries(
    workbook.worksheets.map((sheet) => {
      const rows: Cells = [];
      sheet.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
      return [sheet.name, rows];
    }),
  );
}

/** All words of the files in a ZIP, those of workbooks too. */
function wordsOf(files: Record<string, Uint8Array>): string {
  return Object.entries(files)
    .map(([name, bytes]) =>
      name.endsWith('.xlsx')
        ? Object.values(unzipSync(bytes))
            .map((part) => strFromU8(part))
            .join(' ')
        : strFromU8(bytes, true),
    )
    .join(' ');
}

/** Writes rows of a table as they are. */
function put(hall: TestHall, table: Parameters<typeof query.insertInto>[0], rows: readonly object[]) {
  hall.store.write((transaction) => {
    for (const row of rows) transaction.run(query.insertInto(table).values(row as never));
  });
}

/** What visitors said and what became of it, in a hall with so many days behind it. */
function hallWithPast(days: number): TestHall {
  const hall = testHall();
  writeHistory(hall.store, { until: '2026-11-23', days, seed: 7 });
  put(
    hall,
    'survey_answers',
    Array.from({ length: 40 }, (_, at) => ({
      ...{ id: `form-${at}`, half: 'morning', serviceId: hall.serviceId('A'), practice: 0 },
      businessDate: `2026-${String((at % 10) + 1).padStart(2, '0')}-12`,
      ...{ sex: null, ageGroup: null, education: null, occupation: null },
      ...Object.fromEntries(surveyElements.map((element, index) => [element, ((at + index) % 3) + 2])),
    })),
  );
  const complaint = {
    ...{ businessDate: '2026-05-04', counterId: null, serviceId: null, origin: 'open', practice: 0 },
    ...{ kind: 'normative', status: 'new', answer: null, sp4nNumber: null, sp4nState: null },
    ...{ dueDate: '2026-05-11', answeredDate: null, text: 'Saya Siti Rahayu, 0812-3456-7890, menunggu lama' },
  };
  put(hall, 'complaints', [
    {
      ...complaint,
      code: 'A',
      status: 'answered',
      answer: 'Kepada Siti Rahayu: maaf',
      answeredDate: '2026-05-05',
    },
    { ...complaint, code: 'B', status: 'forwarded', sp4nNumber: '#1', sp4nState: 'finished' },
    { ...complaint, code: 'C' },
  ]);
  put(hall, 'follow_ups', [
    {
      ...{ fromDate: '2026-01-01', toDate: '2026-06-30', reportedDate: '2026-07-03', element: 'time' },
      ...{ action: 'Buka satu meja lagi', owner: 'Bambang Koordinator', dueDate: '2026-09-30' },
      ...{ doneDate: '2026-08-03', proof: 'SK 12/2026' },
    },
  ]);
  put(hall, 'audit', [
    {
      ...{ at: Date.parse('2026-03-02T09:00+07:00'), userId: null, actor: 'user' },
      ...{ action: 'changeService', subject: 'service:3' },
      ...{ beforeJson: '{"note":"Bambang"}', afterJson: null },
    },
  ]);
  return hall;
}

/** The ZIP of the year, opened. */
async function handedIn(hall: TestHall) {
  const server = await runningServer({ hall });
  const { headers } = server.signIn('supervisor');
  const kept = await server.send({
    method: 'POST',
    path: `/api/v1/files?ownerKind=indicator&ownerId=2026-17&name=${encodeURIComponent('Foto toilet.pdf')}`,
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    file: Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n'),
  });
  expect(kept.status).toBe(201);
  const answer = await fetch(`${server.url}/api/v1/reports/evaluation.zip`, { headers });
  expect(answer.headers.get('content-type')).toBe('application/zip');
  expect(answer.headers.get('content-disposition')).toContain('antre-evaluasi-2026.zip');
  return unzipSync(new Uint8Array(await answer.arrayBuffer()));
}

/** Each figure once more, counted from the rows themselves. */
function recounted({ store }: TestHall): Record<string, number> {
  const count = (table: string, where = '1') =>
    store.first(
      query
        .selectFrom(sql<{ one: number }>`${sql.table(table)}`.as('rows'))
        .where(sql<boolean>`${sql.raw(where)}`)
        .select(sql<number>`count(*)`.as('count')),
    )?.count ?? 0;
  const forms = store.all(query.selectFrom('survey_answers').selectAll());
  const means = surveyElements.map(
    (element) => forms.reduce((sum, form) => sum + (form[element] ?? 0), 0) / forms.length,
  );
  const isComplaint = "kind <> 'suggestion'";
  return {
    'Jenis layanan': count('services', 'archivedAt IS NULL'),
    'Nomor antrean yang diberikan': count('tickets'),
    'Layanan yang selesai': count('steps', "status = 'done'"),
    'Jawaban SKM': forms.length,
    'Nilai SKM': Math.round((means.reduce((sum, mean) => sum + mean, 0) / 9) * 25 * 100) / 100,
    'Laporan SKM dalam setahun': 1,
    'Rencana tindak lanjut SKM': count('follow_ups'),
    'Rencana tindak lanjut SKM yang selesai': count('follow_ups', 'doneDate IS NOT NULL'),
    'Pengaduan yang masuk': count('complaints', isComplaint),
    'Pengaduan yang selesai': count(
      'complaints',
      `${isComplaint} AND (status = 'answered' OR sp4nState = 'finished')`,
    ),
    'Pengaduan lewat SP4N-LAPOR! yang masuk': count('complaints', 'sp4nNumber IS NOT NULL'),
    'Pengaduan lewat SP4N-LAPOR! yang selesai': count('complaints', "sp4nState = 'finished'"),
    'Hari buka dengan antrean': new Set(
      store.all(query.selectFrom('tickets').select('businessDate')).map(({ businessDate }) => businessDate),
    ).size,
    'Hari dengan perubahan informasi': 1,
  };
}

async function expectWhole(hall: TestHall) {
  const files = await handedIn(hall);
  expect(Object.keys(files)).toEqual([
    ...['indeks.html', 'F-01.xlsx', 'F-01.pdf', 'F-03.xlsx', 'instrumen-2026.json'],
    ...['laporan/nomor-per-gerai.xlsx', 'laporan/nomor-per-hari.xlsx', 'laporan/kehadiran.xlsx'],
    ...['laporan/akses.xlsx', 'laporan/tindak-lanjut-skm.xlsx'],
    ...['laporan/jawaban-skm-2026-01.xlsx', 'laporan/jawaban-skm-2026-07.xlsx'],
    ...['riwayat/perubahan.csv', 'berkas/17/1 Foto toilet.pdf'],
  ]);
  const sheets = await sheetsOf(files['F-01.xlsx'] ?? new Uint8Array());
  const facts = Object.fromEntries(sheets.Angka?.map(([name, value]) => [String(name), value]) ?? []);
  expect(facts).toMatchObject(recounted(hall));
  const indicators = sheets['F-01']?.filter(([number]) => typeof number === 'number') ?? [];
  expect(indicators.map(([number]) => number)).toEqual(Array.from({ length: 31 }, (_, at) => at + 1));
  // One report, followed up on the day a month after it.
  expect(indicators[8]?.slice(4, 7)).toEqual([5, 'data Antre', expect.stringContaining('dalam 1 bulan')]);
  expect(indicators[16]?.at(-1)).toBe('berkas/17/1 Foto toilet.pdf');
  const [byCounter = []] = Object.values(
    await sheetsOf(files['laporan/nomor-per-gerai.xlsx'] ?? new Uint8Array()),
  );
  const numbers = byCounter.filter(([id]) => /^\d+$/.test(String(id))).map(([id, , , taken]) => [id, taken]);
  expect(Object.fromEntries(numbers)).toEqual(
    Object.fromEntries(
      hall.store
        .all(
          query
            .selectFrom('tickets')
            .innerJoin('services', 'services.id', 'tickets.firstServiceId')
            .groupBy('services.counterId')
            .select(['services.counterId', sql<number>`count(*)`.as('count')]),
        )
        .map(({ counterId, count }) => [String(counterId), count]),
    ),
  );
  const pdf = strFromU8(files['F-01.pdf'] ?? new Uint8Array(), true);
  expect([pdf.slice(0, 5), pdf.slice(-6)]).toEqual(['%PDF-', '%%EOF\n']);
  // The table of its objects lies where it says, and each object too: else readers mend it or refuse.
  const table = pdf.slice(Number(/startxref\n(\d+)/.exec(pdf)?.[1]));
  const places = [...table.matchAll(/^(\d{10}) 00000 n/gm)].map(([, place]) => Number(place));
  expect(places.map((place) => pdf.slice(place).split(' ', 1)[0])).toEqual(
    places.map((_, at) => String(at + 1)),
  );
  expect(pdf).toContain('(9. Kecepatan tindak lanjut SKM \\(7%\\))');
  expect(strFromU8(files['riwayat/perubahan.csv'] ?? new Uint8Array())).toContain(
    '2026-03-02;Mengubah layanan;layanan 3',
  );
  expect(strFromU8(files['indeks.html'] ?? new Uint8Array())).toContain(
    'href="berkas/17/1%20Foto%20toilet.pdf"',
  );
  const words = wordsOf(files);
  for (const personal of ['Siti', '0812', 'Bambang', 'petugas-1']) expect(words).not.toContain(personal);
}

test('one ZIP has F-01, the reports, the log and what was put in, and each figure is what the rows themselves give', async () => {
  await expectWhole(hallWithPast(8));
});
