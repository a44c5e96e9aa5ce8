import exceljs from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Evaluation } from '../../electron/contract/evaluation/evaluation';
import { columnsOf } from '../../electron/contract/report-columns';
import { innerParts, publicParts } from '../../electron/contract/standard-parts';
import type { ServiceStandard } from '../../electron/contract/standards';
import { surveyElements } from '../../electron/contract/survey';
import practiceSite from '../../electron/store/practice-site.json';
import { query } from '../../electron/store/store';
import { hallOfAYear } from '../support/hall-of-a-year';
import { recount } from '../support/recount';
import { countRows, openDays, presenceByHand, sampleFor } from '../support/recount-evaluation';
import { runningServer, type TestServer } from '../support/running-server';
import type { TestHall } from '../support/test-hall';

type Cell = string | number | null;

/** The sheets of a workbook by their names, durations as seconds. */
async function sheetsOf(bytes: Uint8Array | undefined): Promise<Record<string, Cell[][]>> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes ?? []) as unknown as ArrayBuffer);
  const cell = (value: unknown): Cell =>
    value instanceof Date
      ? Math.round((value.getTime() - Date.UTC(1899, 11, 30)) / 1000)
      : ((value ?? null) as Cell);
  return Object.fromEntries(
    workbook.worksheets.map((sheet) => {
      const rows: Cell[][] = [];
      sheet.eachRow((row) => rows.push([...(row.values as unknown[]).slice(1)].map(cell)));
      return [sheet.name, rows];
    }),
  );
}

const rowsOf = async (bytes: Uint8Array | undefined, isRow: RegExp) =>
  Object.values(await sheetsOf(bytes))[0]?.filter(([key]) => isRow.test(String(key))) ?? [];

/** What people of the hall do from the first look at "Evaluasi" to the file that is handed in. */
async function walk(server: TestServer) {
  const [supervisor, admin] = [server.signIn('supervisor').headers, server.signIn('admin').headers];
  const send = async (method: string, path: string, body?: unknown, headers = supervisor) => {
    const answer = await server.send({ method, path: `/api/v1${path}`, headers, body });
    expect([method, path, answer.status < 300, answer.status < 300 || answer.text]).toEqual([
      method,
      path,
      true,
      true,
    ]);
    return answer.json;
  };
  const before = (await send('GET', '/reports/evaluation')) as Evaluation;
  const standards = (await send('GET', '/admin/standards', undefined, admin)) as ServiceStandard[];
  for (const [at, { id }] of standards.slice(0, 50).entries()) {
    await send(
      'PATCH',
      `/admin/standards/${id}`,
      {
        isExample: false,
        ...Object.fromEntries(publicParts.map((part) => [part, { id: `isi ${part}`, en: '', jv: '' }])),
        ...Object.fromEntries(innerParts.map((part) => [part, at > 47 && part === 'staffing' ? '' : 'isi'])),
        ...(at < 46 ? { decidedBy: 'Bupati', decisionNumber: '188/1', decidedOn: '2024-05-06' } : {}),
        ...(at < 31 ? { reviewedOn: '2026-02-02' } : {}),
      },
      admin,
    );
  }
  for (const [from, to, reportedOn, doneOn] of [
    ['2025-07-01', '2025-12-31', '2026-01-20', '2026-02-20'],
    ['2026-01-01', '2026-06-30', '2026-07-03', null],
  ] as const) {
    for (const element of ['time', 'facilities'] as const) {
      const plan = {
        from,
        to,
        reportedOn,
        element,
        action: 'Tambah kursi',
        owner: 'Bambang',
        dueOn: '2026-12-01',
      };
      const made = (await send('POST', '/reports/follow-ups', plan)) as { id: string };
      if (doneOn || element === 'time')
        await send('PATCH', `/reports/follow-ups/${made.id}`, {
          doneOn: doneOn ?? '2026-08-04',
          proof: 'BA 12/2026',
        });
    }
  }
  await send('PATCH', '/reports/evaluation/2026-11', { parts: ['rights', 'sanctions'], words: 'SK 3/2025' });
  await send('PATCH', '/reports/evaluation/2026-29', { points: 3 });
  const answer = await fetch(`${server.url}/api/v1/reports/evaluation.zip`, { headers: supervisor });
  return { before, files: unzipSync(new Uint8Array(await answer.arrayBuffer())) };
}

