import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { asCsv } from '../../electron/views/reports/report-file';
import { changedSources } from '../support/changed-sources';
import { standInForBrowser } from './page-globals';
import type * as reportedMornings from './reported-morning';

test('a column of the reports is its row and its heading: it is in the contract, in files and on the page', async () => {
  const sources = changedSources();
  sources.insert(
    'electron/contract/report-columns.ts',
    'export const summaryColumns = {',
    "  waitP99: { measure: 'duration', nullable: true, value: ({ waits }) => waits(0.99) },",
  );
  sources.say('office/report-columns', 'summary.waitP99', { id: 'Tunggu P99', en: 'P99 wait' });
  expect(sources.touched).toEqual(['electron/contract/report-columns.ts', 'electron/texts']);

  standInForBrowser();
  const { reportedMorning } = await sources.run<typeof reportedMornings>('test/recipes/reported-morning.tsx');
  const { rows, table, html } = await reportedMorning([60, 425, 90]);
  expect(rows).toMatchObject([{ counterCode: 'A', issued: 3, waitP99: 425 }]);
  expect(parse(await asCsv(table, 'id'), { bom: true, delimiter: ';', columns: true })).toMatchObject([
    { Huruf: 'A', 'Nomor diambil': '3', 'Tunggu P99 (detik)': '425' },
  ]);
  const cells = (tag: string) =>
    [...html.matchAll(new RegExp(`<${tag}[ >].*?</${tag}>`, 'g'))].map(([cell]) =>
      cell.replace(/<[^>]+>/g, ''),
    );
  // The first heading and the first cell of each row are of the counter.
  expect([cells('th').slice(1, 3), cells('td').slice(0, 2)]).toEqual([
    ['Tunggu P99', 'Nomor diambil'],
    ['7 menit', '3'],
  ]);
});
