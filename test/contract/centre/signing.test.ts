import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDocumentOf } from '../../../electron/contract/centre/documents';
import { centrePairingCode, typedPairingCode } from '../../../electron/contract/centre/pairing';
import {
  answerBytes,
  documentBytes,
  isSignedBy,
  keyIdOf,
  makeSigningKey,
  requestBytes,
  signBytes,
} from '../../../electron/contract/centre/signing';
import { bytes32, keyId, signature } from '../../../electron/contract/centre/wire';
import { runCount } from '../../support/run-count';

const hall = makeSigningKey();
const centre = makeSigningKey();
const request = {
  path: '/centre/v1/journal',
  centreKeyId: keyIdOf(centre.publicKey),
  hallId: 'hall-of-tests-00000000',
  keyId: keyIdOf(hall.publicKey),
  session: 'session-of-tests-00000',
  turn: 7,
  body: new Uint8Array([31, 139, 8]),
};

test('keys and signatures have the shapes of the wire, and signing by RFC 8032 is as its first vector says', () => {
  const vector = {
    publicKey: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
    privateKey: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  };

  expect(bytes32.safeParse(hall.publicKey).success).toBe(true);
  expect(keyId.safeParse(keyIdOf(hall.publicKey)).success).toBe(true);
  expect(signature.safeParse(signBytes(requestBytes(request), hall)).success).toBe(true);
  expect(signBytes(new Uint8Array(), vector)).toBe(
    '5VZDAMNgrHKQhuLMgG6CioSHfx645dl02HPgZSJJAVVfuIIVkKM7rMYeOXAc-bRr0lv18FlbviRlUUFDjnoQCw',
  );
});

test('a signature holds for its request alone: no other path, hall, centre, session, turn or body', () => {
  const signed = signBytes(requestBytes(request), hall);
  const changed = [
    { path: '/centre/v1/snapshot' },
    { centreKeyId: keyIdOf(hall.publicKey) },
    { hallId: 'hall-of-tests-00000001' },
    { keyId: keyIdOf(centre.publicKey) },
    { session: 'session-of-tests-00001' },
    { turn: 8 },
    { body: new Uint8Array([31, 139]) },
  ];

  expect(isSignedBy(hall.publicKey, requestBytes(request), signed)).toBe(true);
  expect(isSignedBy(centre.publicKey, requestBytes(request), signed)).toBe(false);
  expect(
    changed.map((each) => isSignedBy(hall.publicKey, requestBytes({ ...request, ...each }), signed)),
  ).toEqual(changed.map(() => false));
});

test('an answer stands for no other request, status or body', () => {
  const answer = { status: 200, requestSignature: 'a'.repeat(86), body: new Uint8Array([1]) };
  const signed = signBytes(answerBytes(answer), centre);

  expect(isSignedBy(centre.publicKey, answerBytes(answer), signed)).toBe(true);
  for (const each of [{ status: 409 }, { requestSignature: 'b'.repeat(86) }, { body: new Uint8Array() }]) {
    expect(isSignedBy(centre.publicKey, answerBytes({ ...answer, ...each }), signed)).toBe(false);
  }
});

test('what is no key and no signature is no proof, and throws nothing', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (key, proof) => {
      expect(isSignedBy(key, new Uint8Array([1]), proof)).toBe(false);
      expect(isSignedBy(hall.publicKey, new Uint8Array([1]), proof)).toBe(false);
    }),
    { numRuns: runCount(100) },
  );
});

test("a document is the centre's only as it was signed", () => {
  const plain = { id: 'libur-2027', version: 3, kind: 'closures', body: '{"closures":[]}' };
  const document = {
    ...plain,
    title: 'Libur 2027',
    issuedAt: '2026-11-24T08:00:00+07:00',
    signature: signBytes(documentBytes(plain), centre),
  };

  expect(isDocumentOf(centre.publicKey, document)).toBe(true);
  expect(isDocumentOf(hall.publicKey, document)).toBe(false);
  expect(isDocumentOf(centre.publicKey, { ...document, body: '{"closures":[ ]}' })).toBe(false);
  expect(isDocumentOf(centre.publicKey, { ...document, version: 4 })).toBe(false);
});

test('a pairing code is the same at both sides, and another once a key was exchanged between them', () => {
  const parts = {
    selector: 'K7QM',
    hallId: request.hallId,
    hallKey: hall.publicKey,
    centreKey: centre.publicKey,
  };
  const code = centrePairingCode(parts);

  expect(typedPairingCode(code)).toBe(code);
  expect(typedPairingCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
  expect(typedPairingCode(code.slice(1))).toBeNull();
  expect(typedPairingCode(`${code.slice(0, -1)}0`)).toBeNull();
  expect(centrePairingCode({ ...parts, hallKey: centre.publicKey })).not.toBe(code);
  expect(centrePairingCode({ ...parts, centreKey: hall.publicKey })).not.toBe(code);
});