/** The 22 figures of F-01, each from the rows in which things were written down as they happened. */
function factsByHand({ store }: TestHall): Record<string, number | null> {
  const count = (table: string, where?: string) => countRows(store, table, where);
  const forms = store.all(query.selectFrom('survey_answers').selectAll());
  const means = surveyElements.map((element) => {
    const scores = forms.flatMap((form) => form[element] ?? []);
    return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  });
  const standards = store.all(query.selectFrom('service_standards').selectAll());
  const real = standards.filter(({ isExample }) => isExample === 0);
  const whole = real.filter(({ partsJson }) => !/"staffing":""/.test(partsJson));
  const decided = whole.filter(({ decisionNumber }) => decisionNumber !== '');
  const paper = store.all(query.selectFrom('paper_blocks').selectAll());
  const onPaper = paper.reduce((sum, { fromNumber, toNumber }) => sum + toNumber - fromNumber + 1, 0);
  const servedOnPaper = paper.reduce((sum, { served }) => sum + served, 0);
  const served = count('events', "kind = 'finished'") + servedOnPaper;
  const isComplaint = "businessDate >= '2026-01-01' AND (kind <> 'suggestion' OR sp4nNumber IS NOT NULL)";
  const isFinished = "(status = 'answered' OR sp4nState IS 'finished')";
  const presence = Object.values(presenceByHand(store));
  const seconds = (at: number) => presence.reduce((sum, counter) => sum + (counter[at] ?? 0), 0);
  const planned = count('follow_ups');
  const done = count('follow_ups', 'doneDate IS NOT NULL');
  return {
    'Jenis layanan': practiceSite.counters.flatMap(({ services }) => services).length,
    'Standar pelayanan yang dibuat': real.length,
    'Standar dengan 14 komponen': whole.length,
    'Standar yang ditetapkan (%)': Math.floor((decided.length * 100) / 54),
    'Laporan SKM dalam setahun': 2,
    'Jawaban SKM': forms.length,
    'Jawaban SKM yang cukup': sampleFor(served),
    'Nilai SKM': Math.round((means.reduce((sum, mean) => sum + mean, 0) / 9) * 2500) / 100,
    'Rencana tindak lanjut SKM': planned,
    'Rencana tindak lanjut SKM yang selesai': done,
    'Rencana tindak lanjut SKM yang selesai (%)': (done * 100) / planned,
    'Pengaduan yang masuk': count('complaints', isComplaint),
    'Pengaduan yang selesai': count('complaints', `${isComplaint} AND ${isFinished}`),
    'Pengaduan lewat SP4N-LAPOR! yang masuk': count('complaints', 'sp4nNumber IS NOT NULL'),
    'Pengaduan lewat SP4N-LAPOR! yang selesai': count('complaints', "sp4nState = 'finished'"),
    'Nomor antrean yang diberikan': count('events', "kind = 'issued'") + onPaper,
    'Layanan yang selesai': served,
    'Instansi yang hadir': presence.filter(([, , , present = 0]) => present > 0).length,
    'Kehadiran pada jam buka (%)': Math.floor((seconds(3) * 100) / seconds(2)),
    'Hari buka': openDays(),
    'Hari buka dengan antrean': new Set(
      store
        .all(query.selectFrom('events').select('businessDate').where('kind', '=', 'issued'))
        .map((row) => row.businessDate),
    ).size,
    // 12 January, 30 June, 1 July, and today's standards.
    'Hari dengan perubahan informasi': 4,
  };
}

