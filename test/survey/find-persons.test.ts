import { expect, test } from 'vitest';
import { findPersons } from '../../electron/survey/find-persons';

const nobody = { names: [], complaint: null };
const found = (text: string, known: Parameters<typeof findPersons>[1] = nobody) =>
  findPersons(text, known).map(({ kind, text: part }) => `${kind}: ${part}`);

test.each([
  ['NIK saya 3326012345678901, tolong.', ['identity: 3326012345678901']],
  ['NIK 3326 0123 4567 8901', ['identity: 3326 0123 4567 8901']],
  ['NPWP 12.345.678.9-012.345', ['identity: 12.345.678.9-012.345']],
  ['Hubungi 0812-3456-7890 atau +62 285 381001.', ['telephone: 0812-3456-7890', 'telephone: +62 285 381001']],
  ['Surat ke siti.aminah@contoh.id ya', ['email: siti.aminah@contoh.id']],
  ['Motor G 1234 AB dan b1234xyz', ['plate: G 1234 AB', 'plate: b1234xyz']],
  ['Paspor C1234567 belum jadi', ['passport: C1234567']],
  ['Nomor A-012 dan im-003 dilewati', ['ticket: A-012', 'ticket: im-003']],
  ['Lihat K7M3-9QXP-2R4T', ['code: K7M3-9QXP-2R4T']],
  ['Laporan #8213907 di sana', ['number: #8213907']],
  ['Pak Budi tidak ada', ['person: Pak Budi']],
  ['atas nama Siti Aminah', ['person: atas nama Siti Aminah']],
])('%j', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  ['NIK 3326\u200b0123\u200b4567\u00ad8901', 'identity: 3326012345678901'],
  ['NIK 3326–0123‑4567 8901', 'identity: 3326-0123-4567 8901'],
  ['NIK ３３２６０１２３４５６７８９０１', 'identity: 3326012345678901'],
  ['NIK ꧓꧓꧒꧖꧐꧑꧒꧓꧔꧕꧖꧗꧘꧙꧐꧑', 'identity: 3326012345678901'],
  ['NIK 33260123\n45678901', 'identity: 33260123\n45678901'],
  ['KTP_3326_0123_4567_8901.pdf', 'identity: 3326_0123_4567_8901'],
  ['NIK 3326/0123/4567/8901', 'number: 3326/0123/4567/8901'],
  ['kosong delapan satu dua tiga empat lima enam', 'number: kosong delapan satu dua tiga empat lima enam'],
  ['foto_G_1234_AB.jpg', 'plate: G_1234_AB'],
  ['Mobil G.1234.AB', 'plate: G.1234.AB'],
  ['budi @ contoh.id', 'email: budi @ contoh.id'],
  ['PAK BUDI', 'person: PAK BUDI'],
  ['Sdr.Budi', 'person: Sdr.Budi'],
  ['Pak  Budi', 'person: Pak  Budi'],
  ['Bpk. Budi', 'person: Bpk. Budi'],
  ['surat_Pak_Budi_2.pdf', 'person: Pak_Budi'],
  ['surat_Ibu_Aminah.pdf', 'person: Ibu_Aminah.pdf'],
])('what is hidden in %j is found', (text, expected) => {
  expect(found(text)).toEqual([expected]);
});

test.each([
  'Tutup 24-11-2026 08.00-14.30 dan 25/11/2026 08.00–14.30.',
  'Jumat 08.00-11.30 13.00-15.00.',
  'Biaya Rp 10.500.000-12.500.000.',
  'BAPAK DAN IBU mendapat kursi.',
  'Loket 3 buka pukul 08.00 sampai 14.30 mulai 24 November 2026.',
  'Biaya Rp 1.500.000 sesuai Perda 12 Tahun 2023; antrean 45 menit.',
  'Bapak dan ibu yang menunggu kini mendapat kursi; saudara dapat datang lagi.',
  'Kuota 50 nomor sehari, lantai 2, gerai A dan IM.',
])('nothing that leads to somebody is found in %j', (text) => {
  expect(found(text)).toEqual([]);
});

test('names of accounts are found by any of their parts, and what an office is called is none', () => {
  const known = { names: ['Siti Aminah', 'Petugas Loket', 'Budi'], complaint: null };
  expect(found('Kami sudah menegur Aminah dan Budi.', known)).toEqual(['person: Aminah', 'person: Budi']);
  expect(found('AMINAH sudah kami tegur.', known)).toEqual(['person: Aminah']);
  expect(
    found('Petugas Loket kami sudah ditegur; budi pekerti dijaga, Siti2 bukan siapa-siapa.', known),
  ).toEqual([]);
});

test('words that were copied from the complaint are found, a few in a row are not', () => {
  const known = { names: [], complaint: 'Saya datang jam tujuh, dan loket baru buka jam sembilan lewat.' };
  expect(found('Pengunjung datang jam tujuh dan loket baru buka jam sembilan.', known)).toEqual([
    'copied: datang jam tujuh dan loket baru buka jam',
  ]);
  expect(found('Loket baru buka jam sembilan.', known)).toEqual([]);
});
