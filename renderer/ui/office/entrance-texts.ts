import { addOfficeTexts, type OfficeTexts, useOfficeTexts } from './office-texts';

/** What stands before the workplace and around it: sign-in, the first admin's form, the frame. */
export const entranceIndonesian = {
  loading: 'Sebentar…',
  unreachable:
    'Tidak tersambung ke komputer utama Antre. Periksa kabel atau Wi-Fi komputer ini. Halaman ini menyambung sendiri.',
  notSent:
    'Belum terkirim: tidak tersambung ke komputer utama Antre. Periksa kabel atau Wi-Fi komputer ini, lalu tekan lagi.',
  late: 'Komputer utama Antre belum menjawab. Periksa kabel atau Wi-Fi komputer ini. Halaman ini terus mencoba sendiri.',
  'line.connecting': 'Menyambung…',
  'line.open': 'Sebentar…',
  'line.asking':
    'Kabar langsung tertahan, biasanya oleh antivirus atau proksi. Halaman ini memeriksa sendiri tiap detik; semua tetap berjalan.',
  'line.lost':
    'Tidak tersambung sejak {{time}}. Periksa kabel atau Wi-Fi komputer ini; bila komputer lain juga begitu, periksa komputer utama Antre. Halaman ini menyambung sendiri.',
  'disk.low':
    'Ruang simpan komputer utama Antre tinggal {{left}}. Hapus berkas yang tidak diperlukan di sana: bila penuh, nomor tidak dapat diberikan.',
  'disk.full':
    'Ruang simpan komputer utama Antre penuh, tinggal {{left}}. Nomor tidak dapat diberikan dan panggilan tidak dapat disimpan. Hapus berkas yang tidak diperlukan di sana, atau panggil petugas teknis.',
  'language.other': 'English',
  signOut: 'Keluar',
  sections: 'Bagian',
  practice: 'Mode latihan',
  toDesks: 'Ke meja loket',
  toAdmin: 'Ke halaman admin',
  toReports: 'Ke laporan',
  buttonsElsewhere: 'Tombol di meja bekerja di halaman loket.',
  'help.title': 'Permintaan bantuan',
  'help.desk': 'Loket {{label}} minta bantuan',
  'help.since': '{{officer}}, {{counter}}, sejak {{time}}',
  'help.onTheWay': '{{name}} datang',
  'help.mute': 'Sentuh halaman ini sekali, supaya permintaan bantuan berbunyi.',
  'help.look': 'Lihat dan jawab',
  'signIn.title': 'Masuk',
  'signIn.sentence': 'Untuk petugas, penyelia, dan admin. Lupa kata sandi? Minta admin membuatkan yang baru.',
  'signIn.confirm': 'Masuk',
  'signIn.despiteLeave': 'Tetap masuk',
  'signIn.scanned': 'Pemindai dipakai setelah masuk.',
  username: 'Nama pengguna',
  'username.rule': 'Huruf kecil, angka, titik, garis; dua sampai 40 huruf.',
  displayName: 'Nama lengkap',
  password: 'Kata sandi',
  'password.show': 'Tampilkan kata sandi',
  'password.rule': 'Paling sedikit 10 huruf. Kalimat yang mudah Anda ingat boleh.',
  close: 'Tutup',
  cancel: 'Batal',
  ownPassword: 'Kata sandi saya',
  'ownPassword.first': 'Buat kata sandi Anda',
  'ownPassword.given':
    'Kata sandi yang Anda pakai diberikan orang lain. Buat kata sandi yang hanya Anda yang tahu, lalu mulai bekerja.',
  'ownPassword.sentence': 'Setelah diganti, Anda keluar dari komputer lain tempat Anda masih masuk.',
  'ownPassword.current': 'Kata sandi sekarang',
  'ownPassword.new': 'Kata sandi baru',
  'ownPassword.confirm': 'Ganti kata sandi',
  'ownPassword.changed': 'Kata sandi sudah diganti.',
  lockedOut: 'Terlalu banyak percobaan.',
  'lockedOut.minutes': 'Coba lagi dalam {{minutes}} menit {{seconds}} detik.',
  'lockedOut.seconds': 'Coba lagi dalam {{seconds}} detik.',
  'lockedOut.over': 'Silakan coba lagi.',
  'setUp.title': 'Siapkan admin pertama',
  'setUp.sentence':
    'Belum ada akun. Kode pemasangan tampil di kios bila logonya ditekan lima detik, dan tersimpan di server (berkas setup-code).',
  'setUp.code': 'Kode pemasangan',
  'setUp.exitPin': 'PIN untuk menutup kios (boleh kosong)',
  'setUp.exitPinRule': '4 sampai 12 angka. Tekan logo di kios lima detik, lalu ketik PIN ini.',
  'setUp.confirm': 'Buat akun admin',
  'table.search': 'Cari',
  'table.count': '{{shown}} dari {{total}}',
  'table.none': 'Belum ada.',
  'table.noneFound': 'Tidak ada yang cocok dengan pencarian.',
};

