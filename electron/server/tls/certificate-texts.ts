import type { Language } from '../../contract/common';

interface Steps {
  readonly title: string;
  readonly steps: readonly string[];
}

interface Texts {
  readonly title: string;
  readonly why: string;
  readonly safe: string;
  readonly fetch: string;
  readonly missing: string;
  readonly fingerprint: string;
  readonly compare: string;
  readonly differs: string;
  readonly steps: string;
  readonly devices: readonly Steps[];
  readonly open: string;
  readonly noAddress: string;
  readonly languages: string;
}

/** `{name}` stands for the authority's name, `{hall}` for the hall's. The Javanese (krama) is for a native speaker to check. */
export const certificateTexts: Readonly<Record<Language, Texts>> = {
  id: {
    title: 'Sertifikat balai',
    why: 'Untuk komputer dan tablet petugas {hall}. Sesudah sertifikat ini dipasang, kata sandi tidak dapat dibaca orang lain di jaringan. Pengunjung tidak memerlukannya.',
    safe: 'Sertifikat ini hanya berlaku untuk alamat balai sendiri. Situs lain, seperti bank atau surel, tidak terpengaruh.',
    fetch: 'Unduh sertifikat',
    missing: 'Sertifikatnya belum ada. Beri tahu admin: di halaman admin, bagian HTTPS, tertulis sebabnya.',
    fingerprint: '1. Cocokkan sidik jari',
    compare:
      'Minta admin membuka bagian HTTPS di komputer Antre. Sidik jari di sana harus sama dengan yang ini. Sesudah mengunduh, cocokkan pula sidik jari (SHA-256) yang ditampilkan komputer Anda.',
    differs: 'Bila berbeda, jangan dipasang dan beri tahu admin: mungkin ada yang menyamar sebagai balai.',
    steps: '2. Pasang',
    devices: [
      {
        title: 'Windows (Chrome dan Edge)',
        steps: [
          'Buka berkas “{name}.crt” yang terunduh, lalu pilih Install Certificate.',
          'Pilih Local Machine. Bila tidak boleh, pilih Current User.',
          'Pilih Place all certificates in the following store, Browse, lalu Trusted Root Certification Authorities.',
          'Pilih Next, Finish, lalu tutup dan buka lagi browsernya.',
        ],
      },
      {
        title: 'Android',
        steps: [
          'Buka Setelan, lalu cari “sertifikat CA”. Biasanya di Keamanan → Enkripsi & kredensial → Instal sertifikat → Sertifikat CA.',
          'Pilih Tetap instal, lalu berkas “{name}.crt”.',
          'Android dapat menulis “jaringan mungkin dipantau”. Itu tulisan umum untuk setiap sertifikat yang dipasang sendiri.',
        ],
      },
      {
        title: 'iPhone dan iPad',
        steps: [
          'Unduh dengan Safari dan pilih Izinkan.',
          'Buka Pengaturan → Profil Diunduh, lalu pilih Instal.',
          'Buka Pengaturan → Umum → Mengenai → Pengaturan Kepercayaan Sertifikat, lalu nyalakan “{name}”.',
        ],
      },
      {
        title: 'Firefox (Windows dan Linux)',
        steps: [
          'Buka Setelan → Privasi & Keamanan → Sertifikat → Lihat Sertifikat → Otoritas → Impor.',
          'Pilih berkas “{name}.crt”, lalu centang Percayai untuk mengidentifikasi situs web.',
        ],
      },
      {
        title: 'Linux (Chrome dan Chromium)',
        steps: [
          'Buka chrome://certificate-manager, lalu Custom → Installed by you → Trusted Certificates → Import.',
          'Pilih berkas “{name}.crt”.',
        ],
      },
    ],
    open: '3. Buka dengan https',
    noAddress: 'Halaman dengan https belum menyala. Beri tahu admin.',
    languages: 'Bahasa',
  },
  en: {
    title: 'The hall’s certificate',
    why: 'For the officers’ computers and tablets of {hall}. Once this certificate is installed, nobody else in the network can read passwords. Visitors do not need it.',
    safe: 'It holds only for the hall’s own addresses. Other sites, such as a bank or mail, are not affected.',
    fetch: 'Download the certificate',
    missing: 'There is no certificate yet. Tell an admin: the admins’ page says why, under HTTPS.',
    fingerprint: '1. Compare the fingerprint',
    compare:
      'Ask an admin to open the section HTTPS on Antre’s own computer. The fingerprint there must be the same as this one. After the download, compare the fingerprint (SHA-256) that your computer shows, too.',
    differs: 'If it differs, do not install it, and tell an admin: somebody may be posing as the hall.',
    steps: '2. Install it',
    devices: [
      {
        title: 'Windows (Chrome and Edge)',
        steps: [
          'Open the downloaded file “{name}.crt” and choose Install Certificate.',
          'Choose Local Machine; if that is not allowed, Current User.',
          'Choose Place all certificates in the following store, Browse, then Trusted Root Certification Authorities.',
          'Choose Next and Finish, then close the browser and open it again.',
        ],
      },
      {
        title: 'Android',
        steps: [
          'Open Settings and search for “CA certificate”. Usually it is under Security → Encryption & credentials → Install a certificate → CA certificate.',
          'Choose Install anyway, then the file “{name}.crt”.',
          'Android may say that the network can be monitored. It says so of every certificate that was installed by hand.',
        ],
      },
      {
        title: 'iPhone and iPad',
        steps: [
          'Download it with Safari and choose Allow.',
          'Open Settings → Profile Downloaded and choose Install.',
          'Open Settings → General → About → Certificate Trust Settings and switch “{name}” on.',
        ],
      },
      {
        title: 'Firefox (Windows and Linux)',
        steps: [
          'Open Settings → Privacy & Security → Certificates → View Certificates → Authorities → Import.',
          'Choose the file “{name}.crt”, then tick Trust this CA to identify websites.',
        ],
      },
      {
        title: 'Linux (Chrome and Chromium)',
        steps: [
          'Open chrome://certificate-manager, then Custom → Installed by you → Trusted Certificates → Import.',
          'Choose the file “{name}.crt”.',
        ],
      },
    ],
    open: '3. Open it by https',
    noAddress: 'Nothing is served by https yet. Tell an admin.',
    languages: 'Languages',
  },
  jv: {
    title: 'Sertipikat balai',
    why: 'Kangge komputer lan tablet petugas {hall}. Sasampunipun sertipikat menika kapasang, tembung sandi boten saged kawaos tiyang sanes ing jaringan. Pangunjung boten mbetahaken.',
    safe: 'Sertipikat menika namung lumampah kangge alamatipun balai piyambak. Situs sanes, kados bank utawi layang elektronik, boten kengging pangaribawa.',
    fetch: 'Undhuh sertipikat',
    missing:
      'Sertipikatipun dereng wonten. Mangga matur dhateng admin: ing kaca admin, perangan HTTPS, wonten sababipun.',
    fingerprint: '1. Cocokaken tapak driji',
    compare:
      'Mangga nyuwun admin mbikak perangan HTTPS ing komputer Antre. Tapak driji ing ngrika kedah sami kaliyan menika. Sasampunipun ngundhuh, mangga dipuncocokaken ugi kaliyan tapak driji (SHA-256) ingkang katuduhaken komputer panjenengan.',
    differs:
      'Menawi beda, sampun kapasang lan mangga matur dhateng admin: saged ugi wonten ingkang ngaken dados balai.',
    steps: '2. Pasang',
    devices: [
      {
        title: 'Windows (Chrome lan Edge)',
        steps: [
          'Bikak berkas “{name}.crt”, lajeng pilih Install Certificate.',
          'Pilih Local Machine. Menawi boten kaparengaken, pilih Current User.',
          'Pilih Place all certificates in the following store, Browse, lajeng Trusted Root Certification Authorities.',
          'Pilih Next, Finish, lajeng browseripun katutup lan kabikak malih.',
        ],
      },
      {
        title: 'Android',
        steps: [
          'Bikak Setelan, lajeng padosi “sertifikat CA”. Limrahipun wonten ing Keamanan → Enkripsi & kredensial → Instal sertifikat → Sertifikat CA.',
          'Pilih Tetap instal, lajeng berkas “{name}.crt”.',
          'Android saged nyerat “jaringan mungkin dipantau”. Menika seratan limrah kangge saben sertipikat ingkang kapasang piyambak.',
        ],
      },
      {
        title: 'iPhone lan iPad',
        steps: [
          'Undhuh mawi Safari lan pilih Izinkan.',
          'Bikak Pengaturan → Profil Diunduh, lajeng pilih Instal.',
          'Bikak Pengaturan → Umum → Mengenai → Pengaturan Kepercayaan Sertifikat, lajeng uripaken “{name}”.',
        ],
      },
      {
        title: 'Firefox (Windows lan Linux)',
        steps: [
          'Bikak Setelan → Privasi & Keamanan → Sertifikat → Lihat Sertifikat → Otoritas → Impor.',
          'Pilih berkas “{name}.crt”, lajeng centhang Percayai untuk mengidentifikasi situs web.',
        ],
      },
      {
        title: 'Linux (Chrome lan Chromium)',
        steps: [
          'Bikak chrome://certificate-manager, lajeng Custom → Installed by you → Trusted Certificates → Import.',
          'Pilih berkas “{name}.crt”.',
        ],
      },
    ],
    open: '3. Bikak mawi https',
    noAddress: 'Kaca mawi https dereng murub. Mangga matur dhateng admin.',
    languages: 'Basa',
  },
};
