import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { firstReports } from '../../support/first-reports';

test('the history of a database of the first shape is reported as it was then', () => {
  const then = JSON.parse(readFileSync(join(import.meta.dirname, 'first-sums.json'), 'utf8'));
  expect(firstReports()).toMatchObject(then);
});
