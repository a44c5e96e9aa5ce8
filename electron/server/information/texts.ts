import type { Language } from '../../contract/common';

interface Texts {
  readonly title: string;
  readonly asOf: string;
  readonly practice: string;
  readonly openNow: string;
  readonly waiting: string;
  readonly wait: string;
  readonly noEstimate: string;
  readonly numbersLeft: string;
  readonly today: string;
  readonly closed: string;
  readonly documents: string;
  readonly hours: string;
  readonly calendar: string;
  readonly complain: string;
  readonly zone: string;
  readonly note: string;
  readonly closure: string;
  readonly openEnd: string;
  readonly languages: string;
}

/** `{…}` stands for a figure. The Javanese (krama) is for a native speaker to check. */
export const informationTexts: Readonly<Record<Language, Texts>> = {
  id: {
    title: 'Layanan hari ini',
    asOf: 'Keadaan pukul {time}. Halaman ini memperbarui diri setiap menit.',
    practice: 'Mal ini masih mencoba antreannya: jam buka belum berlaku.',
    openNow: 'Buka',
    waiting: '{count} orang menunggu',
    wait: 'tunggu {wait}',
    noEstimate: 'lama tunggu belum dapat diperkirakan',
    numbersLeft: 'sisa {count} nomor hari ini',
    today: 'Hari ini',
    closed: 'tutup',
    documents: 'Berkas yang perlu dibawa',
    hours: 'Jam buka tujuh hari ini',
    calendar: 'Tambahkan jam buka ke kalender',
    complain: 'Tulis saran atau pengaduan',
    zone: 'Bagian {zone}',
    note: 'Nomor antrean diambil di kios mal.',
    closure: 'Tutup {dates}: {reason}',
    openEnd: 'mulai {from} sampai pemberitahuan lebih lanjut',
    languages: 'Bahasa',
  },
  en: {
    title: 'Services today',
    asOf: 'As of {time}. This page renews itself every minute.',
    practice: 'The hall is still trying out its queue: opening hours do not apply yet.',
    openNow: 'Open',
    waiting: '{count} waiting',
    wait: 'wait: {wait}',
    noEstimate: 'no estimate of the wait yet',
    numbersLeft: '{count} numbers left today',
    today: 'Today',
    closed: 'closed',
    documents: 'Documents to bring',
    hours: 'Hours of these seven days',
    calendar: 'Add the hours to a calendar',
    complain: 'Write a suggestion or complaint',
    zone: 'Zone {zone}',
    note: 'Numbers are taken at the kiosk in the hall.',
    closure: 'Closed {dates}: {reason}',
    openEnd: 'from {from} until further notice',
    languages: 'Language',
  },
  jv: {
    title: 'Layanan dinten menika',
    asOf: 'Kawontenan tabuh {time}. Kaca menika ngenggalaken piyambak saben menit.',
    practice: 'Mal menika taksih nyobi antrianipun: jam bikak dereng kangge.',
    openNow: 'Bikak',
    waiting: '{count} tiyang ngentosi',
    wait: 'ngentosi {wait}',
    noEstimate: 'dangunipun dereng saged dipunkinten',
    numbersLeft: 'kantun {count} nomer dinten menika',
    today: 'Dinten menika',
    closed: 'tutup',
    documents: 'Serat ingkang dipunbekta',
    hours: 'Jam bikak pitung dinten menika',
    calendar: 'Jam bikak kalebetaken ing tanggalan',
    complain: 'Nyerat saran utawi wadulan',
    zone: 'Perangan {zone}',
    note: 'Nomer antrian kapundhut ing kios mal.',
    closure: 'Tutup {dates}: {reason}',
    openEnd: 'wiwit {from} ngantos wonten wara-wara',
    languages: 'Basa',
  },
};

/** Puts values into a text at `{name}`; a name without a value leaves nothing there. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_all, name: string) => String(values[name] ?? ''));
}
