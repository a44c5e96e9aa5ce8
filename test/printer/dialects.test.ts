import { globSync, readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  type DialectName,
  dialectNames,
  knownProfiles,
  printerDialects,
  profileNames,
} from '../../electron/contract/printer-profile';
import type { Dialect } from '../../native/printer/dialects/dialect';
import { dialects } from '../../native/printer/dialects/dialects';
import { fakeDialects } from '../../native/printer/testing/dialects/fake-dialects';
import type { FakeNature } from '../../native/printer/testing/fake-nature';

test('the types ask for a driver and a fake of every dialect that the contract names', () => {
  expectTypeOf(dialects).toEqualTypeOf<Readonly<Record<DialectName, Dialect>>>();
  expectTypeOf(fakeDialects).toEqualTypeOf<Readonly<Record<DialectName, FakeNature>>>();
  expectTypeOf<(typeof knownProfiles)[keyof typeof knownProfiles]['dialect']>().toEqualTypeOf<DialectName>();
});

describe.each(dialectNames)('the dialect %s', (name) => {
  test('says in the contract whether it can be asked', () => {
    expect(printerDialects[name].tells).toBe(dialects[name].questions.length > 0);
  });

  test('takes what a printer leaves unanswered to be well', () => {
    const { questions, condition } = dialects[name];
    expect(condition(questions.map(() => undefined))).toMatchObject({ online: true, fault: 'none' });
  });

  test('has a profile to offer', () => {
    expect(profileNames.map((profile) => knownProfiles[profile].dialect)).toContain(name);
  });
});

test('nobody asks which dialect it is: what is different stands in its own file', () => {
  const names = dialectNames.join('|');
  const asks = new RegExp(`([!=]==|case) '(${names})'`);
  const sources = globSync([
    'electron/**/*.ts',
    'native/**/*.ts',
    'renderer/**/*.{ts,tsx}',
    'scripts/**/*.ts',
  ]);
  expect(sources.length).toBeGreaterThan(500);
  const asking = sources.filter((source) => {
    const text = readFileSync(source, 'utf8');
    return /dialect/i.test(text) && asks.test(text);
  });
  expect(asking).toEqual([]);
});
