import type { Finding } from '../../../electron/contract/admin-hall';
import type { SetUpStep } from '../../../electron/contract/settings';
import { addressOfFinding, placeOfFinding } from '../findings/finding-places';

const byKind: Readonly<Partial<Record<Finding['kind'], SetUpStep>>> = {
  no_desk: 'desks',
  no_hours: 'hours',
  no_service: 'services',
  no_logo: 'hall',
};

/** Steps that stand for the page on which something can be mended. */
const byPlace: Readonly<Partial<Record<string, SetUpStep>>> = {
  gerai: 'counters',
  loket: 'desks',
  orang: 'people',
};

/** Returns the address at which a finding is mended, within the set-up where one of its steps can do it. */
export function stepOfFinding(finding: Finding): string | undefined {
  const place = placeOfFinding(finding);
  const [kind] = finding.subject.split(':');
  const step =
    byKind[finding.kind] ??
    (kind === 'service' ? 'services' : place === undefined ? undefined : byPlace[place]);
  return step ? `persiapan?langkah=${step}` : addressOfFinding(finding);
}
