import type { Localized } from '../../../electron/contract/common';

/** Why counters stop, as visitors read it. The krama is composed: a native speaker should check it. */
export const defaultReasons: readonly Localized[] = [
  { id: 'Alat rusak', en: 'Equipment is broken', jv: 'Piranti risak' },
  { id: 'Jaringan terganggu', en: 'The network is down', jv: 'Jaringan saweg kirang sae' },
  { id: 'Listrik padam', en: 'The power is out', jv: 'Listrik pejah' },
  { id: 'Petugas rapat', en: 'Officers are in a meeting', jv: 'Petugas saweg parepatan' },
  { id: 'Antrean sudah penuh', en: 'The line is full', jv: 'Antrian sampun kebak' },
];
