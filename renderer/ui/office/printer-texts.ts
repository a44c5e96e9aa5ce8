import type { PrinterCause } from '../../../electron/contract/printer-status';

/** What a cause is called, what an officer does about it, and what more an admin should know; null: nothing more. */
export interface PrinterWords {
  readonly name: string;
  readonly officer: string;
  readonly admin: string | null;
}

type Words = Readonly<Record<PrinterCause, PrinterWords>>;

const cable = {
  id: 'Periksa kabel dan listrik printer, lalu beri tahu admin.',
  en: 'Check the printer’s cable and power, then tell the admin.',
};
const tellAdmin = { id: 'Beri tahu admin.', en: 'Tell the admin.' };

const indonesian: Words = {
  paper_out: {
    name: 'Kertas habis',
    officer: 'Buka tutupnya, pasang gulungan baru, lalu tutup. Pencetakan lanjut sendiri.',
    admin: 'Tiket yang menunggu tercetak berurutan setelah kertas terpasang.',
  },
  paper_low: {
    name: 'Kertas hampir habis',
    officer: 'Siapkan gulungan baru di dekat printer.',
    admin: null,
  },
  cover_open: {
    name: 'Tutup terbuka',
    officer: 'Tutup rapat sampai berbunyi klik.',
    admin: null,
  },
  cutter: {
    name: 'Pemotong macet',
    officer: 'Matikan printer, buka tutupnya, tarik kertas yang terjepit, lalu nyalakan lagi.',
    admin: 'Bila sering terulang, bersihkan pisau pemotong atau hubungi teknisi.',
  },
  overheated: {
    name: 'Kepala cetak terlalu panas',
    officer: 'Tunggu beberapa menit; printer lanjut sendiri.',
    admin: 'Bila sering terulang, periksa lubang udara dan kerapatan cetak.',
  },
  mechanical: {
    name: 'Kertas macet',
    officer: 'Buka tutupnya, keluarkan kertas yang terlipat, lalu tutup.',
    admin: 'Bila sering terulang, bersihkan jalur kertas dan periksa gulungannya.',
  },
  unrecoverable: {
    name: 'Printer rusak',
    officer: 'Matikan, tunggu sepuluh detik, nyalakan lagi. Bila tetap, beri tahu admin.',
    admin: 'Printer melaporkan kerusakan yang tidak pulih sendiri: hubungi teknisi.',
  },
  feed_button: {
    name: 'Tombol kertas tertekan',
    officer: 'Lepaskan tombol kertas di printer.',
    admin: null,
  },
  not_ready: { name: 'Belum siap', officer: 'Tunggu sebentar, lalu periksa lampunya.', admin: null },
  ticket_in_mouth: {
    name: 'Tiket belum diambil',
    officer: 'Ada tiket di mulut printer. Ambil, dan serahkan kepada pemiliknya bila masih ada.',
    admin: null,
  },
  cannot_tell: {
    name: 'Tidak dapat ditanya',
    officer: 'Periksa kertasnya dengan mata: printer ini tidak dapat melapor.',
    admin:
      'Antre hanya dapat mengirim ke printer ini dan tidak tahu bila kertasnya habis. Tiketnya tercatat belum terkonfirmasi.',
  },
  not_answering: { name: 'Belum menjawab', officer: cable.id, admin: null },
  not_found: { name: 'Tidak ditemukan', officer: cable.id, admin: 'Periksa juga alamat yang tersimpan.' },
  busy: {
    name: 'Dipakai program lain',
    officer: tellAdmin.id,
    admin: 'Tutup program lain yang memakai printer ini, atau lepas dari komputer lain.',
  },
  denied: {
    name: 'Tidak diizinkan',
    officer: tellAdmin.id,
    admin: 'Di Linux: masukkan pengguna Antre ke kelompok lp (USB) atau dialout (serial), lalu masuk ulang.',
  },
  timed_out: {
    name: 'Tidak menjawab',
    officer: cable.id,
    admin:
      'Periksa kecepatan (baud) bila lewat port serial. Printer yang menyala tetapi tidak pernah menjawab: pilih jenis tanpa laporan keadaan.',
  },
  lost: { name: 'Sambungan putus', officer: cable.id, admin: null },
  no_driver: {
    name: 'Driver Windows menahan printer',
    officer: tellAdmin.id,
    admin: 'Pasang WinUSB untuk printer ini dengan Zadig, atau pakai nama printernya di Windows (spooler:).',
  },
  usb_missing: {
    name: 'Bagian USB tidak termuat',
    officer: tellAdmin.id,
    admin: 'Periksa kabel printer. Bila tetap, jalankan npm ci di folder Antre, atau pakai printer jaringan.',
  },
  serial_missing: {
    name: 'Bagian serial tidak termuat',
    officer: tellAdmin.id,
    admin: 'Jalankan npm ci di folder Antre. Linux memerlukan glibc 2.28 atau lebih baru.',
  },
  spooler_missing: {
    name: 'Antrean cetak Windows mati',
    officer: tellAdmin.id,
    admin: 'Nyalakan layanan Print Spooler di Windows (services.msc). Di luar Windows, spooler: tidak ada.',
  },
};

