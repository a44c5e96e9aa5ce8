import { expect, test } from 'vitest';
import type { AuditEntry } from '../../electron/contract/admin-audit';
import type { MenuCounter } from '../../electron/contract/site';
import { innerParts, publicParts } from '../../electron/contract/standard-parts';
import type { PublicStandard, ServiceStandard, StandardsEvidence } from '../../electron/contract/standards';
import { runningServer } from '../support/running-server';

const inIndonesian = (id: string) => ({ id, en: '', jv: '' });
/** All fourteen parts, written and decided. */
const whole = {
  ...Object.fromEntries(publicParts.map((part) => [part, inIndonesian(`isi ${part}`)])),
  ...Object.fromEntries(innerParts.map((part) => [part, `isi ${part}`])),
  decidedBy: 'Kepala Dinas',
  decisionNumber: '188/12/2026',
  decidedOn: '2026-03-02',
};

/** An admin of a hall in which today is Tuesday, 24 November 2026; its services are written as none yet. */
async function register() {
  const server = await runningServer();
  const { headers } = server.signIn('admin');
  const list = async () =>
    (await server.send({ method: 'GET', path: '/api/v1/admin/standards', headers }))
      .json as ServiceStandard[];
  const change = (id: string, body: unknown, more: Record<string, string> = {}) =>
    server.send({
      method: 'PATCH',
      path: `/api/v1/admin/standards/${id}`,
      headers: { ...headers, ...more },
      body,
    });
  const seen = async (id: string, on = 'kiosk') =>
    (await server.send({ method: 'GET', path: `/api/v1/services/${id}/standard?on=${on}` }))
      .json as PublicStandard | null;
  const evidence = async () =>
    (await server.send({ method: 'GET', path: '/api/v1/reports/standards', headers }))
      .json as StandardsEvidence;
  const [first] = await list();
  if (!first) throw new Error('the hall has no service');
  return { server, headers, list, change, seen, evidence, first };
}

test('a service has no standard until one is written, and its documents are the first requirement', async () => {
  const { first, list, change } = await register();
  expect(first).toMatchObject({ version: 0, state: 'none', decidedOn: null });
  expect(first.documents.id.length).toBeGreaterThan(0);
  expect(first.missing).not.toContain('requirements');
  const answer = await change(first.id, { time: inIndonesian('3 hari kerja') });
  expect(answer.json).toMatchObject({ version: 1, state: 'incomplete', time: { id: '3 hari kerja' } });
  expect((await list())[0]).toEqual(answer.json);
});

test('what is decided is due for review a year later, and told thirty days before', async () => {
  const { first, change } = await register();
  const decided = (await change(first.id, whole)).json as ServiceStandard;
  expect(decided).toMatchObject({ state: 'in_force', missing: [], reviewDueOn: '2027-03-02' });
  const state = async (body: unknown) => ((await change(first.id, body)).json as ServiceStandard).state;
  expect(await state({ reviewDueOn: '2026-12-25' })).toBe('in_force');
  expect(await state({ reviewDueOn: '2026-12-24' })).toBe('review_due');
  expect(await state({ decisionNumber: '' })).toBe('undecided');
  expect(await state({ isExample: true })).toBe('example');
  const reviewed = (await change(first.id, { ...whole, isExample: false, reviewedOn: '2026-11-20' }))
    .json as ServiceStandard;
  expect(reviewed).toMatchObject({ state: 'in_force', reviewDueOn: '2027-11-20' });
});

test('documents written here are the service’s own', async () => {
  const { server, headers, first, change } = await register();
  const documents = { id: ['KTP asli'], en: ['ID card'], jv: ['KTP asli'] };
  expect((await change(first.id, { documents })).json).toMatchObject({ documents, version: 1 });
  const service = await server.send({ method: 'GET', path: `/api/v1/admin/services/${first.id}`, headers });
  expect(service.json).toMatchObject({ documents, version: 2 });
});

test('days to come, stale changes and strange services are refused', async () => {
  const { first, change } = await register();
  const early = await change(first.id, { decidedOn: '2026-11-25' });
  expect([early.status, early.json]).toMatchObject([400, { errors: [{ path: 'decidedOn' }] }]);
  expect((await change(first.id, { cost: inIndonesian('Gratis') }, { 'if-match': '"0"' })).status).toBe(200);
  expect((await change(first.id, { cost: inIndonesian('Rp1') }, { 'if-match': '"0"' })).status).toBe(412);
  expect((await change('9999', whole)).status).toBe(404);
});

test('visitors read the six parts where the hall shows them, of an example only in practice', async () => {
  const { server, headers, first, change, seen } = await register();
  const onMenu = async () =>
    ((await server.send({ path: '/api/v1/counters' })).json as MenuCounter[])
      .flatMap(({ services }) => services)
      .find(({ id }) => id === first.id)?.hasStandard;
  expect([await seen(first.id), await onMenu()]).toEqual([null, false]);
  await change(first.id, whole);
  expect(await onMenu()).toBe(true);
  const standard = await seen(first.id);
  expect(standard).toMatchObject({ id: first.id, cost: { id: 'isi cost' }, decisionNumber: '188/12/2026' });
  expect(JSON.stringify(standard)).not.toContain('isi staffing');
  expect(await seen(first.id, 'paper')).toBeNull();
  await server.send({
    method: 'PATCH',
    path: '/api/v1/admin/settings',
    headers,
    body: { standardMedia: ['paper'] },
  });
  expect([await seen(first.id, 'paper'), await seen(first.id), await onMenu()]).toEqual([
    standard,
    null,
    false,
  ]);
  await change(first.id, { isExample: true });
  const practice = server.hall.hall().settings.practice;
  expect((await seen(first.id, 'paper')) !== null).toBe(practice);
});

