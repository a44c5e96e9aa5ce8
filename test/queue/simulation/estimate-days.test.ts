import { expect, test } from 'vitest';
import { dayKinds } from '../../../electron/queue/simulation/day-of-hall';
import { tellOnDays } from '../../../electron/queue/simulation/estimate-days';
import { qualityOf } from '../../../electron/queue/simulation/measure-estimate';
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
