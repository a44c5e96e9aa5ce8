/** What the guided set-up and the list of findings say. */
export const setUpIndonesian = {
  'section.setUp': 'Persiapan',
  'setUp.steps': 'Langkah persiapan',
  'setUp.done': 'selesai',
  'setUp.back': 'Kembali',
  'setUp.skip': 'Lewati dahulu',
  'setUp.next': 'Selesai, lanjut',
  'setUp.later': 'Boleh ditinggalkan; dilanjutkan di sini kapan saja.',
  'setUp.saved': 'Tersimpan.',
  'setUp.logo.help':
    'PNG atau JPEG, sebaiknya PNG tanpa latar. Dipakai di kios, layar lobi, dan kertas tiket.',
  'setUp.logo.saved': 'Tersimpan untuk kios, layar lobi, dan kertas.',
  'setUp.hall': 'Nama balai',
  'setUp.hall.purpose':
    'Tampil di kios, layar lobi, dan tiket. Waktu setempat menentukan jam buka dan tanggal nomor.',
  'setUp.counters': 'Gerai',
  'setUp.counters.purpose':
    'Gerai yang lazim di mal pelayanan publik sudah disiapkan. Biarkan tercentang yang ada di balai ini; yang lain tidak tampil dan dapat dikembalikan.',
  'setUp.counters.count_other': '{{count}} gerai dipakai.',
  'setUp.counters.more': 'Ubah nama dan huruf gerai, atau tambah gerai lain',
  'setUp.desks': 'Loket',
  'setUp.desks.purpose':
    'Tempat petugas memanggil nomor. Gerai tanpa loket memberi nomor yang tidak dapat dipanggil.',
  'setUp.desks.change': 'Kurangi, tambah',
  'setUp.desks.none': 'belum ada loket',
  'setUp.desks.fewer': 'Kurangi loket {{counter}}',
  'setUp.desks.more': 'Tambah loket {{counter}}',
  'setUp.desks.section': 'Ubah nomor, papan, dan layanan tiap loket',
  'setUp.hours': 'Jam buka',
  'setUp.hours.purpose':
    'Nomor diberikan hanya pada jam ini. Gerai atau layanan yang berbeda, seperti paspor hari Rabu, diberi jam sendiri.',
  'setUp.hours.more': 'Jam sendiri bagi gerai atau layanan',
  'setUp.hours.closures': 'Hari libur',
  'setUp.printer': 'Pencetak tiket',
  'setUp.printer.purpose': 'Cetak satu tiket percobaan, lalu lihat apakah nomor dan garisnya jelas.',
  'setUp.printer.test': 'Cetak percobaan',
  'setUp.printer.printed': 'Tercetak.',
  'setUp.printer.unconfirmed': 'Terkirim. Pencetak ini tidak dapat memastikan; lihat kertasnya.',
  'setUp.printer.uncertain': 'Belum pasti. Lihat kertasnya.',
  'setUp.printer.not_sent': 'Tidak terkirim. Periksa kabel, kertas, dan tutupnya.',
  'setUp.printer.without':
    'Belum ada pencetak. Nomor tetap dapat diberikan: tiketnya tampil sebagai gambar di layar.',
  'setUp.printer.choose': 'Cari dan pilih pencetak',
  'setUp.people': 'Petugas',
  'setUp.people.purpose': 'Setiap petugas masuk dengan namanya sendiri, agar jelas siapa memanggil siapa.',
  'setUp.network': 'Jaringan',
  'setUp.network.purpose':
    'Loket dan layar di komputer lain memerlukan jaringan balai. Bila semua ada di komputer ini, langkah ini tidak diperlukan.',
  'setUp.live': 'Mulai pelayanan',
  'setUp.live.purpose':
    'Cobalah dahulu: ambil nomor di kios dan panggil di loket. Bila sudah baik, mulai pelayanan.',
  'setUp.live.left': 'Belum ditandai selesai: {{steps}}.',

  'findings.title': 'Perlu dilihat',
  'findings.none': 'Tidak ada yang perlu dilihat pada pengaturan dan perangkat.',
  'findings.unreadable': 'ada yang tidak terbaca dari penyimpanan: {{detail}}',
  'findings.no_name': 'belum punya nama dalam {{detail}}; yang tampil nama Indonesianya',
  'findings.not_on_paper': 'tidak bisa dicetak di tiket: {{detail}} – tulis dengan huruf Latin',
  'findings.unknown_icon': 'gambar “{{detail}}” tidak dikenal atau berkasnya hilang; tampil gambar umum',
  'findings.no_logo': 'berkas logo hilang; tampil bintang Antre',
  'findings.no_hours': 'tidak punya jam buka pada hari mana pun',
  'findings.no_desk': 'tidak ada loket yang melayaninya; nomornya tidak dapat dipanggil',
  'findings.no_service': 'belum punya layanan; di kios tampil tutup',
  'findings.no_reach':
    'tidak mencapai gerai mana pun ({{detail}}); periksa instansi dan gerainya di bagian Orang',
  'findings.no_counter': 'tidak ada gerai untuk perangkat ini; periksa zona ({{detail}}) dan gerainya',
  'findings.touch_screen': 'layar sentuh {{detail}}',
  'findings.scanner': 'pemindai {{detail}}',
  'findings.held_stream':
    'kabar langsung tertahan di alamat {{detail}}, biasanya oleh antivirus atau proksi; halamannya memeriksa sendiri tiap detik sebagai ganti. Minta petugas teknis mengecualikan alamat Antre di antivirus komputer itu',
  'findings.more': 'Tampilkan {{count}} lagi',
  'findings.hall': 'Balai',
  'findings.ticket': 'Tulisan di tiket',
};

