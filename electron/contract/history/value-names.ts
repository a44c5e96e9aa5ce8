import { printerDialects } from '../printer-profile';
import { settingWords } from '../setting-words';
import type { Said } from './said';

type Values = Readonly<Record<string, Said>>;

const roles: Values = {
  admin: { id: 'Admin', en: 'Admin' },
  supervisor: { id: 'Penyelia', en: 'Supervisor' },
  staff: { id: 'Petugas', en: 'Officer' },
};
const languages: Values = {
  id: { id: 'Indonesia', en: 'Indonesian' },
  en: { id: 'Inggris', en: 'English' },
  jv: { id: 'Jawa', en: 'Javanese' },
};

/** What a field that knows only some values says by each, by the field's name; one field of several records has all of theirs. */
export const valueNames: Readonly<Record<string, Values>> = {
  role: roles,
  roles,
  language: languages,
  languages,
  qr: settingWords.qrMode.values,
  numbersEnd: settingWords.numbersEnd.values,
  qrMode: settingWords.qrMode.values,
  setUpDone: settingWords.setUpDone.values,
  slot: settingWords.slot.values,
  group: {
    regional: { id: 'Dinas daerah', en: 'Regional offices' },
    vertical: { id: 'Instansi pusat', en: 'Central agencies' },
    enterprise: { id: 'BUMN dan BUMD', en: 'State and regional companies' },
  },
  priorities: {
    elderly: { id: 'Lanjut usia', en: 'Elderly' },
    disability: { id: 'Disabilitas', en: 'Disability' },
    pregnant: { id: 'Ibu hamil', en: 'Pregnant' },
    infant: { id: 'Membawa bayi', en: 'With an infant' },
  },
  kind: {
    kiosk: { id: 'kios', en: 'kiosk' },
    display: { id: 'layar lobi', en: 'lobby screen' },
    image: { id: 'gambar', en: 'picture' },
    video: { id: 'video', en: 'video' },
    made: { id: 'dibuat admin', en: 'made by an admin' },
    daily: { id: 'harian', en: 'daily' },
    replaced: { id: 'keadaan sebelum dipulihkan', en: 'what was there before restoring' },
    suggestion: { id: 'saran', en: 'suggestion' },
    normative: { id: 'pengaduan normatif', en: 'complaint, normative' },
    non_supervisory: { id: 'pengaduan tidak berkadar pengawasan', en: 'complaint, non-supervisory' },
    supervisory: { id: 'pengaduan berkadar pengawasan', en: 'complaint, supervisory' },
    motif: { id: 'hiasan jlamprang', en: 'jlamprang motif' },
    logo: { id: 'logo', en: 'logo' },
    hall: { id: 'nama balai dan kota', en: "the hall's name and city" },
    text: { id: 'teks sendiri', en: 'own text' },
    marks: { id: 'tanda LATIHAN dan SALINAN', en: 'marks LATIHAN and SALINAN' },
    institution: { id: 'gerai dan layanan', en: 'counter and service' },
    number: { id: 'nomor antrean', en: 'the number' },
    ahead: { id: 'orang di depan', en: 'people ahead' },
    wait: { id: 'perkiraan menunggu', en: 'estimated wait' },
    stamp: { id: 'nomor, tanggal, dan jam', en: 'number, date and time' },
    documents: { id: 'berkas yang disiapkan', en: 'documents to have ready' },
    please_wait: { id: 'mohon menunggu', en: 'please wait' },
    qr: { id: 'kode QR untuk telepon', en: 'QR code for phones' },
    rule: { id: 'garis', en: 'line' },
    space: { id: 'baris kosong', en: 'empty line' },
  },
  status: {
    new: { id: 'baru', en: 'new' },
    in_progress: { id: 'sedang ditangani', en: 'in progress' },
    answered: { id: 'dijawab', en: 'answered' },
    forwarded: { id: 'diteruskan', en: 'passed on' },
  },
  codePage: {
    pc858: { id: 'PC858', en: 'PC858' },
    pc437: { id: 'PC437', en: 'PC437' },
    ascii: { id: 'tanpa tanda baca huruf', en: 'without marks on letters' },
  },
  cutter: {
    partial: { id: 'memotong sebagian', en: 'partial cut' },
    full: { id: 'memotong putus', en: 'full cut' },
    none: { id: 'tidak ada', en: 'none' },
  },
  dialect: printerDialects,
  size: {
    normal: { id: 'biasa', en: 'usual' },
    tall: { id: 'tinggi', en: 'tall' },
    double: { id: 'besar', en: 'large' },
  },
  align: {
    left: { id: 'kiri', en: 'left' },
    center: { id: 'tengah', en: 'centre' },
  },
  source: {
    seed: { id: 'daftar awal', en: 'first list' },
    named: { id: 'disebut di berita', en: 'named in the press' },
    assumed: { id: 'perkiraan', en: 'assumed' },
  },
  doubt: {
    held: { id: 'meloncat', en: 'it jumped' },
    unknown: { id: 'tidak mungkin benar', en: "it can't be right" },
    others: { id: 'lain dari mesin lain', en: 'other machines show another time' },
    ahead: { id: 'ada nomor bertanggal kemudian', en: 'numbers of a later date exist' },
  },
};
