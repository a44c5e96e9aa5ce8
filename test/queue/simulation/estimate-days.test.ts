import { expect, test } from 'vitest';
import { dayKinds } from '../../../electron/queue/simulation/day-of-hall';
import { tellOnDays } from '../../../electron/queue/simulation/estimate-days';
import { chanceTenths, qualityOf } from '../../../electron/queue/simulation/measure-estimate';
import { readHall } from '../../../electron/store/hall';
import { importConfiguration, parseConfiguration } from '../../../electron/store/import-configuration';
import practiceSite from '../../../electron/store/practice-site.json';
import { temporaryStore } from '../../support/temporary-store';

test.each(dayKinds)(
  'on days of the kind %s the range holds for 75 to 90 % and errs far less than ahead × usual ÷ desks',
  (kind) => {
    const store = temporaryStore();
    importConfiguration(store, parseConfiguration(JSON.stringify(practiceSite), 'practice-site.json'), 0);
    const quality = qualityOf(tellOnDays(readHall(store), kind, { from: 1, to: 21 }));
    expect(quality.visitors).toBeGreaterThan(8000);
    expect(quality.held).toBeGreaterThan(0.75);
    expect(quality.held).toBeLessThan(0.9);
    expect(quality.meanError).toBeLessThan(0.7 * quality.simpleError);
  },
);

test('on overfull days the promised chance of being called before closing is what comes, to a few points', () => {
  const store = temporaryStore();
  importConfiguration(store, parseConfiguration(JSON.stringify(practiceSite), 'practice-site.json'), 0);
  const hall = readHall(store);
  const told = dayKinds.flatMap((kind) => tellOnDays(hall, kind, { from: 1, to: 21 }, 1.4));
  const tenths = chanceTenths(told);
  expect(tenths.map(({ from }) => from)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
  for (const { visitors, promised, came } of tenths) {
    expect(visitors).toBeGreaterThan(300);
    // A third of the days that the bench tries: a few points more are chance.
    expect(Math.abs(came - promised)).toBeLessThan(0.1);
  }
});