export const setUpEnglish: Record<keyof typeof setUpIndonesian, string> & Record<string, string> = {
  'section.setUp': 'Set-up',
  'setUp.steps': 'Steps of the set-up',
  'setUp.done': 'done',
  'setUp.back': 'Back',
  'setUp.skip': 'Skip for now',
  'setUp.next': 'Done, go on',
  'setUp.later': 'You may leave; it goes on here at any time.',
  'setUp.saved': 'Saved.',
  'setUp.logo.help':
    "PNG or JPEG, at best PNG with nothing behind the sign. Used on the kiosk, the lobby's screen and the tickets' paper.",
  'setUp.logo.saved': "Saved for the kiosk, the lobby's screen and paper.",
  'setUp.hall': "The hall's name",
  'setUp.hall.purpose':
    'Stands on kiosk, lobby screen and tickets. The local time decides about hours and the date of numbers.',
  'setUp.counters': 'Counters',
  'setUp.counters.purpose':
    'The usual counters of a public service mall are prepared. Keep those ticked that this hall has; the others do not show and can come back.',
  'setUp.counters.count_one': '{{count}} counter in use.',
  'setUp.counters.count_other': '{{count}} counters in use.',
  'setUp.counters.more': "Change counters' names and letters, or add others",
  'setUp.desks': 'Desks',
  'setUp.desks.purpose':
    'Where officers call numbers. A counter without a desk gives numbers that nobody can call.',
  'setUp.desks.change': 'Fewer, more',
  'setUp.desks.none': 'no desk yet',
  'setUp.desks.fewer': 'One desk fewer for {{counter}}',
  'setUp.desks.more': 'One desk more for {{counter}}',
  'setUp.desks.section': "Change each desk's number, sign and services",
  'setUp.hours': 'Opening hours',
  'setUp.hours.purpose':
    'Numbers are given at these hours only. A counter or service that differs, like passports on Wednesdays, gets hours of its own.',
  'setUp.hours.more': 'Own hours for a counter or service',
  'setUp.hours.closures': 'Closed days',
  'setUp.printer': 'Ticket printer',
  'setUp.printer.purpose': 'Print a test ticket and see whether number and lines are clear.',
  'setUp.printer.test': 'Print a test',
  'setUp.printer.printed': 'Printed.',
  'setUp.printer.unconfirmed': 'Sent. This printer cannot confirm; look at the paper.',
  'setUp.printer.uncertain': 'Not certain. Look at the paper.',
  'setUp.printer.not_sent': 'Not sent. Check cable, paper and cover.',
  'setUp.printer.without':
    'There is no printer yet. Numbers can be given all the same: tickets are shown as pictures.',
  'setUp.printer.choose': 'Find and choose a printer',
  'setUp.people': 'Officers',
  'setUp.people.purpose':
    'Each officer signs in with a name of their own, so that it is clear who called whom.',
  'setUp.network': 'Network',
  'setUp.network.purpose':
    "Desks and screens on other computers need the hall's network. If all is on this computer, you don't need this step.",
  'setUp.live': 'Go live',
  'setUp.live.purpose':
    'Try it first: take a number at the kiosk and call it at a desk. When all is well, go live.',
  'setUp.live.left': 'Not marked as done: {{steps}}.',

  'findings.title': 'To look at',
  'findings.none': 'There is nothing to look at in the settings and the devices.',
  'findings.unreadable': 'something cannot be read from storage: {{detail}}',
  'findings.no_name': 'has no name in {{detail}}; the Indonesian one is shown',
  'findings.not_on_paper': 'cannot be printed on tickets: {{detail}} – write it in Latin letters',
  'findings.unknown_icon': 'picture “{{detail}}” is not known or its file is gone; a common one is shown',
  'findings.no_logo': "the logo's file is gone; Antre's star is shown",
  'findings.no_hours': 'has no opening hours on any day',
  'findings.no_desk': 'no desk serves it; its numbers cannot be called',
  'findings.no_service': 'has no services yet; the kiosk shows it as closed',
  'findings.no_reach':
    'reaches no counter ({{detail}}); look at their institutions and counters under People',
  'findings.no_counter':
    'there is no counter for this device; look at its zone ({{detail}}) and its counters',
  'findings.touch_screen': 'touch screen {{detail}}',
  'findings.scanner': 'scanner {{detail}}',
  'findings.held_stream':
    'live news is held back at {{detail}}, mostly by an antivirus or a proxy; its page asks each second instead. Ask the technician to exempt the address of Antre in the antivirus of that computer',
  'findings.more': 'Show {{count}} more',
  'findings.hall': 'Hall',
  'findings.ticket': 'Texts on tickets',
};
