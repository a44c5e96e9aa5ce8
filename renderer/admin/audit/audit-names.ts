import type { AdminToken, AdminUser } from '../../../electron/contract/admin';
import type { AdminDevice } from '../../../electron/contract/admin-devices';
import type {
  AdminClosure,
  AdminCounter,
  AdminDesk,
  AdminHours,
  AdminService,
} from '../../../electron/contract/admin-hall';
import type { AdminSlide } from '../../../electron/contract/admin-screens';
import type { AdminPrinter } from '../../../electron/contract/printers';
import type { RouteName, routes } from '../../../electron/contract/routes';
import type { ShownSettings } from '../../../electron/contract/settings';
import type { TicketLayout } from '../../../electron/contract/ticket-layout';

export interface FieldName {
  readonly id: string;
  readonly en: string;
}

/** Whatever an admin changes, and so reads of in the history. */
type Field =
  | keyof ShownSettings
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
export const ownAffairs = ['id', 'version', 'soundsLike', 'unreadable', 'lastSeenAt'] as const;
type FieldOfHistory = Exclude<Field, (typeof ownAffairs)[number]>;

/** The fields of records and settings as people call them; what only a part of one is called is shown as it is. */
export const fieldNames = {
  absentGivesNumbers: { id: 'nomor keluar tanpa petugas', en: 'numbers without an officer' },
  active: { id: 'aktif', en: 'active' },
  address: { id: 'alamat komputer', en: 'address of the computer' },
  agency: { id: 'instansi', en: 'institution' },
  archived: { id: 'diarsipkan', en: 'archived' },
  blocks: { id: 'bagian tiket', en: 'parts of the ticket' },
  breaks: { id: 'jeda', en: 'breaks' },
  bytes: { id: 'ukuran', en: 'size' },
  calledMinutes: { id: 'waktu untuk datang (menit)', en: 'time to come (minutes)' },
  city: { id: 'kabupaten atau kota', en: 'regency or city' },
  closures: { id: 'hari tutup', en: 'closures' },
  code: { id: 'huruf', en: 'letters' },
  counterId: { id: 'gerai', en: 'counter' },
  counterIds: { id: 'gerai', en: 'counters' },
  counters: { id: 'gerai', en: 'counters' },
  createdAt: { id: 'dibuat', en: 'made' },
  createdBy: { id: 'dibuat oleh', en: 'made by' },
  deskLabel: { id: 'loket', en: 'desk' },
  desks: { id: 'loket', en: 'desks' },
  deviceId: { id: 'kios', en: 'kiosk' },
  display: { id: 'tata letak layar lobi', en: 'lobby screen layout' },
  displayName: { id: 'nama lengkap', en: 'full name' },
  documents: { id: 'syarat', en: 'documents' },
  due: { id: 'sedang tampil', en: 'shown now' },
  exitPinSet: { id: 'ada PIN kios', en: 'kiosk PIN is set' },
  from: { id: 'dari', en: 'from' },
  fromDate: { id: 'dari tanggal', en: 'from' },
  graceMinutes: { id: 'petugas ditunggu (menit)', en: 'officers are waited for (minutes)' },
  group: { id: 'kelompok', en: 'group' },
  hint: { id: 'untuk apa', en: 'what for' },
  hours: { id: 'jam buka', en: 'hours' },
  icon: { id: 'gambar', en: 'icon' },
  idleSeconds: { id: 'kios kembali sesudah diam (detik)', en: 'kiosk returns after (seconds)' },
  infoFrameAncestors: { id: 'situs yang boleh memuat /info', en: 'sites that may frame /info' },
  keepTicketsMonths: { id: 'tiket disimpan (bulan)', en: 'tickets kept (months)' },
  kind: { id: 'jenis', en: 'kind' },
  kioskColours: { id: 'warna kios', en: 'colours of the kiosk' },
  kioskNotice: { id: 'pemberitahuan di kios', en: 'notice on the kiosk' },
  kioskPrompt: { id: 'pertanyaan di kios', en: 'prompt of the kiosk' },
  label: { id: 'tulisan loket', en: 'desk label' },
  languages: { id: 'bahasa', en: 'languages' },
  hostNames: { id: 'nama lain di jaringan', en: 'further names in the network' },
  httpsRequired: { id: 'loket dan admin wajib HTTPS', en: 'HTTPS required of desks and admins' },
  lanOpen: { id: 'terbuka bagi jaringan', en: 'open to the network' },
  lastTicketMinutesBefore: { id: 'nomor ditutup lebih awal (menit)', en: 'numbers end early (minutes)' },
  lastUsedAt: { id: 'terakhir dipakai', en: 'last used' },
  leave: { id: 'cuti', en: 'leave' },
  logo: { id: 'logo', en: 'logo' },
  madeAt: { id: 'dibuat', en: 'made' },
  missing: { id: 'berkasnya hilang', en: 'its file is missing' },
  mustChangePassword: { id: 'harus mengganti kata sandi', en: 'must change the password' },
  name: { id: 'nama', en: 'name' },
  newPassword: { id: 'kata sandi diganti', en: 'password changed' },
  note: { id: 'catatan', en: 'note' },
  number: { id: 'nomor', en: 'number' },
  onLeaveUntil: { id: 'cuti sampai', en: 'on leave until' },
  paperlessAllowed: { id: 'boleh tanpa kertas', en: 'numbers without paper' },
  paperWidth: { id: 'lebar kertas', en: 'paper width' },
  paused: { id: 'berhenti sebentar', en: 'paused' },
  place: { id: 'tempat kertas keluar', en: 'where its paper comes out' },
  position: { id: 'urutan', en: 'place in the list' },
  practice: { id: 'mode latihan', en: 'practice mode' },
  prefix: { id: 'huruf nomor', en: 'letters of its numbers' },
  printer: { id: 'printer', en: 'printer' },
  priorities: { id: 'pengunjung prioritas', en: 'priority visitors' },
  priorityRatio: { id: 'nomor prioritas berturut-turut', en: 'priority numbers in a row' },
  profile: { id: 'jenis printer', en: 'kind of printer' },
  publicUrl: { id: 'alamat untuk telepon', en: 'address for phones' },
  qrMode: { id: 'cara mencetak QR', en: 'how QR is printed' },
  quietHours: { id: 'jam tenang', en: 'quiet hours' },
  quotaPerDay: { id: 'kuota sehari', en: 'quota a day' },
  reason: { id: 'alasan', en: 'reason' },
  recallLimit: { id: 'panggilan ulang paling banyak', en: 'repeated calls at most' },
  revoked: { id: 'dicabut', en: 'revoked' },
  role: { id: 'peran', en: 'role' },
  roles: { id: 'peran', en: 'roles' },
  rollMetres: { id: 'panjang gulungan (meter)', en: 'length of a roll (metres)' },
  runningText: { id: 'teks berjalan', en: 'running text' },
  saveDayReports: { id: 'laporan harian disimpan', en: 'daily reports are saved' },
  scope: { id: 'berlaku untuk', en: 'applies to' },
  seconds: { id: 'lama tampil (detik)', en: 'shown for (seconds)' },
  serviceIds: { id: 'layanan', en: 'services' },
  services: { id: 'layanan', en: 'services' },
  sessions: { id: 'jumlah masuk', en: 'sessions' },
  settings: { id: 'pengaturan', en: 'settings' },
  setUpDone: { id: 'langkah persiapan selesai', en: 'steps of the set-up done' },
  shown: { id: 'ditampilkan', en: 'shown' },
  site: { id: 'balai', en: 'hall' },
  siteName: { id: 'nama balai', en: "hall's name" },
  slot: { id: 'letak celah kertas', en: 'where the paper comes out' },
  surveyKeptMonths: { id: 'survei disimpan (bulan)', en: 'survey kept (months)' },
  takeBackMinutes: { id: 'waktu mengurungkan (menit)', en: 'time to take back (minutes)' },
  target: { id: 'alamat printer', en: 'address of the printer' },
  targetWaitMinutes: { id: 'sasaran waktu tunggu (menit)', en: 'target of waiting (minutes)' },
  ticketId: { id: 'tiket', en: 'ticket' },
  timezone: { id: 'zona waktu', en: 'time zone' },
  to: { id: 'sampai', en: 'until' },
  toDate: { id: 'sampai tanggal', en: 'until' },
  url: { id: 'berkas', en: 'file' },
  username: { id: 'nama pengguna', en: 'user name' },
  usualMinutes: { id: 'lama biasanya (menit)', en: 'usual time (minutes)' },
  voiceSpeed: { id: 'kecepatan suara', en: 'speed of the voice' },
  voiceVolume: { id: 'keras suara', en: 'volume of the voice' },
  waitLimitMinutes: { id: 'batas waktu menunggu (menit)', en: 'limit of waiting (minutes)' },
  week: { id: 'jam sepekan', en: "the week's hours" },
  weekdays: { id: 'hari', en: 'days' },
  zone: { id: 'zona', en: 'zone' },
} as const satisfies Record<FieldOfHistory, FieldName> & Record<string, FieldName>;

