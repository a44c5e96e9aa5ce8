import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { AdminSlide } from '../../electron/contract/admin-screens';
import type { DisplaySnapshot } from '../../electron/contract/lobby';
import { query } from '../../electron/store/store';
import { adminRequests, outcome } from '../support/admin-requests';
import { requireImageWorker } from '../support/image-worker';
import { runningServer, type TestServer } from '../support/running-server';
import { barsPng, bombPng, smallMp4, smallWebm } from '../support/sendable-files';

beforeAll(requireImageWorker);

const upload = (
  server: TestServer,
  headers: Readonly<Record<string, string>>,
  file: Buffer,
  name = 'Poster',
) =>
  server.send({
    method: 'POST',
    path: `/api/v1/admin/slides?name=${encodeURIComponent(name)}`,
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    file,
  });
const filesOf = (server: TestServer, folder: string) => {
  try {
    return readdirSync(join(server.dataDir, folder));
  } catch {
    return [];
  }
};
const shownNow = async (server: TestServer) =>
  ((await server.send({ path: '/api/v1/display' })).json as DisplaySnapshot).slides.map(({ name }) => name);

test('a picture is made anew, a video is kept and answered part by part, and both go with their rows', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const picture = await upload(server, admin.signed.headers, barsPng(2000, 500), 'Poster HUT');
  expect(picture.status).toBe(201);
  const slide = picture.json as AdminSlide;
  expect(slide).toEqual({
    id: '1',
    version: 1,
    position: 0,
    name: 'Poster HUT',
    kind: 'image',
    url: expect.stringMatching(/^\/slides\/[\w-]{22}\.jpg$/),
    bytes: expect.any(Number),
    seconds: 10,
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    hours: null,
    fromDate: null,
    toDate: null,
    shown: true,
    due: true,
    missing: false,
    unreadable: [],
  });
  const shown = await server.send({ path: slide.url });
  expect([shown.status, shown.headers['content-type'], shown.headers['x-content-type-options']]).toEqual([
    200,
    'image/jpeg',
    'nosniff',
  ]);
  expect(shown.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
  expect(shown.text).toContain('JFIF');

  for (const [file, type] of [
    [smallMp4(), 'video/mp4'],
    [smallWebm(), 'video/webm'],
  ] as const) {
    const video = (await upload(server, admin.signed.headers, file, type)).json as AdminSlide;
    expect(video.kind).toBe('video');
    const part = await server.send({ path: video.url, headers: { range: 'bytes=8-11' } });
    expect([part.status, part.headers['content-type'], part.headers['content-range'], part.text]).toEqual([
      206,
      type,
      `bytes 8-11/${file.length}`,
      file.toString('utf8', 8, 12),
    ]);
  }
  expect(await shownNow(server)).toEqual(['Poster HUT', 'video/mp4', 'video/webm']);

  expect(outcome(await admin.remove(`/slides/${slide.id}`, '"7"'))).toEqual([412, 'changed_meanwhile']);
  expect(outcome(await admin.remove(`/slides/${slide.id}`, '"1"'))).toEqual([204]);
  expect((await server.send({ path: slide.url })).status).toBe(404);
  expect(filesOf(server, 'slides')).toHaveLength(2);
  expect(await shownNow(server)).toEqual(['video/mp4', 'video/webm']);
});

