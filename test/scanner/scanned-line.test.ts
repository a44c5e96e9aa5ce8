import { assert, constantFrom, integer, property, string, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { type Scanned, ScannedLine } from '../../native/scanner/scanned-line';

const take = (line: ScannedLine, text: string) => line.take(Buffer.from(text, 'latin1'));
const code = (text: string): Scanned => ({ kind: 'code', text });
const noise: Scanned = { kind: 'noise' };

test('codes end with CR, LF, both or ETX, or with silence', () => {
  const line = new ScannedLine();
  expect(take(line, 'A-001\rA-002\nA-003\r\n\x02A-004\x03A-0')).toEqual(
    ['A-001', 'A-002', 'A-003', 'A-004'].map(code),
  );
  expect(take(line, '05')).toEqual([]);
  expect(line.end()).toEqual([code('A-005')]);
  expect(line.end()).toEqual([]);
});

test('what is no text is noise as a whole, and the next code is read', () => {
  const line = new ScannedLine();
  expect(take(line, 'A-\x80\xf8\x001\rA-002\r')).toEqual([noise, code('A-002')]);
});

test('a code that never ends is noise, and is not kept', () => {
  const line = new ScannedLine();
  for (let part = 0; part < 1_000; part += 1) expect(take(line, 'x'.repeat(1_000))).toEqual([]);
  expect(take(line, '\rA-001\r')).toEqual([noise, code('A-001')]);
});

test('however a code is cut into pieces, it is read whole and once', () => {
  assert(
    property(
      string({ minLength: 1, maxLength: 60 }).map((text) => text.replace(/[^\x21-\x7e]/g, 'x')),
      integer({ min: 1, max: 20 }),
      constantFrom('\r', '\n', '\r\n'),
      (text, piece, end) => {
        const line = new ScannedLine();
        const sent = `${text}${end}`;
        const heard: Scanned[] = [];
        for (let at = 0; at < sent.length; at += piece) heard.push(...take(line, sent.slice(at, at + piece)));
        expect(heard).toEqual([code(text)]);
      },
    ),
  );
});

test('any bytes leave it able to read the next code', () => {
  assert(
    property(uint8Array({ maxLength: 300 }), (bytes) => {
      const line = new ScannedLine();
      line.take(bytes);
      line.end();
      expect(take(line, 'A-001\r')).toEqual([code('A-001')]);
    }),
  );
});
