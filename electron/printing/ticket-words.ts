import type { Language } from '../contract/common';

/** What stands on every ticket, in its language. Javanese is krama; a native speaker should check it. */
export interface TicketWords {
  readonly practice: string;
  readonly copy: string;
  readonly priority: string;
  readonly yourNumber: string;
  readonly ahead: string;
  readonly wait: string;
  readonly calledAround: string;
  readonly bring: string;
  readonly moreToBring: string;
  /** In two lines where the paper is wide enough. */
  readonly pleaseWait: readonly [string, string];
  readonly follow: string;
}

export const ticketWords: Readonly<Record<Language, TicketWords>> = {
  id: {
    practice: 'LATIHAN, belum untuk dilayani',
    copy: 'SALINAN, nomornya tetap sama',
    priority: 'PRIORITAS, didahulukan',
    yourNumber: 'Nomor antrean Anda',
    ahead: 'Orang di depan Anda',
    wait: 'Perkiraan menunggu',
    calledAround: 'Dipanggil sekitar pukul',
    bring: 'Siapkan:',
    moreToBring: 'dan lainnya, tanyakan di loket',
    pleaseWait: ['Mohon menunggu', 'sampai nomor Anda dipanggil.'],
    follow: 'Ikuti antrean lewat HP',
  },
  en: {
    practice: 'LATIHAN (practice), not yet served',
    copy: 'SALINAN (copy), the same number',
    priority: 'PRIORITAS (goes first)',
    yourNumber: 'Your number',
    ahead: 'People before you',
    wait: 'Estimated wait',
    calledAround: 'Called around',
    bring: 'Please have ready:',
    moreToBring: 'and more, ask at the desk',
    pleaseWait: ['Please wait', 'until your number is called.'],
    follow: 'Follow the queue on your phone',
  },
  jv: {
    practice: 'LATIHAN, dereng dipunladosi',
    copy: 'SALINAN, nomeripun tetep sami',
    priority: 'PRIORITAS, karumiyinaken',
    yourNumber: 'Nomer antrean panjenengan',
    ahead: 'Tiyang saderengipun panjenengan',
    wait: 'Kinten-kinten ngentosi',
    calledAround: 'Dipuntimbali watawis tabuh',
    bring: 'Mangga dipuncawisaken:',
    moreToBring: 'lan sanesipun, pirsa ing loket',
    pleaseWait: ['Mangga ngentosi', 'ngantos nomer dipuntimbali.'],
    follow: 'Tindakaken antrean lumantar HP',
  },
};
