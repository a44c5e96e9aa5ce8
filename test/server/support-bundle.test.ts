import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { changeSettings } from '../../electron/actions/accounts/change-settings';
import { giveDeviceToken } from '../../electron/actions/accounts/give-device-token';
import type { SupportBundle } from '../../electron/contract/admin-health';
import { logFiles } from '../../electron/health/log-file';
import { createLog } from '../../electron/log';
import { builtInKioskId } from '../../electron/store/import-configuration';
import { query } from '../../electron/store/store';
import { adminRequests, outcome } from '../support/admin-requests';
import { takePrinted } from '../support/issue';
import { runningServer, type TestServer } from '../support/running-server';
import { until } from '../support/until';

const phone = '0812-3456-7890';
const identity = '3326014501900003';

/** A hall that holds a bit of everything that may not leave it; returns each of these. */
async function hallWithSecrets(): Promise<{
  readonly server: TestServer;
  readonly secrets: readonly string[];
}> {
  const server = await runningServer();
  const { hall, dataDir } = server;
  const admin = adminRequests(server);
  const { token: ticket } = takePrinted(hall, hall.serviceId('A'));
  const visitor = 'Siti Rahmawati binti Wiryo';
  const complaint = `Saya, ${visitor}, dibentak di loket 3. Telepon ${phone}, NIK ${identity}.`;
  const told = await server.send({
    method: 'POST',
    path: '/api/v1/complaints',
    headers: { 'x-forwarded-for': '10.0.0.9' },
    body: { kind: 'complaint', text: complaint },
  });
  expect(told.status).toBe(201);
  const program = await admin.post('/tokens', { name: 'Papan kota', roles: ['admin'] });
  expect(program.status).toBe(201);
  const device = hall.act({ kind: 'system' }, (context) => giveDeviceToken(context, builtInKioskId));
  hall.act({ kind: 'system' }, (context) => {
    const notice = { id: `Informasi: ${phone} atau mpp@kajen.example`, en: '', jv: '' };
    changeSettings(context, { exitPinHash: 'scrypt$pin$a-hash-of-the-pin', kioskNotice: notice });
  });
  await admin.post('/users', {
    username: 'petugas.rahasia',
    displayName: 'Bambang Kusumo',
    password: 'kata sandi yang panjang sekali',
    role: 'staff',
    wholeHall: true,
    active: true,
  });
  writeFileSync(join(dataDir, 'setup-code'), 'K7PQ-2M9X-4RTW\n');
  const log = createLog('info', dataDir);
  const { token: session } = admin.signed;
  log.error(
    { err: new Error(`no row for ${ticket} of ${phone}`), body: { text: complaint } },
    'a request failed',
  );
  log.warn({ headers: { cookie: `antre_session=${session}` }, address: `/t/${ticket}` }, 'printing failed');
  await until('the log', () => logFiles(dataDir).some(({ bytes }) => bytes > 0));
  // What an older Antre may have left there.
  const older = {
    level: 'warn',
    time: new Date(hall.clock.now()).toISOString(),
    msg: `lost ${session} of ${device}`,
  };
  appendFileSync(logFiles(dataDir)[0]?.file ?? '', `${JSON.stringify(older)}\n`);
  const { store } = hall;
  const hashes = [
    ...store.all(query.selectFrom('users').select('passwordHash as secret')),
    ...store.all(query.selectFrom('sessions').select('tokenHash as secret')),
    ...store.all(query.selectFrom('devices').select('tokenHash as secret')),
    ...store.all(query.selectFrom('api_tokens').select('tokenHash as secret')),
    ...store.all(query.selectFrom('tickets').select('token as secret')),
    ...store.all(query.selectFrom('complaints').select('code as secret')),
  ].flatMap(({ secret }) => (secret ? [secret] : []));
  const secrets = [
    ...hashes,
    ticket,
    session,
    device,
    (program.json as { readonly token: string }).token,
    'a-hash-of-the-pin',
    'Rahmawati',
    'dibentak',
    phone,
    '3456',
    identity,
    'Kusumo',
    'petugas.rahasia',
    'kata sandi yang panjang',
    'mpp@kajen',
    'K7PQ-2M9X',
  ];
  return { server, secrets };
}

test('nothing in the bundle for support is a secret or about a person, in any byte of it', async () => {
  const { server, secrets } = await hallWithSecrets();
  const answer = await adminRequests(server).get('/support');
  expect(answer.status).toBe(200);
  const { files } = answer.json as SupportBundle;
  // As the page and the command pack it, and whoever gets it unpacks it.
  const packed = zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)])));
  const unpacked = unzipSync(packed);
  expect(secrets.length).toBeGreaterThan(20);
  for (const [name, bytes] of Object.entries(unpacked)) {
    const text = Buffer.from(bytes).toString('latin1');
    const found = secrets.filter((secret) => secret.length > 3 && text.includes(secret));
    expect([name, found]).toEqual([name, []]);
  }
});

test('the bundle tells what helps: health, findings, configuration, the database without its rows, the log', async () => {
  const { server } = await hallWithSecrets();
  const { name, files } = (await adminRequests(server).get('/support')).json as SupportBundle;
  expect(name).toMatch(/^antre-support-0\.0\.0-test-\d{4}-\d{2}-\d{2}\.zip$/);
  const text = new Map(files.map((file) => [file.name, file.text]));
  expect([...text.keys()]).toEqual([
    'isi.txt',
    'contents.txt',
    'health.json',
    'findings.json',
    'configuration.json',
    'machine-settings.json',
    'schema.sql',
    'database.json',
    'antre.log',
  ]);
  const read = (file: string) => JSON.parse(text.get(file) ?? '');
  expect(read('health.json')).toMatchObject({ version: '0.0.0-test', support: { name: 'Node' } });
  expect(Array.isArray(read('findings.json'))).toBe(true);
  expect(read('configuration.json').counters.length).toBe(server.hall.hall().counters.length);
  expect(read('configuration.json').settings.kioskNotice.id).toBe('Informasi: ••••-••••-•••• atau •@•');
  const { migrations, rows } = read('database.json');
  expect([migrations.done === migrations.known, rows.tickets, rows.complaints]).toEqual([true, 1, 1]);
  expect(text.get('schema.sql')).toContain('CREATE TABLE tickets');
  expect(text.get('antre.log')).toContain('a request failed');
  expect(text.get('antre.log')).toContain('no row for … of ••••-••••-••••');
});

test('the bundle is for admins alone, and how the machine is for whoever oversees the whole hall', async () => {
  const server = await runningServer();
  const supervisor = adminRequests(server, server.signIn('supervisor'));
  expect(outcome(await supervisor.get('/support'))).toEqual([403, 'forbidden']);
  expect((await supervisor.get('/health')).status).toBe(200);
  const bound = server.hall.hall().counters[0];
  const ofOne = server.signIn('supervisor', { wholeHall: false, institutions: [bound?.agency ?? ''] });
  expect(outcome(await adminRequests(server, ofOne).get('/health'))).toEqual([403, 'whole_hall_only']);
});
