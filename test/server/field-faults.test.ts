import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { safeProfile } from '../../electron/contract/printer-profile';
import { routes } from '../../electron/contract/routes';
import type { Route } from '../../electron/contract/routes/route';
import { faultsOf } from '../../electron/server/bounds/bounded-validator';
import { faultSentence } from '../../electron/texts/fault-sentence';
import codes from '../../electron/texts/id/office/field-faults.json';
import { faultLine } from '../../renderer/ui/office/fault-line';
import { adminRequests } from '../support/admin-requests';
import { fittingBodies } from '../support/fitting-bodies';
import { runCount } from '../support/run-count';
import { runningServer } from '../support/running-server';

const schemas = Object.values<Route>(routes).flatMap(({ params, query, body }) =>
  [params, query, body].filter((schema) => schema !== undefined),
);

test('whatever a schema of the contract says of a field is a fault of the catalogue', () => {
  const said = new Set<string>();
  for (const schema of schemas) collectMessages(schema, said);
  expect(said.size).toBeGreaterThan(25);
  expect([...said].filter((message) => !(message in codes))).toEqual([]);
});

test('whatever is sent to whatever route, what is wrong with it is told in Indonesian to who reads it', () => {
  // Made once: each is a translation of its whole schema.
  const sent = schemas.map((schema) =>
    fc.tuple(fc.constant(schema), fc.oneof(fittingBodies(schema), fc.jsonValue() as fc.Arbitrary<unknown>)),
  );
  fc.assert(
    fc.property(fc.oneof(...sent), ([schema, value]) => {
      const { error } = schema.safeParse(value);
      for (const { fault } of error ? faultsOf(error.issues) : []) {
        expect(faultSentence(fault, 'id')).not.toBe(faultSentence(fault, 'en'));
      }
    }),
    { numRuns: runCount(120) },
  );
});

/** What the checks of a schema and of all that it holds say of themselves. */
function collectMessages(schema: z.core.$ZodType, said: Set<string>, seen = new Set<unknown>()): void {
  if (seen.has(schema)) return;
  seen.add(schema);
  const say = (error: unknown) => {
    const told: unknown =
      typeof error === 'function' ? error({ code: 'custom', input: undefined }) : undefined;
    const message: unknown = typeof told === 'string' ? told : Object(told).message;
    if (typeof message === 'string') said.add(message);
  };
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('_zod' in value) collectMessages(value as z.core.$ZodType, said, seen);
    else for (const each of Object.values(value)) visit(each);
  };
  const { error, ...def } = schema._zod.def as unknown as Record<string, unknown>;
  say(error);
  for (const part of Object.values(def)) visit(part);
}

test('a refused colour, number and address are told in the language that was asked for', async () => {
  const server = await runningServer();
  const { signed } = adminRequests(server);
  const refused = async (language: string) => {
    const { json } = await server.send({
      method: 'PATCH',
      path: '/api/v1/admin/settings',
      headers: { ...signed.headers, 'accept-language': language },
      body: {
        kioskColours: { primary: '#0a5c50', band: '#f4e9d0' },
        recallLimit: 21,
        siteName: '',
        slot: 'above',
        infoFrameAncestors: ['mpp.go.id'],
        city: 7,
        voice: 1,
      },
    });
    const { errors } = json as { errors: { path: string; message: string }[] };
    return errors.map(({ path, message }) => `${path}: ${message}`).sort();
  };
  expect(await refused('en')).toEqual([
    'city: it is missing or of the wrong kind',
    'infoFrameAncestors.0: an address like https://mpp.go.id',
    'kioskColours.band: #f4e9d0 on #f4b92e has a contrast of 1.5, at least 3 is needed',
    'kioskColours.band: #f4e9d0 on #ffffff has a contrast of 1.2, at least 7 is needed',
    'recallLimit: at most 20',
    'siteName: must be filled in',
    'slot: it is none of the choices',
    'voice: this field is unknown',
  ]);
  expect(await refused('id')).toEqual([
    'city: belum diisi, atau isinya tidak sesuai jenisnya',
    'infoFrameAncestors.0: tulis alamat seperti https://mpp.go.id',
    'kioskColours.band: #f4e9d0 di atas #f4b92e berkontras 1.5, paling sedikit 3',
    'kioskColours.band: #f4e9d0 di atas #ffffff berkontras 1.2, paling sedikit 7',
    'recallLimit: paling banyak 20',
    'siteName: harus diisi',
    'slot: bukan salah satu pilihan',
    'voice: isian ini tidak dikenal',
  ]);
});

