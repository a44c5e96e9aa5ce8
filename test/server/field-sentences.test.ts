import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { safeProfile } from '../../electron/contract/printers';
import { fieldSentence } from '../../electron/server/field-sentences';
import { adminRequests } from '../support/admin-requests';
import { runningServer } from '../support/running-server';

const electron = join(import.meta.dirname, '../../electron');
/** Said at the start of Antre, or by lists that say their own faults in the reader's language. */
const ofOtherPlaces = /closure-list|read-user-list|export-|config\.ts|headers|events-route|unknown-routes/;

test('every sentence about a field that stands in the code is there in Indonesian', () => {
  const files = ['contract', 'actions', 'server', 'views'].flatMap((folder) =>
    readdirSync(join(electron, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !ofOtherPlaces.test(name))
      .map((name) => readFileSync(join(electron, folder, name), 'utf8')),
  );
  const said = files.flatMap((text) =>
    [
      ...text.matchAll(/\bmessage: '((?:[^'\\]|\\.)+)'/g),
      ...text.matchAll(/\bmessage: "([^"]+)"/g),
      ...text.matchAll(/\.regex\(\/[^\n]*\/u?, '([^']+)'\)/g),
      ...text.matchAll(/\.refine\([^\n]*, '([^']+)'\)/g),
    ].map(([, sentence = '']) => sentence),
  );
  expect(said.length).toBeGreaterThan(25);
  expect([...new Set(said)].filter((sentence) => fieldSentence(sentence, 'id') === sentence)).toEqual([]);
});

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