test('the evidence counts what is whole, decided and reviewed, and no examples', async () => {
  const { list, change, evidence } = await register();
  const ids = (await list()).map(({ id }) => id);
  const none = { decided: 0, current: 0, reviewed: 0, published: 0, examples: 0, media: [] };
  expect(await evidence()).toEqual({ services: ids.length, ...none, unwritten: ids.length, reviewDue: 0 });
  for (const id of ids) await change(id, whole);
  const media = ['information', 'phone', 'kiosk'];
  const all = { services: ids.length, decided: ids.length, current: ids.length, published: ids.length };
  const written = { unwritten: 0, reviewDue: 0 };
  expect(await evidence()).toEqual({ ...all, reviewed: 0, examples: 0, media, ...written });
  const [first = '', second = '', third = ''] = ids;
  await change(first, { decidedOn: '2025-11-23' });
  await change(second, { decidedOn: '2025-11-23', reviewedOn: '2025-11-24' });
  await change(third, { isExample: true });
  expect(await evidence()).toEqual({
    services: ids.length,
    decided: ids.length - 1,
    current: ids.length - 2,
    reviewed: 1,
    published: ids.length - 1,
    examples: 1,
    unwritten: 1,
    // Decided anew a year before yesterday, and so due.
    reviewDue: 2,
    media: [],
  });
});

test('the history tells what was another before, and the configuration’s file carries standards', async () => {
  const { server, headers, first, change } = await register();
  await change(first.id, { ...whole, decidedOn: null });
  await change(first.id, { decisionNumber: '188/13/2026' });
  const history = await server.send({ method: 'GET', path: '/api/v1/admin/audit', headers });
  const [latest] = (history.json as { entries: AuditEntry[] }).entries;
  expect(latest).toMatchObject({
    action: 'changeStandard',
    subject: `standard:${first.id}`,
    before: { decisionNumber: '188/12/2026' },
    after: { decisionNumber: '188/13/2026' },
  });
  const file = (await server.send({ method: 'GET', path: '/api/v1/admin/export', headers })).json as {
    counters: { services: { standard?: { decisionNumber: string } }[] }[];
  };
  expect(file.counters[0]?.services[0]?.standard?.decisionNumber).toBe('188/13/2026');
  await change(first.id, { decisionNumber: '188/14/2026' });
  const preview = await server.send({
    method: 'POST',
    path: '/api/v1/admin/import/preview',
    headers,
    body: file,
  });
  expect(preview.json).toMatchObject({ differences: [{ before: '188/14/2026', after: '188/13/2026' }] });
  const imported = await server.send({ method: 'POST', path: '/api/v1/admin/import', headers, body: file });
  expect([imported.status, imported.json]).toMatchObject([
    200,
    { differences: [{ before: '188/14/2026', after: '188/13/2026' }] },
  ]);
});

test('a list changes what differs in it alone, and nothing while a cell is wrong', async () => {
  const { server, headers, list, first } = await register();
  const send = async (lines: readonly string[], where = '') => {
    const answer = await fetch(`${server.url}/api/v1/admin/standards/list${where}`, {
      method: 'POST',
      headers: { ...headers, origin: server.url, 'content-type': 'application/octet-stream' },
      body: lines.join('\r\n'),
    });
    return { status: answer.status, json: (await answer.json()) as unknown };
  };
  const head = 'Gerai;Nama layanan;Waktu penyelesaian;Biaya/tarif (en);Tanggal penetapan;Dasar hukum;Contoh';
  const row = `${first.counterCode.toLowerCase()};${first.name.id}`;
  const wrong = [head, `${row};1 hari;;32/1/2026;;mungkin`, 'ZZ;Tidak ada;;;;;', `${row};;;25/11/2026;;`];
  const faults = [
    { line: 2, column: 'Tanggal penetapan', kind: 'no_date', value: '32/1/2026' },
    { line: 2, column: 'Contoh', kind: 'no_flag', value: 'mungkin' },
    { line: 3, column: 'Nama layanan', kind: 'unknown_service', value: 'ZZ Tidak ada' },
    { line: 4, column: 'Nama layanan', kind: 'twice', value: first.name.id },
    { line: 4, column: 'Tanggal penetapan', kind: 'day_to_come', value: '25/11/2026' },
  ];
  expect((await send(wrong, '/preview')).json).toMatchObject({ faults });
  expect(await send(wrong)).toMatchObject({ status: 400 });
  expect((await send([`${head};Warna`, row], '/preview')).json).toMatchObject({
    services: [],
    faults: [{ line: 1, column: 'Warna', kind: 'unknown_column' }],
  });
  expect((await send([`${head};biaya/tarif (EN)`, `${row};;Free;;;;Paid`], '/preview')).json).toMatchObject({
    services: [],
    faults: [{ line: 1, column: 'biaya/tarif (EN)', kind: 'twice', value: 'biaya/tarif (EN)' }],
  });
  expect((await list())[0]).toMatchObject({ version: 0 });
  const right = [head, `${row};1 hari;Free;2 Maret 2026;;ya`];
  expect((await send(right, '/preview')).json).toEqual({
    services: [{ id: first.id, name: first.name, fields: ['time', 'cost', 'decidedOn', 'isExample'] }],
    faults: [],
  });
  expect(await send(right)).toEqual({ status: 200, json: { changed: 1 } });
  expect((await list())[0]).toMatchObject({
    ...{ version: 1, time: { id: '1 hari' }, cost: { id: '', en: 'Free' } },
    ...{ decidedOn: '2026-03-02', isExample: true },
  });
  expect((await send(right, '/preview')).json).toEqual({ services: [], faults: [] });
});