test('why a field is refused has a code for programs, the same in each language', async () => {
  const server = await runningServer();
  const { signed } = adminRequests(server);
  const codesIn = async (language: string) => {
    const { json } = await server.send({
      method: 'PATCH',
      path: '/api/v1/admin/settings',
      headers: { ...signed.headers, 'accept-language': language },
      body: { siteName: '', city: 'x'.repeat(61), languages: [], recallLimit: 21, exitPin: '12a', voice: 1 },
    });
    const { errors } = json as { errors: { path: string; code: string }[] };
    return errors.map(({ path, code }) => `${path}: ${code}`).sort();
  };
  expect(await codesIn('id')).toEqual([
    'city: too_long',
    'exitPin: pin_digits',
    'languages: indonesian_always',
    'languages: too_few',
    'recallLimit: too_big',
    'siteName: missing',
    'voice: unknown_field',
  ]);
  expect(await codesIn('en')).toEqual(await codesIn('id'));
});

test('what is wrong with the whole of a request is a sentence, with nothing before it', async () => {
  const server = await runningServer();
  const { signed } = adminRequests(server);
  for (const body of [[], 7, true]) {
    const { json } = await server.send({
      method: 'PATCH',
      path: '/api/v1/admin/settings',
      headers: signed.headers,
      body,
    });
    const { detail, errors } = json as { detail: string; errors: { path: string; message: string }[] };
    expect(detail).toBe('Periksa lagi isian ini, lalu kirim ulang: body.');
    const lines = errors.map(({ path, message }) => faultLine(path, message));
    expect(lines).toEqual(['Belum diisi, atau isinya tidak sesuai jenisnya']);
  }
  expect(faultLine('Nama', 'harus diisi')).toBe('Nama: harus diisi');
});

test('a printer’s address that can be nobody’s is refused with what is wrong with it', async () => {
  const server = await runningServer();
  const { signed } = adminRequests(server);
  const refused = async (path: string, body: unknown, language: string) => {
    const headers = { ...signed.headers, 'accept-language': language };
    const { status, json } = await server.send({
      method: 'POST',
      path: `/api/v1/admin${path}`,
      headers,
      body,
    });
    const { errors } = json as { errors?: { path: string; message: string }[] };
    return [status, ...(errors ?? []).map(({ path: field, message }) => `${field}: ${message}`)];
  };
  const search = { addresses: ['192.0.2.5', '192.0.2.5:70000', '192.0.2.1-9:0'], attached: false };
  expect(await refused('/printers/find', search, 'en')).toEqual([
    400,
    'addresses.1: a port is a number from 1 to 65535',
    'addresses.2: a port is a number from 1 to 65535',
  ]);
  expect(await refused('/printers/find', search, 'id')).toEqual([
    400,
    'addresses.1: port ditulis dengan angka 1 sampai 65535',
    'addresses.2: port ditulis dengan angka 1 sampai 65535',
  ]);
  expect(await refused('/printers/find', { ...search, addresses: ['192.0.2.5:65535'] }, 'en')).toEqual([200]);
  const ticket = { target: 'tcp://192.0.2.5:70000', profile: safeProfile };
  expect(await refused('/printers/test-print', ticket, 'id')).toEqual([
    400,
    'target: mulai dengan usb:, tcp://, serial:, file:, share:, atau spooler:',
  ]);
});