export const entranceEnglish: Record<keyof typeof entranceIndonesian, string> = {
  loading: 'One moment…',
  unreachable:
    "Not connected to Antre's main computer. Check the cable or Wi-Fi of this computer. This page reconnects by itself.",
  notSent:
    "Not sent: there is no connection to Antre's main computer. Check the cable or Wi-Fi of this computer, then press again.",
  late: "Antre's main computer has not answered yet. Check the cable or Wi-Fi of this computer. This page keeps trying by itself.",
  'line.connecting': 'Connecting…',
  'line.open': 'One moment…',
  'line.asking':
    'Live news is held back, mostly by an antivirus or a proxy. This page looks for itself each second; all goes on.',
  'line.lost':
    "Not connected since {{time}}. Check the cable or Wi-Fi of this computer; if other computers are cut off too, check Antre's main computer. This page reconnects by itself.",
  'disk.low':
    'The main Antre computer has {{left}} of disk space left. Delete files there that nobody needs: once it is full, no numbers can be given.',
  'disk.full':
    'The disk of the main Antre computer is full, {{left}} left. No numbers can be given and no calls saved. Delete files there that nobody needs, or call the technician.',
  'language.other': 'Bahasa Indonesia',
  signOut: 'Sign out',
  sections: 'Sections',
  practice: 'Practice mode',
  toDesks: 'To the desks',
  toAdmin: "To the admins' page",
  toReports: 'To the reports',
  buttonsElsewhere: "The buttons on the desk work on the desks' page.",
  'help.title': 'Calls for help',
  'help.desk': 'Desk {{label}} calls for help',
  'help.since': '{{officer}}, {{counter}}, since {{time}}',
  'help.onTheWay': '{{name}} is coming',
  'help.mute': 'Touch this page once, so that calls for help can be heard.',
  'help.look': 'See and answer',
  'signIn.title': 'Sign in',
  'signIn.sentence':
    'For officers, supervisors and admins. Forgot your password? Ask an admin for a new one.',
  'signIn.confirm': 'Sign in',
  'signIn.despiteLeave': 'Sign in all the same',
  'signIn.scanned': 'The scanner is for use once you have signed in.',
  username: 'User name',
  'username.rule': 'Small letters, digits, points, dashes; two to 40 of them.',
  displayName: 'Full name',
  password: 'Password',
  'password.show': 'Show the password',
  'password.rule': 'At least 10 characters. A sentence that you remember is fine.',
  close: 'Close',
  cancel: 'Cancel',
  ownPassword: 'My password',
  'ownPassword.first': 'Make your own password',
  'ownPassword.given':
    'Somebody else gave you the password you use. Make one that only you know, then begin to work.',
  'ownPassword.sentence':
    'Once it is changed, you are signed out on other computers where you still are signed in.',
  'ownPassword.current': 'Present password',
  'ownPassword.new': 'New password',
  'ownPassword.confirm': 'Change the password',
  'ownPassword.changed': 'The password is changed.',
  lockedOut: 'Too many attempts.',
  'lockedOut.minutes': 'Try again in {{minutes}} min {{seconds}} sec.',
  'lockedOut.seconds': 'Try again in {{seconds}} sec.',
  'lockedOut.over': 'Please try again.',
  'setUp.title': 'Make the first admin',
  'setUp.sentence':
    'There is no account yet. The kiosk shows the set-up code when its logo is held for five seconds; the server keeps it in the file setup-code.',
  'setUp.code': 'Set-up code',
  'setUp.exitPin': 'PIN that closes the kiosk (may be left empty)',
  'setUp.exitPinRule': '4 to 12 digits. Hold the logo on the kiosk for five seconds, then type it.',
  'setUp.confirm': 'Make the admin account',
  'table.search': 'Search',
  'table.count': '{{shown}} of {{total}}',
  'table.none': 'There are none yet.',
  'table.noneFound': 'Nothing fits the search.',
};

addOfficeTexts('entrance', { id: entranceIndonesian, en: entranceEnglish });

export function useEntranceTexts(): OfficeTexts<keyof typeof entranceIndonesian> {
  return useOfficeTexts('entrance');
}
