import { expect, test } from 'vitest';
import { findRows, mayBeNumber, type SearchRow } from '../../renderer/ui/office/search/found-rows';

function row(kind: SearchRow['kind'], text: string, more: Partial<SearchRow> = {}): SearchRow {
  return { kind, text, context: '', href: `#${text}`, ...more };
}
const rows: readonly SearchRow[] = [
  row('section', 'Kios'),
  row('section', 'Gerai dan layanan'),
  row('setting', 'Kuota sehari', { context: 'Nomor per hari' }),
  row('person', 'José Kartono', { context: 'jose, Petugas' }),
  row('service', 'Kartu Keluarga (KK)', { context: 'Dindukcapil' }),
  row('counter', 'Dindukcapil', { context: 'Dinas Kependudukan', code: 'K' }),
  row('counter', 'BPJS Kesehatan', { code: 'KS' }),
  row('desk', 'Loket 3', { context: 'Dindukcapil', code: '3' }),
];
const found = (typed: string) => findRows(rows, typed).map(({ text }) => text);

test('a counter’s letters find it first, then beginnings by kind, then words within', () => {
  expect(found('k')).toEqual([
    'Dindukcapil',
    'Kios',
    'Kartu Keluarga (KK)',
    'Kuota sehari',
    'BPJS Kesehatan',
    'José Kartono',
  ]);
  expect(found('ks')).toEqual(['BPJS Kesehatan']);
  expect(found('3')).toEqual(['Loket 3']);
});

test('capitals and accents make no difference, and two letters are enough', () => {
  expect(found('JOSE')).toEqual(['José Kartono']);
  expect(found('jo')).toEqual(['José Kartono']);
  expect(found('josé')).toEqual(['José Kartono']);
});

test('all words must be found, in the name or around it, and the name counts for more', () => {
  expect(found('keluarga dinduk')).toEqual(['Kartu Keluarga (KK)']);
  expect(found('dinduk')).toEqual(['Dindukcapil', 'Kartu Keluarga (KK)', 'Loket 3']);
  expect(found('keluarga bpjs')).toEqual([]);
  expect(found('   ')).toEqual([]);
});

test('of very many the best twelve are shown', () => {
  const many = Array.from({ length: 40 }, (_, at) => row('service', `Layanan ${at}`));
  expect(findRows(many, 'layanan')).toHaveLength(12);
});

test('what people type for a number is one, a name is not', () => {
  expect(['K-012', 'k12', '12', 'im 7', 'K', 'Loket 12a', 'tempat 3'].filter(mayBeNumber)).toEqual([
    'K-012',
    'k12',
    '12',
    'im 7',
  ]);
});
