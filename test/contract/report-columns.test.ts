import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { columnsOf, type Report, reportColumns } from '../../electron/contract/report-columns';

const reports = Object.keys(reportColumns) as Report[];
const texts = join(import.meta.dirname, '../../electron/texts');
const headings: object = JSON.parse(readFileSync(join(texts, 'id/office/report-columns.json'), 'utf8'));

test('no heading is of a column that is gone', () => {
  const keys: readonly string[] = reports.flatMap((report) => columnsOf(report).map(({ key }) => key));
  const ofReports = Object.keys(headings).filter((key) => key.includes('.'));
  expect(ofReports.filter((key) => !keys.includes(key.replace(/\.screen$/, '')))).toEqual([]);
});

test('the part and the whole of a share stand beside it', () => {
  for (const report of reports) {
    const columns = columnsOf(report);
    const names: readonly string[] = columns.map(({ name }) => name);
    const parts = columns.flatMap(({ of = [] }) => of);
    expect(parts.filter((part) => !names.includes(part))).toEqual([]);
  }
});
