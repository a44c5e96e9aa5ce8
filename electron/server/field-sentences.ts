import type { Language } from '../contract/common';

/**
 * Why one field was refused, in Indonesian, by the contract's own English sentence. What stands behind a rule of zod's
 * (a length, a number's bounds, a kind) is in `sentenceOfRule`. Who reads krama sends nothing but buttons: Indonesian.
 */
const sentences: Readonly<Record<string, string>> = {
  'four to twelve digits': 'empat sampai dua belas angka',
  'Indonesian is always among them': 'bahasa Indonesia selalu ada',
  'a name like antrean.mpp.go.id': 'tulis nama seperti antrean.mpp.go.id',
  'an address like https://mpp.go.id': 'tulis alamat seperti https://mpp.go.id',
  'kiosk-… or display-…': 'tulis kiosk-… atau display-…',
  'six letters and digits, as the screen shows them': 'enam huruf dan angka seperti di layar',
  'hall, counter:ID or service:ID': 'tulis hall, counter:ID, atau service:ID',
  'each may stand only once': 'masing-masing hanya boleh sekali',
  'it must begin before it ends': 'mulainya harus sebelum akhirnya',
  'it ends before it begins': 'berakhir sebelum mulai',
  'a role may stand only once': 'satu peran hanya boleh sekali',
  'a clip is named letter-a': 'klip diberi nama seperti letter-a',
  'a weekday may stand only once': 'satu hari hanya boleh sekali',
  'usb:, tcp://, serial:, file:, share: or spooler:':
    'mulai dengan usb:, tcp://, serial:, file:, share:, atau spooler:',
  'an address, or a range such as 192.168.1.20-60': 'tulis alamat, atau rentang seperti 192.168.1.20-60',
  'a port is a number from 1 to 65535': 'port ditulis dengan angka 1 sampai 65535',
  'one or two capitals, then at most one digit': 'satu atau dua huruf besar, lalu paling banyak satu angka',
  'it must open before it closes': 'buka harus sebelum tutup',
  'a break must lie within the opening hours and begin before it ends':
    'istirahat harus di dalam jam buka, dan mulai sebelum berakhir',
  'two counters have the same code': 'dua gerai memakai huruf yang sama',
  'lower-case letters, digits, . _ -': 'huruf kecil, angka, titik, garis',
  'an id is a whole number written as text': 'nomor pengenal tidak benar',
  'a time is written 08:00': 'jam ditulis 08:00',
  'as many dots as width and height say': 'jumlah titik tidak sesuai lebar dan tinggi',
  'not before from': 'tidak boleh sebelum tanggal mulai',
  'not before the first day': 'tidak boleh sebelum hari pertama',
  'at most five years from today': 'paling jauh lima tahun dari hari ini',
  'at most five years after from': 'paling lama lima tahun',
  "the name of one of the hall's own pictures": 'bukan gambar milik balai ini',
  'plain text, without control characters': 'tulisan biasa, tanpa tanda yang tidak tampak',
  'an address without a name and password': 'alamat tanpa nama dan kata sandi di dalamnya',
  'one line of letters, without control characters': 'satu baris tulisan biasa',
  'a colour is written #0a5c50': 'warna ditulis seperti #0a5c50',
  'many use it, and it is guessed first; choose another':
    'banyak dipakai orang dan paling dulu ditebak; pilih yang lain',
  'it is the present one': 'sama dengan yang sekarang',
  'this field is unknown': 'isian ini tidak dikenal',
  'this is not acceptable': 'tidak dapat diterima',
  'send the file as application/octet-stream': 'kirim berkas sebagai application/octet-stream',
  'it did not arrive whole': 'tidak sampai dengan utuh',
  'a job of this kiosk': 'bukan tugas cetak kios ini',
  'a wish of this kiosk': 'bukan permintaan untuk kios ini',
  'a code like K7M3-9QXP-2R4T': 'tulis kode seperti K7M3-9QXP-2R4T',
  'a cursor of this list': 'bukan penanda daftar ini',
  'it is no kiosk that is let in': 'bukan kios yang terdaftar',
  'it is set up already': 'sudah dipasang',
  'it is the kiosk of this machine': 'ini kios komputer ini sendiri',
  'a copy is being made or restored': 'cadangan sedang dibuat atau dipulihkan',
  'somebody waits whose number would stand twice': 'masih ada yang menunggu dengan nomor yang akan ganda',
  'why is it cancelled': 'tulis alasannya',
  'a holder gives no reason': 'pemegang tiket tidak menulis alasan',
  'answer at least one element, or leave a message': 'nilai paling sedikit satu unsur, atau tulis pesan',
  'write what whoever left it should read': 'tulis jawaban untuk yang mengadu',
  'it is no whole PNG or JPEG picture of usual size': 'bukan gambar PNG atau JPEG yang utuh',
};

