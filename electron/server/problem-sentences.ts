import type { Language } from '../contract/common';
import type { ProblemCode } from '../contract/problems';

/** A short name of the problem, and a sentence that tells a visitor or officer what to do. */
export interface ProblemSentence {
  readonly title: string;
  /** `{opensAt}`, `{until}` and `{retryAfter}` stand for a local day and time, a day, and minutes. */
  readonly detail: string;
}

/**
 * What people read when a request is refused. The Javanese (krama) is for a native speaker to check.
 * A code whose sentence depends on what is known has a second one: `service_closed` without an opening.
 */
export const problemSentences: Readonly<
  Record<ProblemCode | 'service_closed_for_good', Readonly<Record<Language, ProblemSentence>>>
> = {
  invalid_request: {
    id: {
      title: 'Isian tidak dapat diterima',
      detail: 'Periksa lagi isian ini, lalu kirim ulang: {fields}.',
    },
    en: { title: 'Not acceptable', detail: 'Check these fields and send again: {fields}.' },
    jv: { title: 'Isian boten saged katampi', detail: 'Mangga isian menika katliti malih: {fields}.' },
  },
  already_answered: {
    id: { title: 'Sudah dinilai', detail: 'Penilaian untuk kunjungan ini sudah kami terima. Terima kasih.' },
    en: { title: 'Already answered', detail: 'This visit has been judged already. Thank you.' },
    jv: { title: 'Sampun kabiji', detail: 'Pambiji kangge rawuh menika sampun katampi. Matur nuwun.' },
  },
  survey_closed: {
    id: { title: 'Penilaian ditutup', detail: 'Kunjungan hanya dapat dinilai pada hari yang sama.' },
    en: { title: 'Survey closed', detail: 'A visit can be judged on the same day only.' },
    jv: { title: 'Pambiji sampun katutup', detail: 'Rawuh namung saged kabiji ing dinten ingkang sami.' },
  },
  complaints_full: {
    id: {
      title: 'Terlalu banyak pesan hari ini',
      detail: 'Sampaikan kepada petugas, lewat SP4N-LAPOR! di lapor.go.id, atau kembali ke sini besok.',
    },
    en: {
      title: 'Too many messages today',
      detail: 'Tell an officer, use SP4N-LAPOR! at lapor.go.id, or come back here tomorrow.',
    },
    jv: {
      title: 'Kekathahen atur dinten menika',
      detail:
        'Mangga matur dhateng petugas, lumantar SP4N-LAPOR! ing lapor.go.id, utawi wangsul mriki benjing.',
    },
  },
  malformed_json: {
    id: {
      title: 'Kiriman tidak terbaca',
      detail: 'Isi kiriman bukan JSON yang benar. Perbaiki, lalu kirim ulang.',
    },
    en: { title: 'Unreadable', detail: 'The body is not valid JSON. Correct it and send again.' },
    jv: {
      title: 'Kintunan boten saged kawaos',
      detail: 'Isinipun sanes JSON ingkang leres. Mangga kaleresaken.',
    },
  },
  not_signed_in: {
    id: { title: 'Belum masuk', detail: 'Silakan masuk dengan nama pengguna dan kata sandi Anda.' },
    en: { title: 'Not signed in', detail: 'Please sign in with your user name and password.' },
    jv: { title: 'Dereng mlebet', detail: 'Mangga mlebet mawi asma pangangge lan tembung sandi.' },
  },
  bad_credentials: {
    id: {
      title: 'Tidak dapat masuk',
      detail: 'Nama pengguna atau kata sandi tidak cocok. Periksa lalu coba lagi.',
    },
    en: { title: 'Cannot sign in', detail: 'The user name or password does not match. Check and try again.' },
    jv: {
      title: 'Boten saged mlebet',
      detail: 'Asma pangangge utawi tembung sandi boten cocok. Mangga dipuncobi malih.',
    },
  },
  https_needed: {
    id: {
      title: 'Masuk lewat HTTPS',
      detail:
        'Balai ini menerima kata sandi hanya lewat HTTPS. Muat ulang halaman ini: alamatnya berganti menjadi https.',
    },
    en: {
      title: 'Sign in by HTTPS',
      detail:
        'This hall takes passwords by HTTPS only. Reload this page: its address then begins with https.',
    },
    jv: {
      title: 'Mlebet mawi HTTPS',
      detail:
        'Tembung sandi namung katampi mawi HTTPS. Kaca punika mangga dipunbikak malih: alamatipun dados https.',
    },
  },
  forbidden: {
    id: {
      title: 'Tidak diizinkan',
      detail: 'Anda tidak berhak melakukan ini. Mintalah kepada penyelia atau admin.',
    },
    en: { title: 'Not allowed', detail: 'You may not do this. Ask a supervisor or admin.' },
    jv: {
      title: 'Boten kaparengaken',
      detail: 'Panjenengan boten kagungan wewenang. Mangga nyuwun dhateng penyelia utawi admin.',
    },
  },
  not_your_counter: {
    id: {
      title: 'Bukan gerai Anda',
      detail:
        'Akun Anda tidak untuk gerai ini. Serahkan kepada petugas atau penyelia gerai itu; admin dapat menambahkan instansinya pada akun Anda.',
    },
    en: {
      title: 'Not your counter',
      detail:
        'Your account is not for this counter. Leave it to that counter’s officers or supervisor; an admin can add its institution to your account.',
    },
    jv: {
      title: 'Sanes gerai panjenengan',
      detail:
        'Akun panjenengan boten kangge gerai punika. Kapasrahna dhateng petugas utawi penyelia gerai kala wau; admin saged nambahi instansinipun ing akun panjenengan.',
    },
  },
  whole_hall_only: {
    id: {
      title: 'Hanya untuk akun seluruh balai',
      detail:
        'Ini menyangkut seluruh balai, sedangkan akun Anda untuk instansinya sendiri. Mintalah kepada admin atau penyelia balai.',
    },
    en: {
      title: 'Only for accounts of the whole hall',
      detail:
        'This is about the whole hall, and your account is for its own institutions. Ask an admin or a supervisor of the hall.',
    },
    jv: {
      title: 'Namung kangge akun sedaya mal',
      detail:
        'Punika bab sedaya mal, dene akun panjenengan kangge instansinipun piyambak. Nyuwuna dhateng admin utawi penyelia mal.',
    },
  },
  password_wrong: {
    id: {
      title: 'Kata sandi salah',
      detail: 'Kata sandi Anda yang sekarang tidak cocok. Ketik lagi.',
    },
    en: { title: 'Wrong password', detail: 'Your present password does not match. Type it again.' },
    jv: {
      title: 'Tembung sandi klentu',
      detail: 'Tembung sandi panjenengan ingkang samenika boten cocok. Mangga dipunserat malih.',
    },
  },
  password_change_needed: {
    id: {
      title: 'Ganti kata sandi dahulu',
      detail: 'Kata sandi ini diberikan orang lain. Buat kata sandi Anda sendiri dahulu.',
    },
    en: {
      title: 'Change the password first',
      detail: 'Somebody else gave you this password. Make one of your own first.',
    },
    jv: {
      title: 'Tembung sandi dipungantos rumiyin',
      detail: 'Tembung sandi punika paringanipun tiyang sanes. Mangga damel piyambak rumiyin.',
    },
  },
  setup_code_wrong: {
    id: {
      title: 'Kode salah',
      detail: 'Kode pemasangan tidak cocok. Lihat kode di layar kios atau di berkas setup-code.',
    },
    en: {
      title: 'Wrong code',
      detail: 'The set-up code does not match. See the kiosk screen or the file setup-code.',
    },
    jv: {
      title: 'Kode klentu',
      detail: 'Kode pamasangan boten cocok. Mangga mirsani layar kios utawi berkas setup-code.',
    },
  },
  not_found: {
    id: {
      title: 'Tidak ditemukan',
      detail: 'Yang dicari tidak ada atau sudah dihapus. Muat ulang halaman ini.',
    },
    en: { title: 'Not found', detail: 'There is no such thing, or it was removed. Reload the page.' },
    jv: {
      title: 'Boten kapanggih',
      detail: 'Ingkang dipunpadosi boten wonten utawi sampun dipunbusak. Mangga kaca dipunwaos malih.',
    },
  },
  method_not_allowed: {
    id: {
      title: 'Cara tidak dikenal',
      detail: 'Alamat ini tidak menerima cara tersebut. Lihat daftar di openapi.json.',
    },
    en: { title: 'Method not allowed', detail: 'This address does not take that method. See openapi.json.' },
    jv: {
      title: 'Cara boten dipuntepangi',
      detail: 'Alamat menika boten nampi cara kasebat. Mangga mirsani openapi.json.',
    },
  },
  already_exists: {
    id: { title: 'Sudah ada', detail: 'Nama ini sudah dipakai. Pilih nama lain.' },
    en: { title: 'Already there', detail: 'This name is taken. Choose another.' },
    jv: { title: 'Sampun wonten', detail: 'Asma menika sampun dipunagem. Mangga milih sanesipun.' },
  },
  already_set_up: {
    id: { title: 'Sudah dipasang', detail: 'Admin pertama sudah dibuat. Silakan masuk dengan akun itu.' },
    en: { title: 'Already set up', detail: 'The first admin exists. Please sign in with that account.' },
    jv: { title: 'Sampun kapasang', detail: 'Admin sepisan sampun wonten. Mangga mlebet mawi akun menika.' },
  },
  desk_busy: {
    id: {
      title: 'Loket masih melayani',
      detail: 'Selesaikan dahulu nomor yang ada di loket ini, lalu panggil berikutnya.',
    },
    en: { title: 'Desk is busy', detail: 'Finish the ticket at this desk first, then call the next.' },
    jv: { title: 'Loket taksih ngladosi', detail: 'Mangga nomer ing loket menika dipunrampungaken rumiyin.' },
  },
  desk_not_taken: {
    id: { title: 'Loket belum dibuka', detail: 'Anda belum menempati loket ini. Pilih loket Anda dahulu.' },
    en: { title: 'Desk not taken', detail: 'You are not at this desk. Take your desk first.' },
    jv: {
      title: 'Loket dereng dipunbikak',
      detail: 'Panjenengan dereng manggen ing loket menika. Mangga milih loket rumiyin.',
    },
  },
  break_not_granted: {
    id: {
      title: 'Istirahat harus diminta dulu',
      detail: 'Di balai ini istirahat dimulai setelah penyelia mengizinkan. Mintalah dulu.',
    },
    en: {
      title: 'A break is asked for first',
      detail: 'In this hall a break begins once a supervisor has granted it. Ask for it first.',
    },
    jv: {
      title: 'Ngaso kedah nyuwun idin rumiyin',
      detail: 'Ing mal menika ngaso dipun wiwiti sasampunipun penyelia ngidini. Mangga nyuwun rumiyin.',
    },
  },
  for_another_officer: {
    id: {
      title: 'Menunggu petugas lain',
      detail:
        'Nomor ini dialihkan ke petugas lain yang sedang bertugas. Bila ia istirahat atau keluar, siapa pun boleh memanggil.',
    },
    en: {
      title: 'Waits for another officer',
      detail:
        'This number was sent to another officer, who is at work. Once they rest or leave, anybody may call it.',
    },
    jv: {
      title: 'Ngentosi petugas sanes',
      detail:
        'Nomer menika kaalih dhateng petugas sanes ingkang taksih makarya. Menawi piyambakipun ngaso, sinten kemawon kenging nimbali.',
    },
  },
  officer_away: {
    id: {
      title: 'Petugas itu tidak di loket',
      detail:
        'Petugas itu tidak sedang duduk di loket untuk layanan ini. Pilih petugas lain, atau layanannya saja.',
    },
    en: {
      title: 'That officer is not at a desk',
      detail: 'That officer sits at no desk that serves this. Choose another, or the service alone.',
    },
    jv: {
      title: 'Petugas menika boten wonten loket',
      detail:
        'Petugas menika boten lenggah ing loket layanan menika. Mangga pilih petugas sanes utawi layananipun kemawon.',
    },
  },
  nobody_behind: {
    id: {
      title: 'Tidak ada orang di belakang',
      detail: 'Belum ada orang di belakang nomor ini yang bisa didahulukan. Tempatnya tetap.',
    },
    en: {
      title: 'Nobody is behind',
      detail: 'Nobody stands behind this number who could go first. It keeps its place.',
    },
    jv: {
      title: 'Boten wonten tiyang wonten wingking',
      detail: 'Dereng wonten tiyang wonten wingkingipun nomer menika. Papanipun tetep.',
    },
  },
  step_out_limit: {
    id: {
      title: 'Sudah dua kali keluar sebentar',
      detail:
        'Nomor ini sudah dua kali keluar sebentar. Tunggu panggilan, atau beri giliran kepada orang lain.',
    },
    en: {
      title: 'Out for a while twice already',
      detail: 'This number was out for a while twice already. Wait for the call, or let others go first.',
    },
    jv: {
      title: 'Sampun kaping kalih medal sekedhap',
      detail:
        'Nomer menika sampun kaping kalih medal sekedhap. Mangga ngentosi dipuntimbali, utawi nyukani giliran.',
    },
  },
  pass_limit: {
    id: {
      title: 'Sudah tiga kali memberi giliran',
      detail: 'Nomor ini sudah tiga kali memberi giliran. Tempatnya tetap.',
    },
    en: {
      title: 'Others went first three times',
      detail: 'This number has let others go first three times already. It keeps its place.',
    },
    jv: {
      title: 'Sampun kaping tiga nyukani giliran',
      detail: 'Nomer menika sampun kaping tiga nyukani giliran. Papanipun tetep.',
    },
  },
  desk_paused: {
    id: {
      title: 'Loket sedang istirahat',
      detail: 'Loket ini sedang istirahat. Buka kembali dahulu, lalu lanjutkan.',
    },
    en: { title: 'Desk is paused', detail: 'This desk is paused. Resume it first.' },
    jv: { title: 'Loket saweg kendel', detail: 'Loket menika saweg kendel. Mangga dipunlajengaken rumiyin.' },
  },
  desk_taken: {
    id: {
      title: 'Loket sudah ditempati',
      detail: 'Petugas lain masih menempati loket ini, atau Anda masih di loket lain.',
    },
    en: { title: 'Desk is taken', detail: 'Somebody else is at this desk, or you are still at another.' },
    jv: {
      title: 'Loket sampun dipunpanggeni',
      detail: 'Petugas sanes taksih manggen ing loket menika, utawi panjenengan taksih ing loket sanes.',
    },
  },
  idempotency_conflict: {
    id: {
      title: 'Kunci sudah dipakai',
      detail: 'Kunci kiriman ini sudah dipakai untuk isi yang lain. Ulangi dari awal.',
    },
    en: {
      title: 'Key already used',
      detail: 'This Idempotency-Key came with another body before. Start again with a new one.',
    },
    jv: {
      title: 'Kunci sampun dipunagem',
      detail: 'Kunci kintunan menika sampun dipunagem kangge isi sanes. Mangga dipunwiwiti malih.',
    },
  },
  illegal_transition: {
    id: {
      title: 'Keadaan sudah berubah',
      detail: 'Nomor ini tidak sedang dalam keadaan yang memungkinkan itu. Lihat keadaan terbarunya.',
    },
    en: {
      title: 'Not possible now',
      detail: 'The ticket is not in a state that allows this. Look at its present state.',
    },
    jv: {
      title: 'Kawontenan sampun ewah',
      detail: 'Nomer menika boten saweg ing kawontenan ingkang saged dipunmekatenaken.',
    },
  },
  in_use: {
    id: {
      title: 'Masih dipakai',
      detail: 'Masih ada pengunjung, petugas, atau bagian gedung yang memakainya. Selesaikan dahulu.',
    },
    en: {
      title: 'Still in use',
      detail: 'Visitors, officers or a part of the hall still need it. See to those first.',
    },
    jv: {
      title: 'Taksih dipunagem',
      detail: 'Taksih wonten tamu, petugas, utawi perangan gedhong ingkang ngagem. Mangga karampungaken.',
    },
  },
  last_admin: {
    id: {
      title: 'Admin terakhir',
      detail: 'Harus selalu ada satu admin yang aktif. Jadikan orang lain admin dahulu.',
    },
    en: { title: 'Last admin', detail: 'One active admin must remain. Make somebody else an admin first.' },
    jv: {
      title: 'Admin pungkasan',
      detail: 'Kedah wonten satunggal admin ingkang aktif. Mangga ndamel admin sanes rumiyin.',
    },
  },
  backup_damaged: {
    id: {
      title: 'Cadangan rusak',
      detail:
        'Cadangan ini rusak atau terpotong, jadi tidak dipakai. Tidak ada yang diubah. Pilih cadangan lain.',
    },
    en: {
      title: 'Damaged copy',
      detail: 'This copy is damaged or cut off and was not used. Nothing was changed. Choose another.',
    },
    jv: {
      title: 'Cadangan risak',
      detail: 'Cadangan menika risak, boten kaagem. Boten wonten ingkang ewah. Mangga milih sanesipun.',
    },
  },
  backup_newer: {
    id: {
      title: 'Dari Antre yang lebih baru',
      detail: 'Cadangan ini dibuat oleh Antre yang lebih baru. Perbarui Antre dahulu. Tidak ada yang diubah.',
    },
    en: {
      title: 'From a newer Antre',
      detail: 'This copy was made by a newer Antre. Update Antre first. Nothing was changed.',
    },
    jv: {
      title: 'Saking Antre ingkang langkung enggal',
      detail: 'Mangga Antre dipunenggalaken rumiyin. Boten wonten ingkang ewah.',
    },
  },
  backup_without_admin: {
    id: {
      title: 'Cadangan tanpa admin',
      detail:
        'Dalam cadangan ini belum ada admin, sehingga tidak ada yang dapat masuk sesudahnya. Tidak ada yang diubah.',
    },
    en: {
      title: 'Copy without an admin',
      detail: 'This copy holds no admin, so nobody could sign in afterwards. Nothing was changed.',
    },
    jv: {
      title: 'Cadangan tanpa admin',
      detail: 'Ing cadangan menika dereng wonten admin. Boten wonten ingkang ewah.',
    },
  },
  on_leave: {
    id: {
      title: 'Sedang cuti',
      detail: 'Menurut catatan Anda cuti sampai {until}. Bila tetap bertugas hari ini, masuk sekali lagi.',
    },
    en: {
      title: 'On leave',
      detail: 'You are noted as on leave until {until}. If you work today all the same, sign in once more.',
    },
    jv: {
      title: 'Saweg cuti',
      detail: 'Miturut cathetan panjenengan cuti dumugi {until}. Menawi tetep makarya, mangga mlebet malih.',
    },
  },
  quota_full: {
    id: {
      title: 'Nomor hari ini habis',
      detail: 'Nomor untuk layanan ini sudah habis hari ini. Silakan datang lagi di hari layanan berikutnya.',
    },
    en: {
      title: 'No numbers left today',
      detail: 'All of today’s numbers for this service are taken. Please come on its next day.',
    },
    jv: {
      title: 'Nomer dinten menika telas',
      detail: 'Nomer kangge layanan menika sampun telas. Mangga rawuh malih ing dinten salajengipun.',
    },
  },
  day_full: {
    id: {
      title: 'Antrean hari ini penuh',
      detail:
        'Nomor yang diambil sekarang tidak sempat dipanggil sebelum tutup. Silakan datang saat buka lagi.',
    },
    en: {
      title: 'Full for today',
      detail: 'A number taken now would not be called before closing. Please come when it opens again.',
    },
    jv: {
      title: 'Antrean dinten menika kebak',
      detail: 'Nomer ingkang kapundhut samenika mboten kober dipuntimbali. Mangga rawuh nalika bikak malih.',
    },
  },
  door_code_old: {
    id: { title: 'Kode sudah lewat', detail: 'Kode ini sudah lewat. Pindai lagi kode di pintu.' },
    en: { title: 'The code has run out', detail: 'This code has run out. Scan the code at the door again.' },
    jv: {
      title: 'Kode sampun mboten kangge',
      detail: 'Kode menika sampun mboten kangge. Mangga dipunpindai malih kode ing lawang.',
    },
  },
  joining_closed: {
    id: {
      title: 'Tidak lewat HP',
      detail: 'Nomor untuk layanan ini tidak bisa diambil lewat HP. Ambil nomor di kios.',
    },
    en: {
      title: 'Not by phone',
      detail: 'Numbers for this service are not given by phone. Please take one at the kiosk.',
    },
    jv: {
      title: 'Mboten lumantar HP',
      detail: 'Nomer layanan menika mboten saged dipunpundhut lumantar HP. Mangga mundhut nomer ing kios.',
    },
  },
  joining_crowded: {
    id: {
      title: 'Terlalu banyak lewat HP',
      detail:
        'Terlalu banyak nomor diambil lewat HP. Tunggu semenit lalu pindai lagi kode di pintu, atau ambil di kios.',
    },
    en: {
      title: 'Too many by phone',
      detail:
        'Too many numbers are being taken by phone. Wait a minute and scan the code again, or use the kiosk.',
    },
    jv: {
      title: 'Kekathahen lumantar HP',
      detail:
        'Kekathahen nomer ingkang dipunpundhut lumantar HP. Mangga ngentosi samenit lajeng mindai malih kode ing lawang, utawi mundhut ing kios.',
    },
  },
  joining_used_up: {
    id: {
      title: 'Nomor lewat HP habis',
      detail: 'Nomor lewat HP untuk layanan ini habis hari ini. Ambil nomor di kios.',
    },
    en: {
      title: 'No more by phone',
      detail: 'No more numbers for this service are given by phone today. Please take one at the kiosk.',
    },
    jv: {
      title: 'Nomer lumantar HP telas',
      detail:
        'Nomer lumantar HP kangge layanan menika dinten menika sampun telas. Mangga mundhut nomer ing kios.',
    },
  },
  number_held: {
    id: {
      title: 'Sudah punya nomor',
      detail: 'HP ini sudah memegang nomor untuk layanan ini. Pakai nomor itu.',
    },
    en: {
      title: 'You have a number',
      detail: 'This phone holds a number for this service already. Please use it.',
    },
    jv: {
      title: 'Sampun kagungan nomer',
      detail: 'HP menika sampun kagungan nomer kangge layanan menika. Mangga dipunginakaken.',
    },
  },
  ticket_unprintable: {
    id: {
      title: 'Tiket tidak dapat disusun',
      detail: 'Kertas tiket ini tidak dapat disusun untuk printer itu. Nomornya berlaku tanpa kertas.',
    },
    en: {
      title: 'Ticket cannot be laid out',
      detail: 'The paper of this ticket cannot be made for that printer. Its number is good without paper.',
    },
    jv: {
      title: 'Tiket mboten saged dipuntata',
      detail: 'Kertas tiket menika mboten saged dipuntata kangge printer menika. Nomeripun sah tanpa kertas.',
    },
  },
  reprint_limit: {
    id: {
      title: 'Sudah dicetak ulang',
      detail: 'Tiket ini sudah dua kali dicetak ulang. Mintalah bantuan petugas bila perlu lagi.',
    },
    en: {
      title: 'Printed again already',
      detail: 'This ticket was printed again twice. Ask an officer if you need it once more.',
    },
    jv: {
      title: 'Sampun kacithak malih',
      detail: 'Tiket menika sampun kaping kalih kacithak malih. Mangga nyuwun pambiyantunipun petugas.',
    },
  },
  priority_unknown: {
    id: {
      title: 'Tidak didahulukan di sini',
      detail: 'Layanan ini tidak mendahulukan karena alasan itu. Pilih alasan lain.',
    },
    en: {
      title: 'No priority here',
      detail: 'This service gives no priority for that reason. Choose another one.',
    },
    jv: {
      title: 'Boten karumiyinaken ing mriki',
      detail: 'Layanan menika boten ngrumiyinaken awit alesan menika. Mangga milih sanesipun.',
    },
  },
  too_late: {
    id: {
      title: 'Sudah lewat waktunya',
      detail: 'Waktu untuk mengurungkan sudah habis. Kembalikan nomornya ke antrean, atau tambah pengunjung.',
    },
    en: {
      title: 'Too late',
      detail: 'The time for taking it back is over. Bring the number back to the queue, or add a visitor.',
    },
    jv: {
      title: 'Sampun kasep',
      detail: 'Wekdal kangge mbatalaken sampun telas. Mangga nomeripun kawangsulaken dhateng antrian.',
    },
  },
  recall_limit: {
    id: {
      title: 'Batas panggilan ulang',
      detail:
        'Nomor ini sudah dipanggil ulang sebanyak yang diizinkan. Tandai tidak hadir bila tidak datang.',
    },
    en: {
      title: 'Recall limit',
      detail: 'This ticket was called again as often as allowed. Mark it as not come.',
    },
    jv: {
      title: 'Wates panimbalan',
      detail: 'Nomer menika sampun dipuntimbali malih ngantos watesipun. Mangga katandhani boten rawuh.',
    },
  },
  service_closed: {
    id: { title: 'Layanan tutup', detail: 'Layanan ini sedang tutup. Buka {opensAt}.' },
    en: { title: 'Closed', detail: 'This service is closed. It opens {opensAt}.' },
    jv: { title: 'Layanan tutup', detail: 'Layanan menika saweg tutup. Bikak {opensAt}.' },
  },
  service_closed_for_good: {
    id: {
      title: 'Layanan tutup',
      detail: 'Layanan ini sedang tutup. Tanyakan kepada petugas kapan buka lagi.',
    },
    en: { title: 'Closed', detail: 'This service is closed. Ask an officer when it opens again.' },
    jv: {
      title: 'Layanan tutup',
      detail: 'Layanan menika saweg tutup. Mangga nyuwun pirsa dhateng petugas.',
    },
  },
  service_paused: {
    id: {
      title: 'Berhenti sebentar',
      detail: 'Layanan ini berhenti sebentar. Silakan tunggu atau tanyakan kepada petugas.',
    },
    en: { title: 'Paused for a moment', detail: 'This service is paused. Please wait or ask an officer.' },
    jv: {
      title: 'Kendel sekedhap',
      detail: 'Layanan menika kendel sekedhap. Mangga dipunentosi utawi nyuwun pirsa dhateng petugas.',
    },
  },
  changed_meanwhile: {
    id: {
      title: 'Sudah diubah orang lain',
      detail: 'Data ini sudah diubah sejak Anda membukanya. Muat ulang, lalu ubah lagi.',
    },
    en: {
      title: 'Changed meanwhile',
      detail: 'Somebody changed this since you opened it. Reload and change it again.',
    },
    jv: {
      title: 'Sampun dipunewahi',
      detail: 'Data menika sampun dipunewahi tiyang sanes. Mangga dipunwaos malih.',
    },
  },
  precondition_failed: {
    id: {
      title: 'Syarat tidak terpenuhi',
      detail: 'Berkas ini sudah lain. Muat ulang halaman, lalu coba lagi.',
    },
    en: {
      title: 'Precondition failed',
      detail: 'The file is another one now. Reload the page and try again.',
    },
    jv: { title: 'Sarat boten kacekap', detail: 'Berkas menika sampun sanes. Mangga kaca dipunwaos malih.' },
  },
  range_not_satisfiable: {
    id: { title: 'Bagian itu tidak ada', detail: 'Berkas ini lebih pendek. Minta dari awal.' },
    en: { title: 'No such part', detail: 'The file is shorter than that. Ask from its beginning.' },
    jv: {
      title: 'Perangan menika boten wonten',
      detail: 'Berkas menika langkung cekak. Mangga dipunsuwun saking wiwitan.',
    },
  },
  too_large: {
    id: { title: 'Terlalu besar', detail: 'Kiriman melebihi batas. Kirim isi yang lebih kecil.' },
    en: { title: 'Too large', detail: 'The request is larger than allowed. Send less.' },
    jv: {
      title: 'Ageng sanget',
      detail: 'Kintunan nglangkungi wates. Mangga ngintun ingkang langkung alit.',
    },
  },
  too_many_pixels: {
    id: { title: 'Gambar terlalu besar', detail: 'Gambar ini lebih dari 16 juta piksel. Perkecil dahulu.' },
    en: { title: 'Too many pixels', detail: 'The picture has more than 16 million pixels. Make it smaller.' },
    jv: { title: 'Gambar ageng sanget', detail: 'Gambar langkung saking 16 yuta piksel. Mangga kaalitaken.' },
  },
  file_kind_refused: {
    id: {
      title: 'Jenis berkas tidak diterima',
      detail:
        'Berkas ini bukan jenis yang dapat dipakai di sini. Gambar: PNG atau JPEG. Video: MP4 atau WebM. Suara: Opus, OGG, MP3, M4A, atau WAV.',
    },
    en: {
      title: 'Kind of file not accepted',
      detail:
        'This file is of no kind that can be used here. Pictures: PNG or JPEG. Video: MP4 or WebM. Sound: Opus, OGG, MP3, M4A or WAV.',
    },
    jv: {
      title: 'Jinis berkas boten katampi',
      detail:
        'Berkas menika sanes jinis ingkang saged dipunagem. Gambar: PNG utawi JPEG. Video: MP4 utawi WebM. Swanten: Opus, OGG, MP3, M4A, utawi WAV.',
    },
  },
  file_damaged: {
    id: {
      title: 'Berkas rusak',
      detail: 'Berkas ini rusak atau terpotong. Simpan sekali lagi dari aplikasinya, lalu unggah ulang.',
    },
    en: {
      title: 'Damaged file',
      detail: 'The file is damaged or cut short. Save it once more in its program, then upload again.',
    },
    jv: {
      title: 'Berkas risak',
      detail: 'Berkas menika risak utawi kapunggel. Mangga kasimpen malih, lajeng kaunggah malih.',
    },
  },
  disk_low: {
    id: {
      title: 'Ruang simpan hampir habis',
      detail: 'Sisa ruang komputer ini disimpan untuk nomor antrean. Hapus berkas lain dahulu.',
    },
    en: {
      title: 'Little room left',
      detail: 'What is left on this computer is kept for the queue. Remove other files first.',
    },
    jv: {
      title: 'Papan simpenan meh telas',
      detail: 'Turahanipun kangge nomer antrean. Mangga berkas sanesipun dipunbusak rumiyin.',
    },
  },
  limit_reached: {
    id: { title: 'Sudah paling banyak', detail: 'Tidak dapat ditambah lagi. Hapus salah satu dahulu.' },
    en: { title: 'No more can be added', detail: 'There are as many as there may be. Remove one first.' },
    jv: { title: 'Sampun kathah piyambak', detail: 'Boten saged dipuntambah. Mangga dipunbusak rumiyin.' },
  },
  unsupported_media_type: {
    id: { title: 'Jenis isi tidak diterima', detail: 'Kirim isi sebagai application/json.' },
    en: { title: 'Unsupported media type', detail: 'Send the body as application/json.' },
    jv: { title: 'Jinis isi boten katampi', detail: 'Mangga ngintun isi minangka application/json.' },
  },
  too_many_requests: {
    id: { title: 'Terlalu sering', detail: 'Terlalu banyak percobaan. Coba lagi {retryAfter}.' },
    en: { title: 'Too often', detail: 'Too many attempts. Try again {retryAfter}.' },
    jv: { title: 'Kekathahen', detail: 'Kekathahen panyobi. Mangga dipuncobi malih {retryAfter}.' },
  },
  internal_error: {
    id: {
      title: 'Ada gangguan',
      detail: 'Sistem sedang terganggu dan tidak ada yang berubah. Coba lagi; bila berulang, hubungi admin.',
    },
    en: {
      title: 'Something failed',
      detail: 'The system failed and nothing was changed. Try again; if it goes on, tell the admin.',
    },
    jv: {
      title: 'Wonten alangan',
      detail: 'Sistem saweg alangan lan boten wonten ingkang ewah. Mangga dipuncobi malih.',
    },
  },
  storage_failed: {
    id: {
      title: 'Tidak dapat disimpan',
      detail:
        'Ruang simpan komputer antrean penuh atau rusak, dan tidak ada yang berubah. Mohon beri tahu admin agar dikosongkan.',
    },
    en: {
      title: 'Could not be saved',
      detail:
        "The disk of the queue's computer is full or damaged, and nothing was changed. Please tell the admin to free some of it.",
    },
    jv: {
      title: 'Boten saged kasimpen',
      detail:
        'Papan simpenan komputer antrean kebak utawi risak, lan boten wonten ingkang ewah. Mangga ngaturi admin.',
    },
  },
  kiosk_away: {
    id: {
      title: 'Kios tidak tersambung',
      detail: 'Kios itu tidak menjawab. Pastikan komputernya menyala dan tersambung, lalu coba lagi.',
    },
    en: {
      title: 'Kiosk not connected',
      detail: 'That kiosk does not answer. See that its computer is on and connected, then try again.',
    },
    jv: {
      title: 'Kios boten nyambung',
      detail:
        'Kios punika boten mangsuli. Mangga dipunpriksa komputeripun murub lan nyambung, lajeng dipuncobi malih.',
    },
  },
  kiosk_failed: {
    id: {
      title: 'Kios tidak berhasil',
      detail: 'Kios itu tersambung, tetapi tidak berhasil melakukannya. Periksa printernya, lalu coba lagi.',
    },
    en: {
      title: 'The kiosk could not do it',
      detail: 'That kiosk is connected, but could not do it. Look at its printer, then try again.',
    },
    jv: {
      title: 'Kios boten saged',
      detail:
        'Kios punika nyambung, nanging boten saged nindakaken. Mangga dipunpriksa printeripun, lajeng dipuncobi malih.',
    },
  },
  work_broken_off: {
    id: {
      title: 'Hitungan terhenti',
      detail:
        'Komputer antrean berhenti menghitung di tengah jalan; antrean tetap berjalan. Silakan coba lagi.',
    },
    en: {
      title: 'The calculation was broken off',
      detail: "The queue's computer stopped calculating midway; the queue itself goes on. Please try again.",
    },
    jv: {
      title: 'Petangan kendhat',
      detail: 'Komputer antrean kendel anggenipun ngetang; antrean tetep lumampah. Mangga dipuncobi malih.',
    },
  },
  work_too_long: {
    id: {
      title: 'Hitungan terlalu lama',
      detail: 'Hitungan ini memakan waktu terlalu lama dan dihentikan. Pilih jangka waktu yang lebih pendek.',
    },
    en: {
      title: 'The calculation takes too long',
      detail: 'This took too long and was stopped. Please choose a shorter period.',
    },
    jv: {
      title: 'Petangan kedangon',
      detail: 'Petangan punika kedangon lan dipunkendelaken. Mangga milih wekdal ingkang langkung cekak.',
    },
  },
  printer_unavailable: {
    id: {
      title: 'Printer tidak siap',
      detail: 'Tiket belum dapat dicetak. Silakan hubungi petugas di meja informasi.',
    },
    en: {
      title: 'Printer not ready',
      detail: 'Tickets cannot be printed now. Please ask at the information desk.',
    },
    jv: {
      title: 'Printer dereng siap',
      detail: 'Tiket dereng saged kacithak. Mangga nyuwun pirsa ing meja informasi.',
    },
  },
};