/** What somebody who signed in, or a program in their place, changes. */
type Act = {
  [Name in RouteName]: (typeof routes)[Name] extends { method: 'GET' }
    ? never
    : Extract<(typeof routes)[Name]['callers'][number], 'staff' | 'supervisor' | 'admin'> extends never
      ? never
      : Name;
}[RouteName];

/** What was done, by its route's name; in English the route's own summary is shown. */
export const actionsInIndonesian: Readonly<
  Record<Act | 'setup' | 'signIn' | 'signOut' | 'backupFile', string>
> = {
  setup: 'Membuat admin pertama',
  signIn: 'Masuk',
  signOut: 'Keluar',
  changeOwnPassword: 'Mengganti kata sandi sendiri',
  addUser: 'Menambah orang',
  changeUser: 'Mengubah orang',
  removeUser: 'Menghapus orang',
  importUsers: 'Mengimpor daftar orang',
  endUserSession: 'Mengeluarkan dari satu komputer',
  endUserSessions: 'Mengeluarkan dari semua komputer',
  makeToken: 'Membuat token',
  changeToken: 'Mengubah token',
  revokeToken: 'Mencabut token',
  changeSettings: 'Mengubah pengaturan balai',
  goLive: 'Memulai pelayanan',
  makeCounter: 'Menambah gerai',
  changeCounter: 'Mengubah gerai',
  archiveCounter: 'Mengarsipkan gerai',
  pauseCounter: 'Menutup gerai sementara',
  resumeCounter: 'Membuka kembali gerai',
  pauseService: 'Menghentikan layanan sementara',
  resumeService: 'Membuka kembali layanan',
  pauseHall: 'Menghentikan seluruh balai sementara',
  resumeHall: 'Membuka kembali balai',
  makeService: 'Menambah layanan',
  changeService: 'Mengubah layanan',
  archiveService: 'Mengarsipkan layanan',
  makeDesk: 'Menambah loket',
  changeDesk: 'Mengubah loket',
  archiveDesk: 'Mengarsipkan loket',
  makeHours: 'Memberi jam buka sendiri',
  changeHours: 'Mengubah jam buka',
  removeHours: 'Mengikuti jam yang lebih umum',
  makeClosure: 'Menambah hari tutup',
  changeClosure: 'Mengubah hari tutup',
  removeClosure: 'Menghapus hari tutup',
  approvePairing: 'Mendaftarkan perangkat',
  changeDevice: 'Mengubah perangkat',
  revokeDevice: 'Mencabut perangkat',
  testPrinter: 'Mencetak percobaan',
  reprintTicket: 'Mencetak ulang tiket',
  makeBackup: 'Membuat cadangan',
  backupFile: 'Mengunduh cadangan',
  removeBackup: 'Menghapus cadangan',
  restoreBackup: 'Memulihkan cadangan',
  replaceAuthority: 'Membuat sertifikat balai yang baru',
  confirmClock: 'Mengikuti jam komputer',
  importConfiguration: 'Mengimpor pengaturan',
  takeDesk: 'Menempati loket',
  leaveDesk: 'Meninggalkan loket',
  pauseDesk: 'Istirahat',
  resumeDesk: 'Melanjutkan',
  askForHelp: 'Meminta bantuan',
  answerHelp: 'Menjawab permintaan bantuan',
  endHelp: 'Mengakhiri permintaan bantuan',
  callNext: 'Memanggil berikutnya',
  call: 'Memanggil di luar urutan',
  recall: 'Memanggil ulang',
  start: 'Mulai melayani',
  finish: 'Selesai melayani',
  addService: 'Menambah layanan kunjungan',
  removeService: 'Membatalkan layanan tambahan',
  noShow: 'Tidak datang',
  hold: 'Menunda',
  transfer: 'Memindahkan ke layanan lain',
  reinstate: 'Mengembalikan ke antrean',
  printPaper: 'Mencetak kertas tiket',
  changePriority: 'Memberi atau mencabut prioritas',
  takeBack: 'Mengurungkan selesai atau tidak hadir',
  moveTicket: 'Memindahkan nomor',
  cancelTicket: 'Membatalkan nomor',
  walkIn: 'Menambah pengunjung di loket',
  previewUserImport: 'Memeriksa daftar orang',
  previewClosureList: 'Memeriksa daftar hari tutup',
  importClosureList: 'Mengimpor daftar hari tutup',
  beginRoll: 'Memasang gulungan kertas baru',
  makePrinter: 'Menambah printer',
  changePrinter: 'Mengubah printer',
  removePrinter: 'Menghapus printer',
  findPrinters: 'Mencari printer',
  testPrintDevice: 'Mencetak percobaan di kios',
  previewImport: 'Memeriksa impor pengaturan',
  changeComplaint: 'Menjawab pengaduan',
  makeSlide: 'Menambah gambar atau video layar',
  changeSlide: 'Mengubah gambar atau video layar',
  removeSlide: 'Menghapus gambar atau video layar',
  keepPicture: 'Mengirim gambar atau logo',
  changeTicketLayout: 'Mengubah bentuk tiket',
  ticketPictures: 'Melihat contoh tiket',
  printTicketDraft: 'Mencetak contoh tiket',
  ticketLogo: 'Memasukkan logo tiket',
  keepVoice: 'Mengganti rekaman suara',
  removeVoice: 'Menghapus rekaman suara',
};

/** What is written down by no route's name. */
export const furtherActions: Readonly<Record<string, FieldName>> = {
  signInFailed: { id: 'Gagal masuk, kata sandi salah', en: 'Sign-in failed, wrong password' },
  counter_paused: { id: 'Gerai menjadi tertutup', en: 'The counter became closed' },
  counter_resumed: { id: 'Gerai menjadi terbuka', en: 'The counter became open' },
};
