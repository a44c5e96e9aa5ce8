import { expect, test } from 'vitest';
import { evidenceAddresses } from '../../renderer/reports/evaluation/evidence-addresses';
import { adminPlaces } from '../../renderer/ui/office/frame/admin-places';

test('what is missing leads to a section that the admin page has', () => {
  const known = new Set<string>(Object.values(adminPlaces).map(({ address }) => `/admin#${address}`));
  const asked = Object.values(evidenceAddresses).filter((address) => address.startsWith('/admin'));
  expect(asked.filter((address) => !known.has(address))).toEqual([]);
});
