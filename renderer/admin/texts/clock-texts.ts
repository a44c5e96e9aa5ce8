/** What is said of a computer's clock that isn't believed. */
export const clockIndonesian = {
  'clock.title': 'Jam komputer Antre',
  'clock.held': 'Jam komputer Antre berubah tiba-tiba. Balai tetap memakai jamnya sendiri.',
  'clock.unknown': 'Jam komputer Antre tidak masuk akal. Balai belum berpindah tanggal.',
  'clock.others': 'Jam komputer Antre berbeda dari komputer lain di balai.',
  'clock.ahead': 'Balai memakai tanggal yang belum tiba.',
  'clock.open': 'Periksa jam',
  'clock.computer': 'Jam komputer',
  'clock.hall': 'Jam balai',
  'clock.date': 'Tanggal balai',
  'clock.machines': 'Komputer lain',
  'clock.wrong':
    'Jam komputer salah? Betulkan di pengaturan waktu komputer Antre. Balai mengikutinya sendiri.',
  'clock.right':
    'Jam komputer benar? Centang di bawah ini, lalu tekan “Ikuti jam komputer”. Yang akan terjadi:',
  'clock.rightAsk': 'Jam komputer benar? Minta admin membuka “Periksa jam” dan menekan “Ikuti jam komputer”.',
  'clock.goes': 'Balai memakai tanggal {{date}}.',
  'clock.stays': 'Balai tetap pada tanggal {{date}} dan mengikuti jam komputer.',
  'clock.tickets': '{{count}} nomor dari tanggal yang salah masuk ke tanggal sebenarnya.',
  'clock.waiting': '{{count}} nomor yang masih menunggu tetap dipanggil dengan nomornya.',
  'clock.renumbered':
    '{{count}} nomor yang sudah selesai diberi nomor lain dalam laporan, sebab nomornya sudah terpakai.',
  'clock.next': 'Nomor berikutnya melanjutkan yang tertinggi; tidak ada nomor yang keluar dua kali.',
  'clock.reports': 'Laporan tanggal itu dihitung ulang.',
  'clock.ends': '{{count}} nomor dari tanggal lama masih menunggu, dan tidak akan dipanggil lagi.',
  'clock.clashing':
    'Belum bisa: nomor {{numbers}} masih menunggu, padahal nomor itu sudah keluar pada tanggal sebenarnya. Panggil dulu di loketnya, atau batalkan di halaman Balai; lalu kembali ke sini.',
  'clock.toHall': 'Buka halaman Balai',
  'clock.sure': 'Saya sudah melihat jam lain, dan jam komputer Antre benar.',
  'clock.confirm': 'Ikuti jam komputer',
  'clock.done': 'Balai sekarang mengikuti jam komputer, tanggal {{date}}.',
};

export const clockEnglish: Record<keyof typeof clockIndonesian, string> & Record<string, string> = {
  'clock.title': "Antre's computer clock",
  'clock.held': "The clock of Antre's computer changed suddenly. The hall keeps its own time.",
  'clock.unknown': "The clock of Antre's computer shows what cannot be. The hall stays on its date.",
  'clock.others': "The clock of Antre's computer differs from other computers of the hall.",
  'clock.ahead': 'The hall uses a date that has not come yet.',
  'clock.open': 'Check the clock',
  'clock.computer': "Computer's clock",
  'clock.hall': "Hall's time",
  'clock.date': "Hall's date",
  'clock.machines': 'Other computers',
  'clock.wrong':
    "Is the computer's clock wrong? Set it in the time settings of Antre's computer. The hall follows by itself.",
  'clock.right':
    "Is the computer's clock right? Tick the box below, then press “Follow the computer's clock”. What will happen:",
  'clock.rightAsk':
    "Is the computer's clock right? Ask an admin to open “Check the clock” and press “Follow the computer's clock”.",
  'clock.goes': 'The hall will use the date {{date}}.',
  'clock.stays': "The hall stays on {{date}} and follows the computer's clock.",
  'clock.tickets': '{{count}} numbers given on the wrong date move to the true date.',
  'clock.tickets_one': '1 number given on the wrong date moves to the true date.',
  'clock.waiting': '{{count}} numbers that still wait are called as they are.',
  'clock.waiting_one': '1 number that still waits is called as it is.',
  'clock.renumbered':
    '{{count}} numbers that are done get another in the reports, since theirs was given already.',
  'clock.renumbered_one': '1 number that is done gets another in the reports, since it was given already.',
  'clock.next': 'The next number goes on from the highest; none is given twice.',
  'clock.reports': 'The reports of that date are counted anew.',
  'clock.ends': '{{count}} numbers of the old date still wait, and will not be called any more.',
  'clock.ends_one': '1 number of the old date still waits, and will not be called any more.',
  'clock.clashing':
    'Not yet: {{numbers}} still wait, and the same numbers were given on the true date. Call them at their desks first, or cancel them on the page Hall; then come back here.',
  'clock.toHall': 'Open the page Hall',
  'clock.sure': "I looked at another clock, and that of Antre's computer is right.",
  'clock.confirm': "Follow the computer's clock",
  'clock.done': "The hall now follows the computer's clock: {{date}}.",
};
