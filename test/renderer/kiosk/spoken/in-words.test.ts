import { expect, test } from 'vitest';
import { inWords, numberInWords, ticketNumberInWords } from '../../../../renderer/kiosk/spoken/in-words';

test.each([
  ['id', 'sekitar 40 menit', 'sekitar empat puluh menit'],
  ['id', 'kira-kira 1½–3 jam', 'kira-kira satu setengah sampai tiga jam'],
  ['id', 'Buka Rabu 08.00', 'Buka Rabu pukul delapan'],
  ['id', 'dipanggil sekitar pukul 13.30', 'dipanggil sekitar pukul tiga belas tiga puluh'],
  ['id', 'pukul 09.05', 'pukul sembilan lewat lima'],
  ['id', 'Loket 3–5', 'Loket tiga sampai lima'],
  ['en', 'up to 10 minutes', 'up to ten minutes'],
  ['en', 'called around 14.00', "called around fourteen o'clock"],
  ['en', '½ hours', 'half hours'],
  ['jv', 'watawis 25 menit', 'watawis selangkung menit'],
  ['jv', 'tabuh 08.00', 'tabuh wolu'],
  // What belongs to a name stays.
  ['id', 'Kartu AK-1, KTP-el, A4', 'Kartu AK-1, KTP-el, A4'],
  ['id', '1234 orang', '1234 orang'],
] as const)('in %s "%s" is said as "%s"', (language, written, said) => {
  expect(inWords(written, language)).toBe(said);
});

test('no number up to a thousand is said as figures, nor two of them alike', () => {
  for (const language of ['id', 'en', 'jv'] as const) {
    const said = Array.from({ length: 1000 }, (_, value) => numberInWords(value, language));
    expect(said.filter((words) => /\d|undefined|^$/.test(words))).toEqual([]);
    expect(new Set(said).size).toBe(1000);
  }
});

test('a ticket’s number is said letter by letter and digit by digit', () => {
  expect(ticketNumberInWords('K2-012', 'id')).toBe('K, dua, nol satu dua');
  expect(ticketNumberInWords('BJ-104', 'en')).toBe('B J, one zero four');
});
