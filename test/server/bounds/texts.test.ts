import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localized, oneLine, someLines } from '../../../electron/contract/common';
import { adminRequests, outcome } from '../../support/admin-requests';
import { runningServer } from '../../support/running-server';

const unseen = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;
const odd = fc.constantFrom(
  '\0',
  '\n',
  '\r\n',
  '\t',
  '\u0007',
  '\u001b',
  '\u202e',
  '\u2066',
  '\u200f',
  '\u2028',
  '\ud800',
);
const text = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), odd)).map((parts) => parts.join(''));

test('nothing unseen is in a text that was taken, and whatever is seen is taken as it is', () => {
  fc.assert(
    fc.property(text, (written) => {
      const line = oneLine().safeParse(written);
      if (line.success) expect(unseen.test(line.data)).toBe(false);
      const lines = someLines().safeParse(written);
      if (lines.success) expect(unseen.test(lines.data.replace(/[\t\n\r]/g, ''))).toBe(false);
      if (!unseen.test(written)) expect([line.data, lines.data]).toEqual([written.trim(), written.trim()]);
    }),
    { numRuns: 500 },
  );
  expect(localized.parse({ id: 'Dua\nbaris', en: '', jv: '' }).id).toBe('Dua baris');
});

test('names with unseen signs, and an address with a password, are refused in the reader’s words', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  for (const body of [
    { siteName: 'MPP\0' },
    { city: 'Kota \u202Eatok' },
    { publicUrl: 'https://user:secret@mpp.example' },
    { publicUrl: 'https://user@mpp.example/antre' },
    { publicUrl: 'https://mpp.example/?hall=1' },
    { publicUrl: 'https://mpp.example/#antre' },
  ]) {
    const answer = await admin.patch('/settings', body);
    expect(outcome(answer)).toEqual([400, 'invalid_request']);
    expect(JSON.stringify(answer.json)).toMatch(
      /satu baris tulisan biasa|alamat tanpa (nama dan kata sandi|\? dan #)/,
    );
  }
  for (const publicUrl of ['https://mpp.example', 'http://192.168.1.5:4180/', 'https://mpp.example/a@b']) {
    expect((await admin.patch('/settings', { publicUrl })).status).toBe(200);
  }
});
