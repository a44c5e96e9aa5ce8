import type { Said } from './history/said';
import type { SettingKey } from './settings';

/** What stands behind a number. */
export const unitNames = {
  numbers: { id: 'nomor', en: 'numbers' },
  lines: { id: 'baris', en: 'lines' },
  times: { id: 'kali', en: 'times' },
  seconds: { id: 'detik', en: 'seconds' },
  minutes: { id: 'menit', en: 'minutes' },
} as const satisfies Readonly<Record<string, Said>>;
export type UnitName = keyof typeof unitNames;

/** What a field is called, for those who change it and those who read of it in the history. */
export interface FieldWords {
  readonly label: Said;
  readonly help?: Said;
  readonly unit?: UnitName;
  /** Its values, where it knows only some. */
  readonly values?: Readonly<Record<string, Said>>;
  /** Its name in the history, where the label says too little outside its section. */
  readonly inHistory?: Said;
}

/**
 * The sections of the admin page in which a setting is a row of the table of fields; null: it is set elsewhere, and the
 * comment beside says where.
 */
export type SettingSection = 'hall' | 'kiosk' | 'display' | 'voice';
interface SettingWords extends FieldWords {
  readonly section: SettingSection | null;
}

/** The parts of the lobby screen's layout, in the order of its section. */
export const displayWords = {
  lastCalls: {
    label: { id: 'Panggilan sebelumnya yang tampil', en: 'Earlier calls shown' },
    unit: 'numbers',
  },
  boardSeconds: {
    label: { id: 'Papan panggilan tampil', en: 'Calls stay for' },
    help: {
      id: 'Sesudah panggilan dan sesudah satu putaran tayangan.',
      en: 'After a call, and after each round of slides.',
    },
    unit: 'seconds',
  },
  nowServing: {
    label: { id: 'Nomor yang sedang dilayani tiap gerai', en: 'Numbers being served at each counter' },
  },
  notices: {
    label: { id: 'Pemberitahuan hari libur dan jam khusus', en: 'Notices of closed days and special hours' },
  },
  runningText: { label: { id: 'Teks berjalan', en: 'Running text' } },
} as const satisfies Readonly<Record<string, FieldWords>>;

/**
 * Each setting's words, and the section where it stands; the order here is that of the section. Bounds, steps and choices
 * are its schema's (`settings.ts`), its name in the history is its label.
 */
