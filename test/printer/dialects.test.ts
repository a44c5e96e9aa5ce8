import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  dialectNames,
  knownProfiles,
  printerDialects,
  profileNames,
  safeProfile,
} from '../../electron/contract/printer-profile';
import { dialects } from '../../native/printer/dialects/dialects';
import { fakeDialects } from '../../native/printer/testing/dialects/fake-dialects';

test('every dialect that the contract names has a driver and a fake; the one that suits every printer is the last', () => {
  expect(Object.keys(dialects).sort()).toEqual([...dialectNames].sort());
  expect(Object.keys(dialects).at(-1)).toBe(safeProfile.dialect);
  expect(Object.keys(fakeDialects).sort()).toEqual([...dialectNames].sort());
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
