import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import type {
  CentreComplaints,
  CentrePresenceRow,
  CentreSkm,
  CentreSummaryRow,
} from '../../../electron/contract/centre/reports';
import { configuration, daySummed, surveySums } from '../../support/centre-samples';
import { JournalHall } from '../../support/journal-hall';
import { hasPostgres } from '../../support/postgres-cluster';
import { letIn, runningCentre } from '../../support/running-centre';

const week = { from: '2026-11-23', to: '2026-11-29' };

/** Two halls, both with Imigrasi and Samsat: on a Wednesday Imigrasi came in the first alone. */
async function twoHalls() {
  const centre = await runningCentre();
  const ids: number[] = [];
  for (const [at, name] of ['MPP Bantul', 'MPP Sleman'].entries()) {
    const hall = new JournalHall(centre);
    const id = await letIn(centre, hall);
    await centre.database.query.updateTable('halls').set({ name }).where('id', '=', id).execute();
    hall.open();
    hall.write('configuration_version', configuration(['Imigrasi', 'Samsat'], name));
    hall.write(
      'day_summed',
      daySummed('2026-11-25', [
        { counterId: 1, served: at === 0 ? 10 : 0, waited: 600, present: at === 0 ? 28_800 : 0 },
        { counterId: 2, served: 30, waited: at === 0 ? 60 : 1_200 },
      ]),
    );
    hall.write('day_summed', daySummed('2026-11-26', [{ counterId: 1, served: 5, waited: 300 }]));
    hall.write('survey_sums', surveySums('2026-11', 1, 10, at === 0 ? 4 : 2));
    const due = { open: 2 + at, new: 1, overdue: at, nextDue: '2026-12-01', answered: 9 };
    hall.write('complaint_counts', { date: '2026-11-26', counters: [{ counterId: 1, ...due }] });
    await hall.send(hall.rows);
    ids.push(id);
  }
  const manager = await centre.person('manager');
  const ask = async (path: string, query: object, as = manager) =>
    (await centre.ask(`/api/v1/reports/${path}?${new URLSearchParams({ ...query })}`, { as })).body as never;
  return { centre, ids, ask };
}

test.skipIf(!hasPostgres)('a province is the sum of its halls, however it is asked', async () => {
  const { ids, ask } = await twoHalls();
  const summary = async (query: object) =>
    ((await ask('summary', { ...week, ...query })) as { rows: CentreSummaryRow[] }).rows;
  const [whole] = await summary({ by: 'period' });
  expect(whole).toMatchObject({ served: 80, issued: 86, noShow: 6, waitMedian: 300, waitP90: 1_200 });
  for (const by of ['hall', 'agency', 'service', 'hour', 'weekday', 'month', 'day']) {
    const rows = await summary({ by });
    expect([by, rows.reduce((sum, { served }) => sum + served, 0)]).toEqual([by, 80]);
  }
  expect((await summary({ by: 'hall' })).map(({ key, name, served }) => [key, name?.id, served])).toEqual([
    [String(ids[0]), 'MPP Bantul', 45],
    [String(ids[1]), 'MPP Sleman', 35],
  ]);
  expect(
    (await summary({ by: 'agency', hallId: String(ids[1]) })).map((row) => [row.key, row.served]),
  ).toEqual([
    ['Imigrasi', 5],
    ['Samsat', 30],
  ]);
  expect((await summary({ by: 'weekday', agency: 'Imigrasi' })).map((row) => [row.key, row.served])).toEqual([
    ['3', 10],
    ['4', 10],
  ]);
});

test.skipIf(!hasPostgres)('whether one institution is there on a weekday is told of each hall', async () => {
  const { ask } = await twoHalls();
  const { rows } = (await ask('presence', { ...week, by: 'weekday', agency: 'Imigrasi' })) as {
    rows: CentrePresenceRow[];
  };
  expect(rows.map(({ name, weekday, days, daysAbsent }) => [name, weekday, days, daysAbsent])).toEqual([
    ['MPP Bantul', 3, 1, 0],
    ['MPP Bantul', 4, 1, 0],
    ['MPP Sleman', 3, 1, 1],
    ['MPP Sleman', 4, 1, 0],
  ]);
});

test.skipIf(!hasPostgres)('the index of all is of all forms together, not a mean of halls', async () => {
  const { ask } = await twoHalls();
  const skm = (await ask('skm', { from: '2026-11', to: '2026-11' })) as CentreSkm;
  expect(skm).toMatchObject({ forms: 20, served: 80, index: 75, grade: 'C' });
  expect(skm.byHall.map(({ name, index }) => [name, index])).toEqual([
    ['MPP Bantul', 100],
    ['MPP Sleman', 50],
  ]);
  expect(skm.byAgency).toEqual([{ agency: 'Imigrasi', forms: 20, index: 75, grade: 'C' }]);
});

test.skipIf(!hasPostgres)('who sees some halls gets these alone, in every report and file', async () => {
  const { centre, ids, ask } = await twoHalls();
  const viewer = await centre.person('viewer', [ids[1] ?? 0]);
  const summary = (await ask('summary', { ...week, by: 'hall' }, viewer)) as { rows: CentreSummaryRow[] };
  expect(summary.rows.map(({ name }) => name?.id)).toEqual(['MPP Sleman']);
  const other = (await ask(
    'summary',
    { ...week, by: 'period', hallId: String(ids[0]) },
    viewer,
  )) as typeof summary;
  expect(other.rows).toEqual([]);
  const skm = (await ask('skm', { from: '2026-11', to: '2026-11' }, viewer)) as CentreSkm;
  expect([skm.forms, skm.served]).toEqual([10, 35]);
  const complaints = (await ask('complaints', {}, viewer)) as CentreComplaints;
  expect(complaints.halls).toMatchObject([
    { name: 'MPP Sleman', open: 3, overdue: 1, nextDue: '2026-12-01' },
  ]);
  const file = await fetch(
    `${centre.url}/api/v1/reports/presence.xlsx?${new URLSearchParams({ ...week, by: 'hall' })}`,
    {
      headers: { cookie: `antre_centre=${viewer}` },
    },
  );
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await file.arrayBuffer()) as never);
  const cells = workbook.worksheets[0]?.getColumn(1).values;
  expect(cells).toContain('MPP Sleman');
  expect(cells).not.toContain('MPP Bantul');
});