/** The sentences that name something: their English, and the Indonesian with what is named. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [
    /^(#\w{6}) on (#\w{6}) has a contrast of ([\d.]+), at least ([\d.]+) is needed$/,
    '$1 di atas $2 berkontras $3, paling sedikit $4',
  ],
  [/^there is no time zone (.*)$/, 'tidak ada zona waktu $1'],
  [/^(.*) is no time zone; write it like Asia\/Jakarta$/, '$1 bukan zona waktu; tulis seperti Asia/Jakarta'],
  [/^there is no (?:counter|service) (\S+) in the hall$/, 'nomor $1 tidak ada di balai ini'],
  [/^there is no counter (.*)$/, 'tidak ada gerai $1'],
  [/^counter (\S+) has no service (\S+)$/, 'gerai $1 tidak mempunyai layanan $2'],
  [/^there is no service at (.*)$/, 'tidak ada layanan di urutan $1'],
  [/^there is a desk (\S+) already$/, 'loket $1 sudah ada'],
  [/^(\S+) belongs to counter (.*) already$/, '$1 sudah dipakai gerai $2'],
  [/^no call has a (.*)$/, 'tidak ada panggilan yang memakai $1'],
];

/** A rule of zod's that a field broke: its code, and what it said of itself. */
export interface BrokenRule {
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Why a field was refused, in the reader's language. `message` is the English sentence. */
export function fieldSentence(message: string, language: Language, rule?: BrokenRule): string {
  const own = !message.startsWith('Invalid ');
  if (language === 'en') return (rule && sentenceOfRule(rule, 'en', own)) ?? message;
  const known = sentences[message];
  if (known !== undefined) return known;
  for (const [english, indonesian] of patterns) {
    if (english.test(message)) return message.replace(english, indonesian);
  }
  return (rule && sentenceOfRule(rule, 'id', own)) ?? message;
}

/** In words what zod says in terms of programs; undefined where the rule has a sentence of its own. */
function sentenceOfRule(
  { keyword, params }: BrokenRule,
  language: 'id' | 'en',
  hasOwnSentence: boolean,
): string | undefined {
  const of = (id: string, en: string) => (language === 'id' ? id : en);
  const bound = String(params[keyword === 'too_small' ? 'minimum' : 'maximum']);
  const unit =
    { string: of(' huruf', ' letters'), array: of(' butir', ' entries') }[String(params.origin)] ?? '';
  switch (keyword) {
    case 'too_small':
      if (params.origin === 'string' && bound === '1') return of('harus diisi', 'must be filled in');
      return of(`paling sedikit ${bound}${unit}`, `at least ${bound}${unit}`);
    case 'too_big':
      return of(`paling banyak ${bound}${unit}`, `at most ${bound}${unit}`);
    case 'invalid_type':
      return of('belum diisi, atau isinya tidak sesuai jenisnya', 'it is missing or of the wrong kind');
    case 'invalid_value':
      return of('bukan salah satu pilihan', 'it is none of the choices');
    case 'invalid_union':
      return of('bukan salah satu bentuk yang dikenal', 'it has none of the known forms');
    case 'invalid_format':
      // A pattern may have a sentence of its own.
      return hasOwnSentence ? undefined : of('cara menulisnya tidak benar', 'it is not written rightly');
    default:
      return undefined;
  }
}
