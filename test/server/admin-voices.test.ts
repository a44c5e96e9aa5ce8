import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type AdminVoiceClip, voiceClipNames, voiceMostClips } from '../../electron/contract/admin-voices';
import type { DisplaySnapshot } from '../../electron/contract/lobby';
import { adminRequests, outcome } from '../support/admin-requests';
import { runningServer, type TestServer } from '../support/running-server';
import { toneWav } from '../support/sendable-files';

const clips = join(import.meta.dirname, '../../renderer/voice');
const opus = readFileSync(join(clips, 'id/desk.opus'));

const send = (server: TestServer, headers: Readonly<Record<string, string>>, clip: string, file: Buffer) => {
  const [language, name] = clip.split('/');
  return server.send({
    method: 'POST',
    path: `/api/v1/admin/voices?language=${language}&name=${name}`,
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    file,
  });
};
const revision = async (server: TestServer) =>
  ((await server.send({ path: '/api/v1/display' })).json as DisplaySnapshot).voice.revision;

test('the names of the clips are those that come with Antre', () => {
  for (const language of ['id', 'en'] as const) {
    const files = readdirSync(join(clips, language)).map((file) => file.replace('.opus', ''));
    expect([...voiceClipNames[language]].sort()).toEqual(files.sort());
  }
});

test('a recording takes the place of a clip, another that of the first, and removed it is gone', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const { headers } = admin.signed;
  const clip = async (key: string) =>
    ((await admin.get('/voices')).json as AdminVoiceClip[]).find(
      ({ language, name }) => `${language}/${name}` === key,
    );
  const none = { language: 'id', name: 'desk', says: null, url: null, bytes: null };
  expect(await clip('id/desk')).toEqual(none);
  const before = await revision(server);
  const kept = await send(server, headers, 'id/desk', opus);
  expect([kept.status, kept.json]).toEqual([
    201,
    {
      language: 'id',
      name: 'desk',
      says: null,
      url: expect.stringMatching(/^\/voice\/id\/desk\.opus\?v=\d+$/),
      bytes: opus.length,
    },
  ]);
  expect(await revision(server)).toBe(before + 1);
  const wav = toneWav(0.2);
  expect((await send(server, headers, 'id/desk', wav)).status).toBe(201);
  expect((await clip('id/desk'))?.url).toMatch(/^\/voice\/id\/desk\.wav/);
  const heard = await server.send({ path: '/voice/id/desk.wav' });
  expect([
    heard.status,
    heard.headers['x-content-type-options'],
    heard.headers['content-security-policy'],
  ]).toEqual([200, 'nosniff', "default-src 'none'; sandbox"]);
  expect((await server.send({ path: '/api/v1/voices' })).json).toHaveLength(1);
  expect((await send(server, headers, 'jv/desk-kasir-2', wav)).status).toBe(201);
  expect(await clip('jv/desk-kasir-2')).toMatchObject({ bytes: wav.length });

  expect(outcome(await admin.remove('/voices/id/desk'))).toEqual([204]);
  expect(await clip('id/desk')).toEqual(none);
  expect(outcome(await admin.remove('/voices/id/desk'))).toEqual([404, 'not_found']);
  expect(await revision(server)).toBe(before + 4);
});

test('what is no sound, cut off, or of no call is told, and nothing is kept', async () => {
  const server = await runningServer();
  const { signed } = adminRequests(server);
  const wrong: readonly (readonly [string, Buffer, string])[] = [
    ['id/desk', opus.subarray(0, Math.floor(opus.length / 2)), 'file_damaged'],
    ['id/desk', toneWav(0.2).subarray(0, 500), 'file_damaged'],
    ['id/desk', Buffer.from('<script>alert(1)</script>'), 'file_kind_refused'],
    ['id/desk', Buffer.alloc(0), 'file_kind_refused'],
    ['id/chimes', opus, 'invalid_request'],
    ['id/..%2F..%2Fx', opus, 'invalid_request'],
    ['fr/desk', opus, 'invalid_request'],
    ['id/desk', Buffer.alloc(4 * 1024 * 1024), 'too_large'],
  ];
  for (const [clip, file, code] of wrong) {
    const answer = await send(server, signed.headers, clip, file);
    expect([clip, (answer.json as { code: string }).code]).toEqual([clip, code]);
  }
  expect(outcome(await send(server, server.signIn('supervisor').headers, 'id/desk', opus))).toEqual([
    403,
    'forbidden',
  ]);
  expect((await server.send({ path: '/api/v1/voices' })).json).toEqual([]);
  expect(await revision(server)).toBe(0);
});

test('the names of counters and of desks in words are there to be recorded, and follow what they are called', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const names = async (wanted: string) =>
    ((await admin.get('/voices')).json as AdminVoiceClip[])
      .filter(({ language, says }) => language === wanted && says !== null)
      .map(({ name, says, url }) => [name, says, url === null]);
  expect(await names('jv')).toEqual([
    ['counter-dindukcapil', 'Dindukcapil', true],
    ['counter-imigrasi', 'Imigrasi', true],
    ['counter-pdam', 'PDAM', true],
  ]);
  expect((await send(server, admin.signed.headers, 'jv/counter-dindukcapil', toneWav(0.2))).status).toBe(201);
  expect((await names('jv'))[0]).toEqual(['counter-dindukcapil', 'Dindukcapil', false]);
  const change = (path: string, body: unknown) =>
    server.send({ method: 'PATCH', path: `/api/v1/admin${path}`, headers: admin.signed.headers, body });
  const name = { id: 'Catatan Sipil', en: 'Civil Registration', jv: '' };
  expect((await change(`/counters/${server.hall.counterId('A')}`, { name })).status).toBe(200);
  expect((await change(`/desks/${server.hall.deskId(2)}`, { label: 'Kasir 2' })).status).toBe(200);
  // Under its new name nothing was recorded; the old recording is still there to be removed.
  expect((await names('jv')).slice(0, 2)).toEqual([
    ['desk-kasir-2', 'Kasir 2', true],
    ['counter-catatan-sipil', 'Catatan Sipil', true],
  ]);
  expect((await names('en'))[1]).toEqual(['counter-catatan-sipil', 'Civil Registration', true]);
  const left = ((await admin.get('/voices')).json as AdminVoiceClip[]).find(({ url }) => url !== null);
  expect(left).toMatchObject({ language: 'jv', name: 'counter-dindukcapil', says: null });
});

test('a language has so many recordings; one that is there may be replaced all the same', async () => {
  const server = await runningServer();
  const { headers } = adminRequests(server).signed;
  const folder = join(server.dataDir, 'voice', 'jv');
  mkdirSync(folder, { recursive: true });
  for (let at = 0; at < voiceMostClips; at += 1) writeFileSync(join(folder, `desk-lama-${at}.wav`), '');
  const refused = await send(server, headers, 'jv/desk', toneWav(0.2));
  expect([refused.status, (refused.json as { code: string }).code]).toEqual([409, 'limit_reached']);
  expect((await send(server, headers, 'jv/desk-lama-7', toneWav(0.2))).status).toBe(201);
});
