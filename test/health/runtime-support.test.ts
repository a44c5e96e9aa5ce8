import { expect, test } from 'vitest';
import { runtimeSupport } from '../../electron/health/runtime-support';

const on = (date: string, versions: { electron?: string; node: string }) => {
  const { name, version, state, until, estimated } = runtimeSupport(versions, Date.parse(date));
  return [`${name} ${version}`, state, until, estimated];
};

test('an Electron is mended until the third major after it is out', () => {
  const old = { electron: '25.1.1', node: '18.15.0' };
  expect(on('2023-08-01', old)).toEqual(['Electron 25.1.1', 'supported', '2023-12-05', false]);
  expect(on('2023-11-01', old)).toEqual(['Electron 25.1.1', 'ending', '2023-12-05', false]);
  expect(on('2023-12-05', old)).toEqual(['Electron 25.1.1', 'ended', '2023-12-05', false]);
});

test('an Electron that is newer than the table ends by the rule of its makers, and says so', () => {
  const newest = { electron: '45.4.1', node: '24.2.0' };
  expect(on('2026-11-30', newest)).toEqual(['Electron 45.4.1', 'supported', '2027-04-06', true]);
  expect(on('2026-11-30', { ...newest, electron: '47.0.0' })).toEqual([
    'Electron 47.0.0',
    'supported',
    '2027-07-27',
    true,
  ]);
});

test('what is older than the table has ended', () => {
  expect(on('2026-11-30', { electron: '12.0.0', node: '14.0.0' })).toEqual([
    'Electron 12.0.0',
    'ended',
    null,
    false,
  ]);
  expect(on('2026-11-30', { node: '16.20.0' })).toEqual(['Node 16.20.0', 'ended', null, false]);
});

test('without Electron it is Node whose end counts, from 27 on by the yearly rule', () => {
  expect(on('2026-11-30', { node: '24.21.0' })).toEqual(['Node 24.21.0', 'supported', '2028-04-30', false]);
  expect(on('2026-11-30', { node: '25.1.0' })).toEqual(['Node 25.1.0', 'ended', '2026-06-01', false]);
  expect(on('2028-11-30', { node: '28.0.0' })).toEqual(['Node 28.0.0', 'supported', '2031-04-30', true]);
});
