import { expect, test } from 'vitest';
import { changedSources } from '../support/changed-sources';
import { firstReports } from '../support/first-reports';
import type * as summedDays from './summed-day';

test('a count of the reports is also a line where days are summed: what was packed before it is still read', async () => {
  const sources = changedSources();
  const columns = 'electron/contract/report-columns.ts';
  sources.insert(columns, 'export const countNames = [', "  'called',");
  sources.insert(
    columns,
    'export const summaryColumns = {',
    "  called: { measure: 'count', value: ({ called }) => called },",
  );
  sources.insert(
    'electron/queue/report/day-sums.ts',
    '    sum[countOf(step.status)] += 1;',
    '    if (step.calledAt !== null) sum.called += 1;',
  );
  sources.insert(
    'test/support/recount.ts',
    '      const counts: Counts = {',
    '        called: waits.length,',
  );
  sources.say('office/report-columns', 'summary.called', { id: 'Dipanggil', en: 'Called' });
  expect(sources.touched).toEqual([
    columns,
    'electron/queue/report/day-sums.ts',
    'test/support/recount.ts',
    'electron/texts',
  ]);

  const { summedDay, firstReports: nowReported } = await sources.run<typeof summedDays>(
    'test/recipes/summed-day.ts',
  );
  expect(summedDay()).toEqual({ packed: 2, counted: 2, recounted: 2 });
  const [before, after] = [firstReports(), nowReported()];
  expect(after).toMatchObject(before);
  for (const day of Object.values(after['summary by day'])) expect(day).toMatchObject({ called: 0 });
});
