import { expect, test } from 'vitest';
import type { Finding } from '../../../electron/contract/admin-hall';
import { groupFindings } from '../../../renderer/admin/home/to-do-list';

function found(subject: string, kind: Finding['kind'], detail = ''): Finding {
  return { subject, name: null, kind, detail };
}
const shown = (findings: readonly Finding[]) =>
  groupFindings(findings).map(({ kind, findings: group }) => [kind, ...group.map(({ subject }) => subject)]);

test('rows that lack the same are one thing to do, by language where it is a name; the rest stand alone', () => {
  expect(
    shown([
      found('service:1', 'no_desk'),
      found('machine', 'restarted', 'hang'),
      found('machine', 'restarted', 'memory'),
      found('service:2', 'no_desk'),
      found('counter:1', 'no_service'),
    ]),
  ).toEqual([
    ['no_desk', 'service:1', 'service:2'],
    ['restarted', 'machine'],
    ['restarted', 'machine'],
    ['no_service', 'counter:1'],
  ]);
  expect(
    shown([
      found('counter:1', 'no_name', 'jv'),
      found('counter:1', 'no_name', 'en'),
      found('counter:2', 'no_name', 'jv'),
    ]),
  ).toEqual([
    ['no_name', 'counter:1', 'counter:2'],
    ['no_name', 'counter:1'],
  ]);
});

test('what can wait comes last, and each leads to the row in which it is mended', () => {
  const groups = groupFindings([
    found('counter:7', 'no_name', 'jv'),
    found('device:kiosk-2', 'scanner', 'gone'),
    found('hours:hall', 'unreadable', 'week'),
    found('machine', 'disk_low', '1000'),
  ]);
  expect(groups.map(({ address, canWait }) => [address, canWait])).toEqual([
    ['perangkat?pilih=kiosk-2', false],
    ['jam', false],
    ['kesehatan', false],
    ['gerai?pilih=7', true],
  ]);
});