test('a year of the seed’s hall is handed in, and each figure in the file is what its raw rows give', {
  tags: ['long'],
  timeout: 300_000,
}, async () => {
  const hall = hallOfAYear();
  const server = await runningServer({ hall });
  const { before, files } = await walk(server);
  const facts = factsByHand(hall);
  const sheets = await sheetsOf(files['F-01.xlsx']);
  const said = sheets.Angka?.filter(([name]) => String(name) in facts) ?? [];
  expect(Object.fromEntries(said)).toEqual(facts);
  expect(sheets.Angka?.length).toBe(Object.keys(facts).length + 5);
  expect(before.aspects[0]?.indicators[0]?.byData).toBe(0);

  // Points by the steps, and the aspects of their points: all that is 0 or empty counts.
  const indicators = sheets['F-01']?.filter(([number]) => typeof number === 'number') ?? [];
  const points = new Map(indicators.map(([number, , , , given]) => [Number(number), Number(given ?? 0)]));
  expect([1, 4, 8, 9, 11, 24, 27, 28, 29].map((number) => points.get(number))).toEqual([
    1, 4, 3, 0, 2, 5, 5, 4, 3,
  ]);
  const aspects = sheets.Aspek?.filter(([, weight]) => typeof weight === 'number') ?? [];
  for (const [name, , index] of aspects.slice(0, 7)) {
    const own = indicators.filter(([, aspect]) => aspect === name);
    const sum = own.reduce(
      (total, [number, , , weight]) => total + Number(weight) * (points.get(Number(number)) ?? 0),
      0,
    );
    expect([name, index]).toEqual([name, Math.round(sum) / 100]);
  }
  const total = aspects
    .slice(0, 7)
    .reduce((sum, [, weight, index]) => sum + (Number(weight) * Number(index)) / 100, 0);
  expect(aspects[7]?.[2]).toBeCloseTo(total, 2);

  // Each number by institution and by day, times too, from what was told of each visit.
  const counterOf = new Map(
    hall.store
      .all(query.selectFrom('services').select(['id', 'counterId']))
      .map(({ id, counterId }) => [id, counterId]),
  );
  const columns = columnsOf('summary').map(({ name }) => name);
  for (const [file, by, added] of [
    ['laporan/nomor-per-gerai.xlsx', 'counter', String(hall.counterId('K'))],
    ['laporan/nomor-per-hari.xlsx', 'day', '2026-04-14'],
  ] as const) {
    const expected = recount(hall.store, by, (id) => counterOf.get(id)) as Record<
      string,
      Record<string, number>
    >;
    const paper: Record<string, number> = { issued: 40, onPaper: 40, served: 31, noShow: 2, cancelled: 7 };
    const rows = await rowsOf(files[file], /^\d[\d-]*$/);
    expect(
      rows.map(([key, , , ...figures]) => [key, ...columns.map((_, at) => figures[at] ?? null)]),
    ).toEqual(
      rows.map(([key]) => [
        key,
        ...columns.map((name) => {
          const told = expected[String(key)]?.[name] ?? null;
          return key === added && name in paper ? Number(told) + (paper[name] ?? 0) : told;
        }),
      ]),
    );
    expect(rows.length).toBe(Object.keys(expected).length);
  }
  const presence = presenceByHand(hall.store);
  const kept = await rowsOf(files['laporan/kehadiran.xlsx'], /^\d+$/);
  expect(Object.fromEntries(kept.map(([, code, , , ...figures]) => [code, figures]))).toEqual(presence);
  expect((await rowsOf(files['laporan/akses.xlsx'], /^2026-/)).map((row) => row)).toEqual([
    ['2026-02-03', 5, 3, 9, 8, 0],
    ['2026-09-30', 2, 2, 0, 4, 1],
  ]);

  // The answers, however they are put together so that nobody is found: as many, and each element's sum.
  const forms = hall.store.all(query.selectFrom('survey_answers').selectAll());
  const halves = await Promise.all(
    ['01', '07'].map((month) =>
      rowsOf(files[`laporan/jawaban-skm-2026-${month}.xlsx`], /^(2026-|disamarkan)/),
    ),
  );
  const answers = halves.flat();
  expect((await rowsOf(files['laporan/jawaban-skm-2026-07.xlsx'], /^Kurun/)).flat()).toEqual([
    'Kurun waktu: 1 Juli 2026 – 24 November 2026',
  ]);
  const sumOf = (scores: readonly (Cell | undefined)[]) =>
    scores.reduce<number>((sum, score) => sum + Number(score ?? 0), 0);
  expect([
    answers.length,
    ...surveyElements.map((_, at) => sumOf(answers.map((row) => row[8 + at]))),
  ]).toEqual([forms.length, ...surveyElements.map((element) => sumOf(forms.map((form) => form[element])))]);
  const plan = await rowsOf(files['laporan/tindak-lanjut-skm.xlsx'], /^20\d\d-/);
  expect(plan.map(([period, reported, , , , done]) => [period, reported, done ?? null])).toEqual([
    ['2026-01-01 – 2026-06-30', '2026-07-03', '2026-08-04'],
    ['2026-01-01 – 2026-06-30', '2026-07-03', null],
    ['2025-07-01 – 2025-12-31', '2026-01-20', '2026-02-20'],
    ['2025-07-01 – 2025-12-31', '2026-01-20', '2026-02-20'],
  ]);
  const changes = strFromU8(files['riwayat/perubahan.csv'] ?? new Uint8Array())
    .trim()
    .split(/\r?\n/)
    .slice(1);
  expect(changes.map((line) => line.slice(0, 10)).filter((date) => date !== '2026-11-24')).toEqual([
    ...['2026-01-12', '2026-01-12', '2026-06-30', '2026-07-01'],
  ]);
  const [visitors = []] = Object.values(await sheetsOf(files['F-03.xlsx']));
  expect(
    visitors.filter(([number, , answered]) => number === null || (typeof number === 'number' && answered)),
  ).toEqual([
    [1, 'Persyaratan layanan mudah dipenuhi', 7, 3.71, 0, 0, 3, 0, 0, 4],
    [14, 'Konsultasi dan pengaduan mudah dan memadai', 2, 0, 2, 0, 0, 0, 0, 0],
    [null, 'Jumlah', 9, 2.89, 2, 0, 3, 0, 0, 4],
  ]);
  // Sentences of evidence, with the same figures.
  const number = (name: string) => (facts[name] ?? 0).toLocaleString('id-ID');
  const evidence = new Map(indicators.map(([at, , , , , , , sentence]) => [at, sentence]));
  const turns = countRows(hall.store, 'tickets', 'priority IS NOT NULL');
  expect([6, 10, 18, 24, 28, 31].map((at) => evidence.get(at))).toEqual([
    `${number('Jawaban SKM')} jawaban SKM masuk (jumlah yang cukup ${number('Jawaban SKM yang cukup')}); nilai SKM ${number('Nilai SKM')}. 2 laporan ditindaklanjuti: 3 dari 4 rencana selesai dan terbukti.`,
    `Jam layanan 26 gerai sudah ditetapkan di Antre dan tampil untuk pengunjung. 25 instansi membuka loketnya; petugas hadir ${number('Kehadiran pada jam buka (%)')}% dari jam buka yang dijanjikan.`,
    `${turns.toLocaleString('id-ID')} nomor diberi giliran prioritas; 5 nomor diambil dengan suara dan 12 dengan huruf besar.`,
    `Antrean dan waktu tunggu tampil langsung pada ${number('Hari buka dengan antrean')} dari ${number('Hari buka')} hari buka; isi yang dibaca pengunjung diubah pada 4 hari.`,
    `${number('Pengaduan yang masuk')} aduan masuk, ${number('Pengaduan yang selesai')} selesai; lewat SP4N-LAPOR! 4 masuk, 2 selesai.`,
    `${number('Nomor antrean yang diberikan')} nomor diberikan di 26 gerai, ${number('Layanan yang selesai')} layanan selesai.`,
  ]);
});