export const settingWords = {
  logo: {
    section: 'hall',
    label: { id: 'Logo', en: 'Logo' },
    help: {
      id: 'PNG atau JPEG, sebaiknya PNG tanpa latar. Tampil di kios dan layar lobi sebagai ganti bintang. Logo di kertas diatur di bagian Tiket.',
      en: "PNG or JPEG, at best PNG with nothing behind the sign. Stands on the kiosk and the lobby's screen in place of the star. The paper's logo is set under Ticket.",
    },
  },
  siteName: {
    section: 'hall',
    label: { id: 'Nama balai', en: "The hall's name" },
    help: { id: 'Tampil di kios, layar, dan tiket.', en: 'Stands on kiosk, screen and ticket.' },
  },
  city: {
    section: 'hall',
    label: { id: 'Kabupaten atau kota', en: 'Regency or city' },
    help: {
      id: 'Nama kelompok gerai dinas: “Dinas Kabupaten Pekalongan”.',
      en: "Names the regional offices' group: “Dinas Kabupaten Pekalongan”.",
    },
  },
  publicUrl: {
    section: 'hall',
    label: { id: 'Alamat untuk telepon pengunjung', en: "Address for visitors' phones" },
    help: {
      id: 'Alamat server ini di Wi-Fi balai. Kosong: tiket tanpa QR.',
      en: "This server's address in the hall's Wi-Fi. Empty: no QR on tickets.",
    },
  },
  exitPin: {
    section: 'hall',
    label: { id: 'PIN penutup kios', en: 'PIN that closes the kiosk' },
    help: {
      id: 'Empat sampai dua belas angka untuk menutup kios. Belum ada PIN.',
      en: 'Four to twelve digits that close the kiosk. There is none yet.',
    },
  },
  priorityRatio: {
    section: 'hall',
    label: { id: 'Nomor prioritas berturut-turut', en: 'Priority numbers in a row' },
    help: {
      id: 'Dipanggil sebelum satu nomor biasa, bila keduanya menunggu.',
      en: 'Called before one regular number, while both wait.',
    },
    unit: 'numbers',
  },
  recallLimit: {
    section: 'hall',
    label: { id: 'Panggilan ulang paling banyak', en: 'Repeated calls at most' },
    help: { id: 'Untuk satu nomor.', en: 'Of one number.' },
    unit: 'times',
  },
  calledMinutes: {
    section: 'hall',
    label: { id: 'Batas datang sesudah dipanggil', en: 'Time to come after a call' },
    help: {
      id: 'Lewat dari ini petugas ditawari “Tidak hadir”. 0: tanpa batas.',
      en: 'After it the officer is offered a no-show. 0: no limit.',
    },
    unit: 'minutes',
  },
  takeBackMinutes: {
    section: 'hall',
    label: { id: 'Waktu mengurungkan', en: 'Time to take back' },
    help: {
      id: 'Selama ini “Selesai” dan “Tidak hadir” yang salah tekan bisa diurungkan. 0: tidak bisa.',
      en: 'So long a mistaken finish or no-show can be taken back. 0: never.',
    },
    unit: 'minutes',
  },
  waitLimitMinutes: {
    section: 'hall',
    label: { id: 'Batas waktu menunggu', en: 'Limit of waiting' },
    help: {
      id: 'Lebih lama dari ini ditandai bagi penyelia.',
      en: 'A longer wait is marked for supervisors.',
    },
    unit: 'minutes',
  },
  targetWaitMinutes: {
    section: 'hall',
    label: { id: 'Target waktu menunggu', en: 'Target of waiting' },
    help: {
      id: 'Sembilan dari sepuluh pengunjung sebaiknya tidak menunggu lebih lama; saran petugas memakai ini.',
      en: 'Nine of ten visitors should wait no longer; the advice on officers aims at this.',
    },
    unit: 'minutes',
  },
  graceMinutes: {
    section: 'hall',
    label: { id: 'Petugas ditunggu paling lama', en: 'An officer is waited for' },
    help: {
      id: 'Sejak jam buka, atau sejak petugas terakhir meninggalkan loket. Sesudah itu gerai dianggap tanpa petugas.',
      en: 'From the opening, or from when the last officer left the desk. Then the counter counts as deserted.',
    },
    unit: 'minutes',
  },
  numbersEnd: {
    section: 'hall',
    label: { id: 'Kapan nomor berhenti sebelum tutup', en: 'When numbers end before closing' },
    help: {
      id: 'Menit tetap ada di jam buka dan berlaku pada kedua pilihan. Menurut perkiraan panggilan, kios juga berhenti bila pengambil nomor lebih mungkin dipanggil sesudah tutup; petugas tetap dapat menambah pengunjung.',
      en: 'The fixed minutes stand in the opening hours and hold in both cases. By the expected call the kiosk also stops once whoever takes a number would more likely than not be called after closing; officers can still add a visitor.',
    },
    values: {
      fixed: { id: 'Menit tetap sebelum tutup', en: 'Fixed minutes before closing' },
      expected_call: {
        id: 'Juga bila panggilan diperkirakan sesudah tutup',
        en: 'Also when the call is expected after closing',
      },
    },
  },
  timezone: {
    section: 'hall',
    label: { id: 'Waktu setempat', en: 'Local time' },
    help: { id: 'Dipakai untuk jam buka, tanggal, dan tiket.', en: 'By which hours, days and tickets go.' },
    inHistory: { id: 'zona waktu', en: 'time zone' },
  },
  slot: {
    section: 'hall',
    label: { id: 'Tiket keluar', en: 'Tickets come out' },
    help: { id: 'Ke sana panah di kios menunjuk.', en: "Where the kiosk's arrow points." },
    values: {
      below: { id: 'di bawah layar', en: 'below the screen' },
      left: { id: 'di kiri layar', en: 'at its left' },
      right: { id: 'di kanan layar', en: 'at its right' },
    },
    inHistory: { id: 'letak celah kertas', en: 'where the paper comes out' },
  },
  paperWidth: {
    section: 'hall',
    label: { id: 'Lebar kertas', en: 'Width of paper' },
    help: {
      id: 'Untuk printer yang tidak diatur di bagian Printer, dan gambar tiket di layar.',
      en: 'Of a printer that is not set under Printers, and of pictures on the screen.',
    },
  },
  qrMode: {
    section: 'hall',
    label: { id: 'Kode QR digambar', en: 'QR code is drawn' },
    help: {
      id: 'Untuk printer itu juga. Oleh Antre, bila printer tidak mencetak kodenya.',
      en: 'Of such a printer. By Antre, where the printer leaves the code out.',
    },
    values: {
      native: { id: 'oleh printer', en: 'by the printer' },
      raster: { id: 'oleh Antre', en: 'by Antre' },
    },
  },
  infoFrameAncestors: {
    section: 'hall',
    label: {
      id: 'Situs yang boleh menampilkan halaman informasi',
      en: 'Sites that may show the information page',
    },
    help: {
      id: 'Jam buka dan antrean (/info) di dalam situs lain. Satu alamat sebaris.',
      en: 'Opening hours and queues (/info) within another site. One address a line.',
    },
  },
  hostNames: {
    section: 'hall',
    label: { id: 'Nama lain di jaringan', en: 'Further names in the network' },
    help: {
      id: 'Bila komputer Antre dibuka dengan nama, bukan angka. Satu nama tiap baris; yang tidak tertulis di sini ditolak.',
      en: 'One name a line, where a router or name server points to this computer. Names that are not written here are refused.',
    },
  },
  absentGivesNumbers: {
    section: 'hall',
    label: { id: 'Nomor tetap keluar walau tanpa petugas', en: 'Give numbers without an officer too' },
    help: {
      id: 'Bila mati, kios berhenti memberi nomor gerai yang dianggap tanpa petugas, dan mengatakannya.',
      en: 'If off, the kiosk stops giving numbers of a deserted counter, and says so.',
    },
  },
  breaksNeedAsking: {
    section: 'hall',
    label: { id: 'Istirahat harus diminta dulu', en: 'Breaks are asked for first' },
    help: {
      id: 'Bila hidup, istirahat petugas dimulai setelah penyelia mengizinkan.',
      en: 'If on, an officer’s break begins once a supervisor has granted it.',
    },
  },
  paperlessAllowed: {
    section: 'hall',
    label: { id: 'Boleh tanpa kertas', en: 'Numbers without paper' },
    help: {
      id: 'Saat kertas habis, pengunjung mendapat nomor di layar.',
      en: 'When paper has run out, visitors get a number on the screen.',
    },
  },
  phoneJoining: {
    section: 'hall',
    label: { id: 'Nomor lewat HP', en: 'Numbers by phone' },
    help: {
      id: 'Pengunjung memindai kode di layar pintu (alamatnya berakhir /pintu), lalu mengambil nomor dengan HP. Kode berganti tiap menit.',
      en: 'Visitors scan the code on the screen at the door (its address ends in /pintu) and take a number by phone. The code changes each minute.',
    },
  },
  lanOpen: {
    section: 'hall',
    label: { id: 'Buka bagi jaringan balai', en: "Open to the hall's network" },
    help: {
      id: 'Meja loket dan layar di komputer lain dapat tersambung, mulai Antre dinyalakan lagi.',
      en: 'Desks and screens on other computers can connect, from the next start of Antre.',
    },
  },
  kioskPrompt: {
    section: 'kiosk',
    label: { id: 'Ajakan di halaman pertama', en: 'Prompt on the first screen' },
    help: { id: 'Kosong: “Silakan pilih gerai”.', en: 'Empty: “Please choose a counter”.' },
    inHistory: { id: 'pertanyaan di kios', en: 'prompt of the kiosk' },
  },
  kioskNotice: {
    section: 'kiosk',
    label: { id: 'Pemberitahuan', en: 'Notice' },
    help: { id: 'Tampil di samping ajakan. Kosong: tidak ada.', en: 'Beside the prompt. Empty: none.' },
    inHistory: { id: 'pemberitahuan di kios', en: 'notice on the kiosk' },
  },
  languages: {
    section: 'kiosk',
    label: { id: 'Bahasa yang ditawarkan', en: 'Languages offered' },
    help: {
      id: 'Di kios, telepon pengunjung, dan teks berjalan. Bahasa Indonesia selalu ada.',
      en: "On the kiosk, visitors' phones and in the running text. Indonesian is always there.",
    },
    inHistory: { id: 'bahasa', en: 'languages' },
  },
  idleSeconds: {
    section: 'kiosk',
    label: { id: 'Kembali ke awal sesudah', en: 'Back to the start after' },
    help: {
      id: 'Tanpa sentuhan; delapan detik terakhir bertanya dahulu.',
      en: 'Without a touch; in the last eight seconds it asks.',
    },
    unit: 'seconds',
    inHistory: { id: 'kios kembali sesudah diam (detik)', en: 'kiosk returns after (seconds)' },
  },
  kioskColours: {
    section: 'kiosk',
    label: { id: 'Warna', en: 'Colours' },
    inHistory: { id: 'warna kios', en: 'colours of the kiosk' },
  },
  display: {
    section: 'display',
    label: { id: 'Susunan layar', en: 'Layout of the screen' },
    inHistory: { id: 'tata letak layar lobi', en: 'lobby screen layout' },
  },
  runningText: {
    section: 'display',
    label: { id: 'Teks berjalan', en: 'Running text' },
  },
  voiceVolume: {
    section: 'voice',
    label: { id: 'Keras suara', en: 'Volume' },
    inHistory: { id: 'keras suara', en: 'volume of the voice' },
  },
  voiceSpeed: {
    section: 'voice',
    label: { id: 'Kecepatan bicara', en: 'Speed of speech' },
    inHistory: { id: 'kecepatan suara', en: 'speed of the voice' },
  },
  voiceNames: {
    section: 'voice',
    label: { id: 'Sebut nama gerai', en: 'Name the counter' },
    help: {
      id: 'Dari rekaman di bawah; yang belum direkam disebut di akhir oleh suara komputer layar, bila ada.',
      en: "From the recordings below; others are said at the end by the screen's own voice, where it has one.",
    },
    inHistory: { id: 'suara menyebut gerai', en: 'the voice names the counter' },
  },
  quietHours: {
    section: 'voice',
    label: { id: 'Jam tenang', en: 'Quiet hours' },
    help: { id: 'Tanpa suara; panggilan tetap tampil.', en: 'No sound; calls are still shown.' },
  },
  announceStops: {
    section: 'voice',
    label: { id: 'Umumkan pelayanan yang berhenti', en: 'Announce services that stop' },
    help: {
      id: 'Layar lobi menampilkannya besar dengan bunyi tanda, dan mengucapkannya bila komputer layar itu punya suara bahasa Indonesia.',
      en: 'The lobby screen shows it large with a chime, and says it where its computer has an Indonesian voice.',
    },
  },
  // Ended by go-live alone.
  practice: { section: null, label: { id: 'mode latihan', en: 'practice mode' } },
  // Marked by the steps of the guided set-up.
  setUpDone: {
    section: null,
    label: { id: 'langkah persiapan selesai', en: 'steps of the set-up done' },
    values: {
      hall: { id: 'balai', en: 'hall' },
      counters: { id: 'gerai', en: 'counters' },
      desks: { id: 'loket', en: 'desks' },
      hours: { id: 'jam', en: 'hours' },
      printer: { id: 'printer', en: 'printer' },
      people: { id: 'orang', en: 'people' },
      network: { id: 'jaringan', en: 'network' },
      live: { id: 'mulai melayani', en: 'begin to serve' },
    },
  },
  // Told, never set: `exitPin` sets it.
  exitPinSet: { section: null, label: { id: 'ada PIN kios', en: 'kiosk PIN is set' } },
  // In the section HTTPS, once it is known that desks can come by it.
  httpsRequired: {
    section: null,
    label: { id: 'loket dan admin wajib HTTPS', en: 'HTTPS required of desks and admins' },
  },
  // On the reports' page, what is kept of the days that are over.
  saveDayReports: { section: null, label: { id: 'laporan harian disimpan', en: 'daily reports are saved' } },
  keepTicketsMonths: { section: null, label: { id: 'tiket disimpan (bulan)', en: 'tickets kept (months)' } },
  surveyKeptMonths: { section: null, label: { id: 'survei disimpan (bulan)', en: 'survey kept (months)' } },
} as const satisfies Readonly<Record<SettingKey, SettingWords>>;