test('what is damaged, too large or no picture or video is told, and nothing of it is kept', async () => {
  const server = await runningServer();
  const { signed } = adminRequests(server);
  const png = barsPng(400, 300);
  const hostile: readonly (readonly [string, Buffer, string])[] = [
    ['cut off', png.subarray(0, Math.floor(png.length / 2)), 'file_damaged'],
    ['a header alone', png.subarray(0, 30), 'file_damaged'],
    ['a script behind it', Buffer.concat([png, Buffer.from('<script>alert(1)</script>')]), 'file_damaged'],
    ['a bomb', bombPng(60_000), 'too_many_pixels'],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>'), 'file_kind_refused'],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>'), 'file_kind_refused'],
    ['nothing known', Buffer.alloc(4000, 65), 'file_kind_refused'],
    ['a video cut off', smallMp4().subarray(0, -1), 'file_damaged'],
    ['WebM cut off', smallWebm().subarray(0, -1), 'file_damaged'],
    ['empty', Buffer.alloc(0), 'file_kind_refused'],
  ];
  for (const [what, file, code] of hostile) {
    const answer = await upload(server, signed.headers, file);
    expect([what, (answer.json as { code: string }).code]).toEqual([what, code]);
  }
  const tooLarge = await server.send({
    method: 'POST',
    path: '/api/v1/admin/slides?name=x',
    headers: {
      ...signed.headers,
      'content-type': 'application/octet-stream',
      'content-length': String(61 * 1024 * 1024),
    },
    file: Buffer.alloc(10),
  });
  expect(outcome(tooLarge)).toEqual([413, 'too_large']);
  const asJson = await server.send({
    method: 'POST',
    path: '/api/v1/admin/slides?name=x',
    headers: signed.headers,
    body: { file: 'x' },
  });
  expect(outcome(asJson)).toEqual([400, 'invalid_request']);
  expect(server.hall.store.all(query.selectFrom('slides').selectAll())).toEqual([]);
  expect([filesOf(server, 'slides'), filesOf(server, 'sent')]).toEqual([[], []]);
});

test('the same press twice keeps one file, and only admins upload', async () => {
  const server = await runningServer();
  const { signed } = adminRequests(server);
  const keyed = { ...signed.headers, 'idempotency-key': 'one-press-only' };
  const first = await upload(server, keyed, smallMp4());
  const second = await upload(server, keyed, smallMp4());
  expect([first.status, second.json]).toEqual([201, first.json]);
  expect(filesOf(server, 'slides')).toHaveLength(1);
  expect(outcome(await upload(server, keyed, smallWebm()))).toEqual([409, 'idempotency_conflict']);
  expect(filesOf(server, 'slides')).toHaveLength(1);
  for (const [headers, status] of [
    [server.signIn('supervisor').headers, 403],
    [server.signIn('staff').headers, 403],
    [{}, 401],
  ] as const) {
    expect((await upload(server, headers, smallMp4())).status).toBe(status);
  }
  expect([filesOf(server, 'slides').length, filesOf(server, 'sent')]).toEqual([1, []]);
});

test('a slide is shown on its days, within its hours, from and to its dates, in the order chosen', async () => {
  const server = await runningServer();
  // The night ends sessions: each day signs in anew.
  const admin = () => adminRequests(server);
  const first = admin();
  await upload(server, first.signed.headers, smallMp4(), 'Satu');
  await upload(server, first.signed.headers, smallWebm(), 'Dua');
  await first.patch('/slides/2', { position: 0, name: 'Kedua' }, '"1"');
  expect(await shownNow(server)).toEqual(['Kedua', 'Satu']);
  // Tuesday, 09.00.
  const schedule = async (change: unknown) => {
    const answer = await admin().patch('/slides/1', change);
    expect(answer.status).toBe(200);
    return (await shownNow(server)).includes('Satu');
  };
  expect(await schedule({ hours: { from: '09:01', to: '15:00' } })).toBe(false);
  server.hall.clock.advance({ minutes: 1 });
  expect(await shownNow(server)).toEqual(['Kedua', 'Satu']);
  expect(await schedule({ hours: null, weekdays: [3] })).toBe(false);
  server.hall.clock.advance({ days: 1 });
  expect(await shownNow(server)).toEqual(['Kedua', 'Satu']);
  expect(await schedule({ toDate: '2026-11-24' })).toBe(false);
  expect(await schedule({ toDate: '2026-11-25', fromDate: '2026-11-25' })).toBe(true);
  expect(await schedule({ shown: false })).toBe(false);
  for (const wrong of [
    { toDate: '2026-11-24' },
    { hours: { from: '10:00', to: '09:00' } },
    { weekdays: [] },
    { weekdays: [8] },
    { weekdays: [1, 1] },
    { seconds: 0 },
    { name: ' ' },
    { url: 'x' },
  ]) {
    expect([wrong, outcome(await admin().patch('/slides/1', wrong))]).toEqual([
      wrong,
      [400, 'invalid_request'],
    ]);
  }
  expect(outcome(await admin().patch('/slides/1', { seconds: 5 }, '"1"'))).toEqual([
    412,
    'changed_meanwhile',
  ]);
});
