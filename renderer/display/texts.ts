import type { CounterGroup } from '../../electron/contract/site';

/** What the lobby screen says, in Indonesian; a ticket's other language is heard in its call. */
export const texts = {
  queueNumber: 'Nomor antrean',
  recall: 'Panggilan ulang',
  priority: 'Prioritas',
  previousCalls: 'Panggilan sebelumnya',
  lastCalls: 'Panggilan terakhir',
  noPreviousCalls: 'Belum ada',
  desk: 'Loket',
  nowServing: 'Sedang dilayani',
  noneServed: 'belum ada',
  moreServed: 'lagi',
  waiting: 'orang menunggu',
  wholeHall: 'Seluruh balai',
  notice: 'Pemberitahuan',
  keepsNumber: {
    id: 'Nomor Anda tetap berlaku.',
    en: 'Your number stays valid.',
    jv: 'Nomer panjenengan taksih kangge.',
  },
  goesOn: { id: 'Dilayani lagi.', en: 'Service goes on.', jv: 'Paladosan dipunlajengaken.' },
  welcome: 'Selamat datang',
  takeNumber: 'Silakan ambil nomor di kios. Nomor Anda dipanggil di layar ini.',
  howTitle: 'Ambil nomor di kios',
  howText: 'Pilih gerai, lalu tunggu nomor Anda tampil dan dipanggil di sini.',
  practice: 'MODE LATIHAN',
  practiceMeaning: 'Nomor yang dipanggil untuk mencoba, belum untuk dilayani.',
  lineLost: 'Sambungan putus sejak',
  lineLostMeaning: 'Panggilan terbaru belum tampil; layar ini menyambung lagi sendiri.',
  connecting: 'Menyambung…',
  asking: 'Tersambung lewat cara cadangan',
  away: 'Belum tersambung',
  awayHelp: 'Periksa kabel atau Wi-Fi layar ini, dan komputer utama Antre. Layar ini menyambung sendiri.',
  pairing: 'Layar ini belum terdaftar. Admin: bagian Perangkat, kode',
  soundOn: 'Nyalakan suara',
  soundMeaning: 'Peramban menahan suara sampai layar ini ditekan.',
  runningText: 'Pengumuman',
};

export const groupNames: Record<CounterGroup, string> = {
  regional: 'Dinas Kabupaten',
  vertical: 'Instansi pusat',
  enterprise: 'BUMN dan BUMD',
};

/** `Loket 3`; a label that names itself ("Loket Kasir") is left alone. */
export function deskName(label: string): string {
  return /^loket\b/i.test(label) ? label : `${texts.desk} ${label}`;
}
