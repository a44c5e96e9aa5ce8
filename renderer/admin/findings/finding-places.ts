import type { Finding } from '../../../electron/contract/admin-hall';

/** The page on which what a finding is about can be mended, by the kind of its subject. */
const places: Readonly<Partial<Record<string, string>>> = {
  counter: 'gerai',
  service: 'gerai',
  desk: 'loket',
  hours: 'jam',
  closure: 'libur',
  device: 'perangkat',
  printer: 'printer',
  user: 'orang',
  hall: 'balai',
  https: 'https',
  machine: 'kesehatan',
  page: 'kesehatan',
  ticket: 'tiket',
  // What fails of a day is looked into in a copy of it.
  day: 'cadangan',
  copies: 'cadangan',
  centre: 'pusat',
  speech: 'suara',
};

/** Pages that open the row whose id their address names. */
const withRows: ReadonlySet<string> = new Set(['counter', 'service', 'desk', 'device', 'user']);

/** Returns the address of the page on which a finding can be mended; undefined where none of them is its place. */
export function placeOfFinding({ subject }: Finding): string | undefined {
  return places[subject.split(':')[0] ?? ''];
}

/** The same with the row opened, where the page opens rows: `gerai?pilih=3`. */
export function addressOfFinding(finding: Finding): string | undefined {
  const place = placeOfFinding(finding);
  const [kind = '', id] = finding.subject.split(':');
  return place !== undefined && id !== undefined && withRows.has(kind)
    ? `${place}?${kind === 'service' ? 'layanan' : 'pilih'}=${id}`
    : place;
}

const patient: ReadonlySet<Finding['kind']> = new Set([
  'no_name',
  'no_logo',
  'unknown_icon',
  'power_cut',
  'runtime_ending',
]);

/** Whether a finding may wait: it counts for nothing in the navigation, and comes last. */
export function canWait(kind: Finding['kind']): boolean {
  return patient.has(kind);
}
