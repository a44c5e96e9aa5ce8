import type { EvidencePlace } from '../../../electron/contract/evaluation/evaluation';

/** Where what is missing can be had. */
export const evidenceAddresses: Readonly<Record<EvidencePlace, string>> = {
  desks: '/staff',
  skm: '#skm',
  complaints: '#aduan',
  counters: '/admin#gerai',
  hall: '/admin#balai',
  hours: '/admin#jam',
  kiosk: '/admin#kios',
  devices: '/admin#perangkat',
  standards: '/admin#standar-pelayanan',
};
