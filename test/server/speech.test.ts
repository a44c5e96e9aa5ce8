import { expect, test } from 'vitest';
import { changeSettings } from '../../electron/actions/accounts/change-settings';
import { giveDeviceToken } from '../../electron/actions/accounts/give-device-token';
import { makeDevice } from '../../electron/actions/admin/devices';
import type { Finding } from '../../electron/contract/admin-hall';
import type { AdminSpeech } from '../../electron/contract/speech';
import type { Synthesiser } from '../../electron/speech/synthesiser';
import { adminRequests, outcome } from '../support/admin-requests';
import { runningServer, type TestServer } from '../support/running-server';
import { secondKiosk } from '../support/second-kiosk';
import { toneWav } from '../support/sendable-files';
import { stranger } from '../support/strangers';
import { whistle } from '../support/synthesisers';
import { until } from '../support/until';

const system = { kind: 'system' } as const;
const ask = (server: TestServer, headers: Readonly<Record<string, string>>, language: string, text: string) =>
  server.send({ path: `/api/v1/sound?${new URLSearchParams({ language, text })}`, headers });
const asKiosk = (server: TestServer) => ({
  ...stranger,
  authorization: `Bearer ${secondKiosk(server).token}`,
});

test('kiosks, displays and admins get a sentence as sound; nobody else does', async () => {
  const server = await runningServer({ findSynthesiser: async () => whistle() });
  const display = server.hall.actionRunner.run(system, (context) =>
    giveDeviceToken(context, makeDevice(context, { kind: 'display', name: 'Lobi' })),
  );
  for (const headers of [
    asKiosk(server),
    { ...stranger, authorization: `Bearer ${display}` },
    server.signIn('admin').headers,
  ]) {
    const answer = await ask(server, headers, 'id', 'Selamat datang.');
    expect([answer.status, answer.json]).toEqual([200, { base64: toneWav(0.1).toString('base64') }]);
  }
  expect(outcome(await ask(server, stranger, 'id', 'Selamat datang.'))).toEqual([401, 'not_signed_in']);
  expect(outcome(await ask(server, { ...stranger, authorization: 'Bearer x' }, 'id', 'satu'))).toEqual([
    401,
    'not_signed_in',
  ]);
  const officer = { ...stranger, ...server.signIn('staff').headers };
  expect(outcome(await ask(server, officer, 'id', 'satu'))).toEqual([403, 'forbidden']);
});

test('a page is told whether there is no voice for a language, or the synthesiser failed', async () => {
  const voice = whistle('1', { fails: (text) => text === 'rusak' });
  const server = await runningServer({ findSynthesiser: async () => voice });
  const kiosk = asKiosk(server);
  expect(outcome(await ask(server, kiosk, 'jv', 'Sugeng rawuh.'))).toEqual([503, 'speech_unavailable']);
  expect(outcome(await ask(server, kiosk, 'id', 'rusak'))).toEqual([503, 'speech_failed']);
  const without = await runningServer();
  expect(outcome(await ask(without, asKiosk(without), 'id', 'satu'))).toEqual([503, 'speech_unavailable']);
});

test('what is too long, empty, of no language or has unseen signs is refused before anything is made', async () => {
  const voice = whistle();
  const server = await runningServer({ findSynthesiser: async () => voice });
  const kiosk = asKiosk(server);
  for (const [language, text] of [
    ['id', 'a'.repeat(501)],
    ['id', ' '],
    ['fr', 'un'],
    ['id', 'satu\u0001500S'],
    ['id', 'satu\u202Edua'],
  ] as const) {
    expect(outcome(await ask(server, kiosk, language, text))).toEqual([400, 'invalid_request']);
  }
  expect(voice.said).toEqual([]);
});

test('one device may ask for so much, and is told to wait; another goes on', async () => {
  const server = await runningServer({ findSynthesiser: async () => whistle() });
  const kiosk = asKiosk(server);
  for (let asked = 0; asked < 600; asked += 50) {
    await Promise.all(Array.from({ length: 50 }, () => ask(server, kiosk, 'id', 'satu')));
  }
  expect(outcome(await ask(server, kiosk, 'id', 'satu'))).toEqual([429, 'too_many_requests']);
  expect((await ask(server, asKiosk(server), 'id', 'satu')).status).toBe(200);
});

test('admins see what makes speech here, the voice of each language, and how far names are', async () => {
  let installed: Synthesiser | null = null;
  const server = await runningServer({ findSynthesiser: async () => installed });
  const admin = adminRequests(server);
  const seen = async () => (await admin.get('/speech')).json as AdminSpeech;
  expect(await seen()).toMatchObject({
    synthesiser: null,
    voices: [
      { language: 'id', voice: null },
      { language: 'en', voice: null },
      { language: 'jv', voice: null },
    ],
  });
  const found = async () =>
    ((await admin.get('/findings')).json as Finding[]).filter(({ kind }) => kind === 'no_speech').length;
  expect(await found()).toBe(0);
  server.hall.act(system, (context) => changeSettings(context, { spokenPath: true }));
  expect(await found()).toBe(1);
  installed = whistle('1.51', { fails: (text) => text === 'PDAM' });
  await until('it is found', async () => (await seen()).synthesiser);
  expect(await found()).toBe(0);
  const last = await until('all is made', async () => {
    const state = await seen();
    return state.made + state.failingCount === state.wanted && state;
  });
  expect(last).toMatchObject({
    synthesiser: { name: 'espeak-ng', version: '1.51' },
    voices: [
      { language: 'id', voice: 'id' },
      { language: 'en', voice: 'en-gb' },
      { language: 'jv', voice: null },
    ],
    diskFull: false,
  });
  expect(last.failing).toContainEqual({ language: 'id', text: 'PDAM', error: "Error: can't say PDAM" });
});
