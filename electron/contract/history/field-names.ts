import type { AdminToken, AdminUser } from '../admin';
import type { AdminDevice } from '../admin-devices';
import type { AdminClosure, AdminCounter, AdminDesk, AdminHours, AdminService } from '../admin-hall';
import type { AdminSlide } from '../admin-screens';
import type { AdminPrinter } from '../printers';
import { displayWords, type FieldWords, settingWords, unitNames } from '../setting-words';
import type { SettingKey } from '../settings';
import type { TicketLayout } from '../ticket-layout';
import type { Said } from './said';

/** Whatever an admin changes, and so reads of in the history. */
type Field =
  | SettingKey
  | keyof AdminCounter
  | keyof AdminService
  | keyof AdminDesk
  | keyof AdminHours
  | keyof AdminClosure
  | keyof AdminUser
  | keyof AdminToken
  | keyof AdminDevice
  | keyof AdminSlide
  | keyof AdminPrinter
  | keyof TicketLayout;
/** What no person changes by hand, and so wants to read. */
export const ownAffairs = [
  'id',
  'version',
  'soundsLike',
  'unreadable',
  'lastSeenAt',
  'ticketId',
  'dots',
] as const;
type FieldOfHistory = Exclude<Field, (typeof ownAffairs)[number]>;

/** Names as they stand among others in a sentence, of fields that have their words elsewhere: `batas waktu menunggu (menit)`. */
function namesOf<Field extends string>(
  words: Readonly<Record<Field, FieldWords>>,
): Readonly<Record<Field, Said>> {
  const nameIn = (language: keyof Said, { label, unit, inHistory }: FieldWords) => {
    if (inHistory) return inHistory[language];
    const name = label[language].replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase());
    return unit === 'minutes' || unit === 'seconds' ? `${name} (${unitNames[unit][language]})` : name;
  };
  return Object.fromEntries(
    Object.entries<FieldWords>(words).map(([field, its]) => [
      field,
      { id: nameIn('id', its), en: nameIn('en', its) },
    ]),
  ) as Record<Field, Said>;
}

