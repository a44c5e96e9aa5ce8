import { expect, test } from 'vitest';
import { linesOfPart, signatureLines, writtenParts } from '../../electron/contract/standard-words';
import type { PublicStandard } from '../../electron/contract/standards';

const nothing = { id: '', en: '', jv: '' };
const standard: PublicStandard = {
  id: '1',
  name: { id: 'Paspor baru', en: 'New passport', jv: '' },
  counterName: { id: 'Imigrasi', en: '', jv: '' },
  agency: 'Kantor Imigrasi',
  documents: { id: ['KTP', 'Akta kelahiran'], en: ['ID card', ''], jv: [] },
  requirements: nothing,
  procedure: nothing,
  time: { id: '3 hari kerja', en: '', jv: '' },
  cost: { id: 'Rp350.000', en: 'Rp350,000', jv: '' },
  product: nothing,
  complaints: nothing,
  decidedBy: '',
  decisionNumber: '',
  decidedOn: null,
  isExample: true,
};

test('what has no translation is read in Indonesian, line by line, and a part without words is left out', () => {
  expect(writtenParts(standard, 'en')).toEqual([
    { part: 'requirements', documents: ['ID card', 'Akta kelahiran'], text: '' },
    { part: 'time', documents: [], text: '3 hari kerja' },
    { part: 'cost', documents: [], text: 'Rp350,000' },
  ]);
  expect(writtenParts(standard, 'jv').map(linesOfPart)).toEqual([
    ['KTP', 'Akta kelahiran'],
    ['3 hari kerja'],
    ['Rp350.000'],
  ]);
});

test('a Maklumat is signed by what is known of it', () => {
  const signed = { signedAt: 'Kajen', decidedOn: '2026-03-02', decidedBy: 'Bupati', signedBy: '' };
  expect(signatureLines({ ...signed, decisionNumber: '' }, 'id')).toEqual(['Kajen, 2 Maret 2026', 'Bupati']);
  const unknown = { signedAt: '', decidedOn: null, decidedBy: '', signedBy: '', decisionNumber: '' };
  expect(signatureLines(unknown, 'id')).toEqual([]);
});
