import { expect, test } from 'vitest';
import { findPrintersRequest } from '../../../electron/contract/printers';
import { networkTargets } from '../../../native/printer/find-printers';
import { searchSteps } from '../../../renderer/admin/printers/search-steps';

const asked = (typed: string) =>
  searchSteps(typed).flatMap(({ search }) =>
    findPrintersRequest
      .parse(search)
      .addresses.flatMap(networkTargets)
      .map((target) => `${target.host}:${target.port}`),
  );

test('a whole network is looked through in parts, each address once, after what is attached', () => {
  const steps = searchSteps('192.168.1.1-254');
  expect(steps[0]).toEqual({ search: { addresses: [], attached: true }, addresses: 0 });
  expect(steps.slice(1).map(({ addresses }) => addresses)).toEqual([32, 32, 32, 32, 32, 32, 32, 30]);
  const hosts = Array.from({ length: 254 }, (_each, index) => `192.168.1.${index + 1}:9100`);
  expect(asked('192.168.1.1-254')).toEqual(hosts);
});

test('ports, single addresses and names are kept as they are typed', () => {
  expect(asked('printer.local:9101, 10.0.0.7  10.0.0.20-21:9102')).toEqual([
    'printer.local:9101',
    '10.0.0.7:9100',
    '10.0.0.20:9102',
    '10.0.0.21:9102',
  ]);
  expect(searchSteps('').length).toBe(1);
});

test('more addresses than one request takes are asked in several', () => {
  const typed = Array.from({ length: 40 }, (_each, index) => `10.0.0.${index + 1}`).join(' ');
  expect(searchSteps(typed).map(({ addresses }) => addresses)).toEqual([0, 16, 16, 8]);
  expect(asked(typed).length).toBe(40);
});

test('what is no range is left for the server to refuse', () => {
  expect(searchSteps('10.0.0.60-20')[1]?.search).toEqual({ addresses: ['10.0.0.60-20'], attached: false });
});
