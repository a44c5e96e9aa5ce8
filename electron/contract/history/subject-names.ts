import type { Said } from './said';

/** What an act was done to, by the noun before the colon of a row's subject: `counter:3`, or the whole of `settings`. */
export const subjectNames = {
  counter: { id: 'gerai', en: 'counter' },
  service: { id: 'layanan', en: 'service' },
  desk: { id: 'loket', en: 'desk' },
  user: { id: 'akun', en: 'account' },
  users: { id: 'akun', en: 'accounts' },
  ticket: { id: 'nomor', en: 'number' },
  device: { id: 'perangkat', en: 'device' },
  pairing: { id: 'perangkat dengan kode', en: 'device with the code' },
  token: { id: 'token', en: 'token' },
  backup: { id: 'cadangan', en: 'copy' },
  hours: { id: 'jam buka', en: 'hours' },
  hour: { id: 'jam buka', en: 'hours' },
  closure: { id: 'hari tutup', en: 'closure' },
  closures: { id: 'hari tutup', en: 'closures' },
  settings: { id: 'balai', en: 'hall' },
  site: { id: 'balai', en: 'hall' },
  hall: { id: 'balai', en: 'hall' },
  slide: { id: 'gambar atau video', en: 'picture or video' },
  picture: { id: 'gambar', en: 'picture' },
  'ticket-layout': { id: 'bentuk tiket', en: 'look of tickets' },
  voice: { id: 'rekaman suara', en: 'recorded voice' },
  printer: { id: 'printer', en: 'printer' },
  complaint: { id: 'pengaduan', en: 'complaint' },
  clock: { id: 'jam balai', en: "hall's clock" },
  https: { id: 'sertifikat balai', en: "hall's certificate" },
} as const satisfies Readonly<Record<string, Said>>;

export type SubjectKind = keyof typeof subjectNames;