/** The fields of records and settings, and of their parts, as people call them. */
export const fieldNames = {
  ...namesOf(displayWords),
  ...namesOf(settingWords),
  numbersLeft: { id: 'sisa nomor hari ini', en: 'numbers left today' },
  numberLimits: { id: 'batas nomor hari ini', en: "today's limits of numbers" },
  active: { id: 'aktif', en: 'active' },
  address: { id: 'alamat komputer', en: 'address of the computer' },
  agency: { id: 'instansi', en: 'institution' },
  align: { id: 'letak tulisan', en: 'alignment' },
  answer: { id: 'jawaban', en: 'answer' },
  answeredOn: { id: 'dijawab pada', en: 'answered on' },
  archived: { id: 'diarsipkan', en: 'archived' },
  band: { id: 'warna pita', en: 'colour of the band' },
  blocks: { id: 'bagian tiket', en: 'parts of the ticket' },
  breaks: { id: 'jeda', en: 'breaks' },
  bytes: { id: 'ukuran', en: 'size' },
  clashing: { id: 'nomor yang bentrok', en: 'numbers that clash' },
  closes: { id: 'tutup', en: 'closes' },
  closures: { id: 'hari tutup', en: 'closures' },
  code: { id: 'huruf', en: 'letters' },
  codePage: { id: 'huruf printer', en: 'letters of the printer' },
  computer: { id: 'jam komputer', en: "computer's clock" },
  confirming: { id: 'akibat mengikuti jam komputer', en: 'what following the computer does' },
  counterId: { id: 'gerai', en: 'counter' },
  counterIds: { id: 'gerai', en: 'counters' },
  otherCounterIds: { id: 'gerai lain yang dilayani', en: 'other counters served' },
  otherCounters: { id: 'gerai lain yang dilayani', en: 'other counters served' },
  count: { id: 'berapa', en: 'how many' },
  counters: { id: 'gerai', en: 'counters' },
  createdAt: { id: 'dibuat', en: 'made' },
  createdBy: { id: 'dibuat oleh', en: 'made by' },
  cutter: { id: 'pemotong kertas', en: 'paper cutter' },
  date: { id: 'tanggal', en: 'date' },
  dates: { id: 'tanggal', en: 'dates' },
  deskLabel: { id: 'loket', en: 'desk' },
  desks: { id: 'loket', en: 'desks' },
  deviceId: { id: 'kios', en: 'kiosk' },
  dialect: { id: 'cara printer melapor', en: 'how the printer reports' },
  displayName: { id: 'nama lengkap', en: 'full name' },
  documents: { id: 'syarat', en: 'documents' },
  doubt: { id: 'jam diragukan karena', en: 'why the clock is in doubt' },
  due: { id: 'sedang tampil', en: 'shown now' },
  ends: { id: 'nomor yang berakhir', en: 'numbers that end' },
  fingerprint: { id: 'sidik sertifikat', en: "certificate's fingerprint" },
  from: { id: 'dari', en: 'from' },
  fromDate: { id: 'dari tanggal', en: 'from' },
  granted: { id: 'diizinkan', en: 'granted' },
  group: { id: 'kelompok', en: 'group' },
  hall: { id: 'jam balai', en: "hall's clock" },
  hallDate: { id: 'tanggal balai', en: "hall's date" },
  height: { id: 'tinggi', en: 'height' },
  hint: { id: 'untuk apa', en: 'what for' },
  hours: { id: 'jam buka', en: 'hours' },
  icon: { id: 'gambar', en: 'icon' },
  kind: { id: 'jenis', en: 'kind' },
  institutions: { id: 'instansi', en: 'institutions' },
  label: { id: 'tulisan loket', en: 'desk label' },
  language: { id: 'bahasa', en: 'language' },
  lastTicketMinutesBefore: { id: 'nomor ditutup lebih awal (menit)', en: 'numbers end early (minutes)' },
  lastUsedAt: { id: 'terakhir dipakai', en: 'last used' },
  leave: { id: 'cuti', en: 'leave' },
  lines: { id: 'baris', en: 'lines' },
  madeAt: { id: 'dibuat', en: 'made' },
  minutes: { id: 'menit', en: 'minutes' },
  missing: { id: 'berkasnya hilang', en: 'its file is missing' },
  mustChangePassword: { id: 'harus mengganti kata sandi', en: 'must change the password' },
  name: { id: 'nama', en: 'name' },
  newPassword: { id: 'kata sandi diganti', en: 'password changed' },
  note: { id: 'catatan', en: 'note' },
  number: { id: 'nomor', en: 'number' },
  onLeaveUntil: { id: 'cuti sampai', en: 'on leave until' },
  opens: { id: 'buka', en: 'opens' },
  others: { id: 'jam mesin lain', en: 'clock of the other machines' },
  passedToSp4n: { id: 'ada nomor SP4N-LAPOR!', en: 'SP4N-LAPOR! number given' },
  paused: { id: 'berhenti sebentar', en: 'paused' },
  pictures: { id: 'gambar', en: 'pictures' },
  place: { id: 'tempat kertas keluar', en: 'where its paper comes out' },
  position: { id: 'urutan', en: 'place in the list' },
  prefix: { id: 'huruf nomor', en: 'letters of its numbers' },
  primary: { id: 'warna utama', en: 'main colour' },
  printer: { id: 'printer', en: 'printer' },
  priorities: { id: 'pengunjung prioritas', en: 'priority visitors' },
  profile: { id: 'jenis printer', en: 'kind of printer' },
  qr: { id: 'cara mencetak QR', en: 'how QR is printed' },
  quotaPerDay: { id: 'kuota sehari', en: 'quota a day' },
  reason: { id: 'alasan', en: 'reason' },
  removed: { id: 'tiket latihan dihapus', en: 'practice tickets removed' },
  renumbered: { id: 'nomor yang berganti', en: 'numbers that change' },
  revoked: { id: 'dicabut', en: 'revoked' },
  role: { id: 'peran', en: 'role' },
  roles: { id: 'peran', en: 'roles' },
  rollMetres: { id: 'panjang gulungan (meter)', en: 'length of a roll (metres)' },
  says: { id: 'nama yang diucapkan', en: 'name that it says' },
  scope: { id: 'berlaku untuk', en: 'applies to' },
  seconds: { id: 'lama tampil (detik)', en: 'shown for (seconds)' },
  serviceIds: { id: 'layanan', en: 'services' },
  services: { id: 'layanan', en: 'services' },
  sessions: { id: 'jumlah masuk', en: 'sessions' },
  settings: { id: 'pengaturan', en: 'settings' },
  shown: { id: 'ditampilkan', en: 'shown' },
  site: { id: 'balai', en: 'hall' },
  size: { id: 'besar tulisan', en: 'size of letters' },
  source: { id: 'asal daftar', en: 'where the list comes from' },
  status: { id: 'keadaan', en: 'state' },
  synchronised: { id: 'jam dijaga server waktu', en: 'clock kept by a time server' },
  target: { id: 'alamat printer', en: 'address of the printer' },
  text: { id: 'teks', en: 'text' },
  tickets: { id: 'tiket', en: 'tickets' },
  to: { id: 'sampai', en: 'until' },
  toDate: { id: 'sampai tanggal', en: 'until' },
  until: { id: 'sampai', en: 'until' },
  url: { id: 'berkas', en: 'file' },
  username: { id: 'nama pengguna', en: 'user name' },
  usualMinutes: { id: 'lama biasanya (menit)', en: 'usual time (minutes)' },
  waiting: { id: 'masih menunggu', en: 'still waiting' },
  week: { id: 'jam sepekan', en: "the week's hours" },
  weekday: { id: 'hari', en: 'day' },
  weekdays: { id: 'hari', en: 'days' },
  wholeHall: { id: 'seluruh balai', en: 'the whole hall' },
  width: { id: 'lebar', en: 'width' },
  word: { id: 'kata penyelia', en: 'word to the officer' },
  zone: { id: 'zona', en: 'zone' },
} as const satisfies Record<FieldOfHistory, Said> & Record<string, Said>;
