/** What the section of https and its findings say. */
export const httpsIndonesian = {
  'section.https': 'HTTPS',
  'https.help':
    'Lewat HTTPS, kata sandi petugas dan admin tidak dapat dibaca orang lain di jaringan balai. Setiap komputer petugas memasang sertifikat balai satu kali. Kios, layar lobi, dan ponsel pengunjung tetap memakai http.',
  'https.on': 'HTTPS menyala di port {{port}}.',
  'https.off': 'HTTPS dimatikan dari luar (ANTRE_HTTPS_PORT=none).',
  'https.closed': 'HTTPS belum menyala; http tetap melayani.',
  'https.steps': 'Di setiap komputer dan tablet petugas',
  'https.step.fetch': 'Buka alamat ini, cocokkan sidik jarinya, lalu pasang sertifikatnya:',
  'https.step.open': 'Buka halaman petugas dengan salah satu alamat ini:',
  'https.notOpen':
    'Balai belum dibuka bagi jaringan, jadi alamat ini hanya ada di komputer ini. Nyalakan “Buka bagi jaringan balai” di bagian Balai.',
  'https.fingerprint': 'Sidik jari sertifikat balai (SHA-256)',
  'https.fingerprint.help':
    'Bacakan kepada yang memasang, atau kirim fotonya: harus sama dengan di layarnya.',
  'https.authority': 'Namanya “{{name}}”, berlaku sampai {{until}}.',
  'https.server': 'Sertifikat server berlaku sampai {{until}} dan diperbarui sendiri.',
  'https.required': 'Wajibkan HTTPS untuk loket dan admin',
  'https.required.help':
    'Halaman loket, admin, dan laporan berpindah ke https, dan kata sandi lewat http ditolak. Yang masuk lewat http harus masuk lagi. Di komputer Antre sendiri http tetap boleh, agar dapat dimatikan lagi.',
  'https.required.first':
    'Agar tidak ada yang terkunci: buka dulu halaman ini dari komputer petugas dengan alamat https, lalu nyalakan dari sana.',
  'https.required.tried': 'Setiap loket sudah mencoba alamat https',
  'https.required.on': 'Wajibkan',
  'https.required.off': 'Tidak wajib lagi',
  'https.required.isOn': 'HTTPS wajib untuk loket dan admin.',
  'https.replace': 'Buat sertifikat balai yang baru',
  'https.replace.title': 'Buat sertifikat balai yang baru?',
  'https.replace.sentence':
    'Perlu bila berkas kuncinya rusak atau tercuri, atau ada nama yang tidak tercakup. Sesudahnya setiap komputer petugas harus memasang sertifikat yang baru.',
  'https.damaged':
    'Berkas kunci balai tidak dapat dibaca ({{detail}}). Pulihkan folder “tls”, atau buat sertifikat baru.',
  'https.not_made': 'Sertifikat tidak dapat dibuat atau disimpan ({{detail}}).',
  'https.port': 'Portnya tidak dapat dipakai ({{detail}}). Pilih port lain dengan ANTRE_HTTPS_PORT.',
  'https.left_out':
    'Alamat ini tidak tercakup sertifikat balai: {{detail}}. Lewat alamat lain HTTPS tetap jalan; agar tercakup, buat sertifikat balai yang baru.',
  'https.ending':
    'Sertifikat balai berakhir {{detail}}. Buat yang baru, lalu pasang di setiap komputer petugas.',
  'findings.https': 'HTTPS',
  'findings.https_damaged': 'berkas kunci sertifikat tidak dapat dibaca; http tetap melayani',
  'findings.https_not_made': 'sertifikat tidak dapat dibuat atau disimpan; http tetap melayani',
  'findings.https_port': 'portnya tidak dapat dipakai; http tetap melayani',
  'findings.https_left_out': 'sertifikat tidak mencakup {{detail}}',
  'findings.https_ending': 'sertifikat balai segera berakhir; buat yang baru',
};

export const httpsEnglish: Record<keyof typeof httpsIndonesian, string> & Record<string, string> = {
  'section.https': 'HTTPS',
  'https.help':
    "By HTTPS nobody else in the hall's network can read the passwords of officers and admins. Each officer's computer installs the hall's certificate once. Kiosks, lobby screens and visitors' phones go on by http.",
  'https.on': 'HTTPS is served at port {{port}}.',
  'https.off': 'HTTPS was switched off from outside (ANTRE_HTTPS_PORT=none).',
  'https.closed': 'HTTPS is not served yet; http goes on.',
  'https.steps': "On each officer's computer and tablet",
  'https.step.fetch': 'Open this address, compare the fingerprint, then install the certificate:',
  'https.step.open': "Open the officers' page by one of these addresses:",
  'https.notOpen':
    "The hall is not open to the network, so these addresses lead to this computer alone. Switch on “Open to the hall's network” under Hall.",
  'https.fingerprint': "Fingerprint of the hall's certificate (SHA-256)",
  'https.fingerprint.help':
    'Read it out to whoever installs it, or send a photo: their screen must show the same.',
  'https.authority': 'It is called “{{name}}” and is valid until {{until}}.',
  'https.server': "The server's certificate is valid until {{until}} and renews itself.",
  'https.required': 'Require HTTPS of desks and admins',
  'https.required.help':
    "The pages of desks, admins and reports move to https, and passwords by http are refused. Whoever signed in by http signs in again. On Antre's own computer http stays allowed, so that this can be switched off again.",
  'https.required.first':
    "So that nobody is locked out: first open this page on an officer's computer by an https address, and switch it on there.",
  'https.required.tried': 'Each desk has tried an https address',
  'https.required.on': 'Require it',
  'https.required.off': 'No longer require it',
  'https.required.isOn': 'HTTPS is required of desks and admins.',
  'https.replace': 'Make a new certificate of the hall',
  'https.replace.title': 'Make a new certificate of the hall?',
  'https.replace.sentence':
    "Needed where the key's file is damaged or stolen, or a name is not covered. Afterwards each officer's computer must install the new certificate.",
  'https.damaged':
    "The file of the hall's key can't be read ({{detail}}). Restore the folder “tls”, or make a new certificate.",
  'https.not_made': "The certificate can't be made or saved ({{detail}}).",
  'https.port': "The port can't be used ({{detail}}). Choose another by ANTRE_HTTPS_PORT.",
  'https.left_out':
    "The hall's certificate does not cover: {{detail}}. HTTPS works by the other addresses; to cover these, make a new certificate of the hall.",
  'https.ending':
    "The hall's certificate ends {{detail}}. Make a new one and install it on each officer's computer.",
  'findings.https': 'HTTPS',
  'findings.https_damaged': "the certificate's key file can't be read; http goes on",
  'findings.https_not_made': "the certificate can't be made or saved; http goes on",
  'findings.https_port': "its port can't be used; http goes on",
  'findings.https_left_out': 'the certificate does not cover {{detail}}',
  'findings.https_ending': "the hall's certificate ends soon; make a new one",
};