const english: Words = {
  paper_out: {
    name: 'Out of paper',
    officer: 'Open the cover, put a new roll in, close it. Printing goes on by itself.',
    admin: 'Tickets that wait are printed in order once there is paper.',
  },
  paper_low: { name: 'Paper nearly out', officer: 'Bring a new roll to the printer.', admin: null },
  cover_open: { name: 'Cover open', officer: 'Close it until it clicks.', admin: null },
  cutter: {
    name: 'Cutter jammed',
    officer: 'Switch the printer off, open it, pull the stuck paper out, switch it on again.',
    admin: 'If it happens often, clean the cutter’s blade or call the technician.',
  },
  overheated: {
    name: 'Print head too hot',
    officer: 'Wait some minutes; it goes on by itself.',
    admin: 'If it happens often, look at its vents and the print density.',
  },
  mechanical: {
    name: 'Paper jam',
    officer: 'Open the cover, take the folded paper out, close it.',
    admin: 'If it happens often, clean the paper’s way and look at the roll.',
  },
  unrecoverable: {
    name: 'Printer broken',
    officer: 'Switch it off, wait ten seconds, switch it on. If it stays so, tell the admin.',
    admin: 'The printer reports a fault that does not pass by itself: call the technician.',
  },
  feed_button: { name: 'Paper button pressed', officer: 'Let go of the paper button.', admin: null },
  not_ready: { name: 'Not ready', officer: 'Wait a moment, then look at its lamps.', admin: null },
  ticket_in_mouth: {
    name: 'Ticket not taken',
    officer: 'A ticket hangs in its mouth. Take it, and hand it to its owner if still here.',
    admin: null,
  },
  cannot_tell: {
    name: 'Cannot be asked',
    officer: 'Look at its paper yourself: this printer can’t report.',
    admin:
      'Antre can only send to this printer, and does not know when its paper is out. Its tickets are noted as unconfirmed.',
  },
  not_answering: { name: 'No answer yet', officer: cable.en, admin: null },
  not_found: { name: 'Not found', officer: cable.en, admin: 'Check the address that is kept, too.' },
  busy: {
    name: 'In use by another program',
    officer: tellAdmin.en,
    admin: 'Close the other program that uses this printer, or take it off the other computer.',
  },
  denied: {
    name: 'Not allowed',
    officer: tellAdmin.en,
    admin: 'On Linux: put Antre’s user into the group lp (USB) or dialout (serial), then sign in anew.',
  },
  timed_out: {
    name: 'Silent',
    officer: cable.en,
    admin:
      'On a serial port, check its speed (baud). For a printer that is on and never answers choose the kind that reports nothing.',
  },
  lost: { name: 'Connection lost', officer: cable.en, admin: null },
  no_driver: {
    name: 'Held by its Windows driver',
    officer: tellAdmin.en,
    admin: 'Install WinUSB for it with Zadig, or use its name in Windows (spooler:).',
  },
  usb_missing: {
    name: 'USB part not loaded',
    officer: tellAdmin.en,
    admin:
      'Check the printer’s cable. If it stays so, run npm ci in Antre’s folder, or use a network printer.',
  },
  serial_missing: {
    name: 'Serial part not loaded',
    officer: tellAdmin.en,
    admin: 'Run npm ci in Antre’s folder. Linux needs glibc 2.28 or newer.',
  },
  spooler_missing: {
    name: 'Windows spooler not running',
    officer: tellAdmin.en,
    admin: 'Start the service Print Spooler of Windows (services.msc). Elsewhere there is no spooler:.',
  },
};

/** The words for a cause on office pages, in the page's language. */
export function printerWords(language: 'id' | 'en', cause: PrinterCause): PrinterWords {
  return (language === 'id' ? indonesian : english)[cause];
}
