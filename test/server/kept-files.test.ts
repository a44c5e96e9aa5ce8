import { createHash } from 'node:crypto';
import { readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { safeFileName } from '../../electron/actions/files/kept-files';
import type { FollowUp } from '../../electron/contract/follow-up';
import { fileMostBytes, type KeptFile, mostFilesOfOne } from '../../electron/contract/kept-files';
import { KeptFiles } from '../../electron/server/files/kept-files';
import { filesUsed } from '../../electron/store/file-owners';
import { requireImageWorker } from '../support/image-worker';
import { runningServer } from '../support/running-server';
import { barsPng, smallMp4 } from '../support/sendable-files';

beforeAll(requireImageWorker);

const pdf = (text = 'Berita acara') => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`);
const office = (...parts: string[]) =>
  Buffer.from(
    zipSync(Object.fromEntries(['[Content_Types].xml', ...parts].map((name) => [name, strToU8('<x/>')]))),
  );
const workbook = async () => {
  const book = new exceljs.Workbook();
  book.addWorksheet('SKM').addRow(['Unsur', 3.6]);
  return Buffer.from(await book.xlsx.writeBuffer());
};

/** A supervisor of a hall with one thing to keep files for. */
async function withFollowUp() {
  const server = await runningServer();
  const { headers } = server.signIn('supervisor');
  const resolve = async () => {
    const answer = await server.send({
      method: 'POST',
      path: '/api/v1/reports/follow-ups',
      headers,
      body: {
        ...{ from: '2026-01-01', to: '2026-06-30', reportedOn: '2026-07-03', element: null },
        ...{ action: 'Tambah kursi', owner: 'Koordinator', dueOn: '2026-12-31' },
      },
    });
    return (answer.json as FollowUp).id;
  };
  const ownerId = await resolve();
  const put = (file: Buffer, name = 'Berita acara.pdf', { owner = ownerId, more = {} } = {}) =>
    server.send({
      method: 'POST',
      path: `/api/v1/files?ownerKind=follow_up&ownerId=${owner}&name=${encodeURIComponent(name)}`,
      headers: { ...headers, ...more, 'content-type': 'application/octet-stream' },
      file,
    });
  const keep = async (...sent: Parameters<typeof put>) => (await put(...sent)).json as KeptFile;
  const list = async (search = '') =>
    (await server.send({ path: `/api/v1/files${search}`, headers })).json as KeptFile[];
  const get = (path: string, who: Readonly<Record<string, string>> = headers) =>
    server.send({ path: `/api/v1/files/${path}`, headers: who });
  const remove = (id: string) => server.send({ method: 'DELETE', path: `/api/v1/files/${id}`, headers });
  const onDisk = () => readdirSync(join(server.dataDir, 'files'));
  return { server, headers, ownerId, resolve, put, keep, list, get, remove, onDisk };
}

test('a file is kept for its thing, and saved again as it was sent, by those who are signed in for it', async () => {
  const { server, ownerId, keep, list, get, onDisk } = await withFollowUp();
  const sent = pdf();
  const kept = await keep(sent, '../Berita acara "rapat" Kâjèn.PDF');
  expect(kept).toEqual({
    ...{ id: '1', version: 1, ownerKind: 'follow_up', ownerId, name: 'Berita acara rapat Kâjèn.pdf' },
    ...{ mediaType: 'application/pdf', bytes: sent.length },
    sha256: createHash('sha256').update(sent).digest('hex'),
    addedAt: expect.stringMatching(/^2026-11-24T\d\d:\d\d:\d\d\+07:00$/),
    ...{ addedBy: expect.stringMatching(/./), missing: false },
  });
  expect(await list(`?ownerKind=follow_up&ownerId=${ownerId}`)).toEqual([kept]);
  expect(await list('?ownerKind=follow_up&ownerId=77')).toEqual([]);
  const saved = await get('1/content');
  expect([saved.status, saved.text]).toEqual([200, sent.toString()]);
  expect(saved.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="Berita acara rapat Kajen.pdf"; filename*=UTF-8''Berita%20acara%20rapat%20K%C3%A2j%C3%A8n.pdf`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  const others = [
    {},
    server.signIn('staff').headers,
    server.signIn('supervisor', { institutions: ['Dinas Kependudukan dan Pencatatan Sipil'] }).headers,
  ];
  const outside = { 'x-forwarded-for': '10.0.0.9' };
  const statuses = [];
  for (const who of others) statuses.push((await get('1/content', { ...outside, ...who })).status);
  expect(statuses).toEqual([401, 403, 403]);
  // Nor by its name on the disk.
  expect((await server.send({ path: `/files/${onDisk()[0]}` })).status).toBe(404);
});

test('what it is, is told by what is in it, and pictures lose where they were taken', async () => {
  const { put, keep } = await withFollowUp();
  const kindOf = async (file: Buffer, name: string) => {
    const { name: kept, mediaType } = await keep(file, name);
    return [kept, mediaType.split(/[/.]/).at(-1)];
  };
  expect(await kindOf(await workbook(), 'rekap.pdf')).toEqual(['rekap.xlsx', 'sheet']);
  expect(await kindOf(office('word/document.xml'), 'SK')).toEqual(['SK.docx', 'document']);
  const photo = barsPng(3_000, 30);
  const picture = await keep(photo, 'foto.png');
  expect([picture.name, picture.sha256 === createHash('sha256').update(photo).digest('hex')]).toEqual([
    'foto.png',
    false,
  ]);
  const refused = await Promise.all(
    [
      Buffer.from('<!doctype html><script>alert(1)</script>'),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      smallMp4(),
      office('ppt/presentation.xml'),
      office('xl/workbook.xml', 'xl/vbaProject.bin'),
      Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(80, 7)]),
      barsPng(20, 20).subarray(0, 60),
      Buffer.alloc(fileMostBytes + 1),
    ].map(async (file) => (await put(file, 'bukti.pdf')).status),
  );
  expect(refused).toEqual([415, 415, 415, 415, 415, 400, 400, 413]);
});

test('it goes with its thing, and from the disk once nothing has referred to it for sixty days', async () => {
  const { server, resolve, put, keep, list, remove, onDisk, headers } = await withFollowUp();
  const other = await resolve();
  const one = await keep(pdf('satu'));
  const same = await keep(pdf('satu'), 'sama.pdf', { owner: other });
  expect([onDisk().length, one.sha256]).toEqual([1, same.sha256]);
  const gone = await keep(pdf('dua'), 'dua.pdf', { owner: other });
  expect((await put(pdf(), 'x.pdf', { owner: '99' })).status).toBe(404);
  expect(
    (await server.send({ method: 'DELETE', path: `/api/v1/reports/follow-ups/${other}`, headers })).status,
  ).toBe(204);
  expect(await list()).toEqual([one]);
  expect((await remove(gone.id)).status).toBe(404);

  const files = new KeptFiles(server.dataDir);
  const now = Date.parse('2026-11-24T10:00:00+07:00');
  const days = 24 * 60 * 60_000;
  for (const name of onDisk()) utimesSync(join(server.dataDir, 'files', name), now / 1_000, now / 1_000);
  const sweep = (later: number) => {
    files.removeUnused(filesUsed(server.hall.store), now + later * days);
    return onDisk().length;
  };
  expect([sweep(60), sweep(61)]).toEqual([2, 1]);
  // That one was used until now, however long it has been there.
  expect((await remove(one.id)).status).toBe(204);
  expect([sweep(120), sweep(122)]).toEqual([1, 0]);
});

test('one that is gone from the disk is said to be missing', async () => {
  const { server, keep, list, get } = await withFollowUp();
  const { id } = await keep(pdf());
  rmSync(join(server.dataDir, 'files'), { recursive: true });
  expect((await list()).map(({ missing }) => missing)).toEqual([true]);
  expect((await get(`${id}/content`)).status).toBe(404);
});

test('so many are kept for one thing, and the same press is one', async () => {
  const { keep, put, list } = await withFollowUp();
  const more = { 'idempotency-key': 'satu-berkas' };
  const first = await keep(pdf(), 'a.pdf', { more });
  expect(await keep(pdf(), 'a.pdf', { more })).toEqual(first);
  for (let at = 1; at < mostFilesOfOne; at += 1) await keep(pdf(String(at)));
  expect([(await list()).length, (await put(pdf('lagi'))).status]).toEqual([mostFilesOfOne, 409]);
});

test.each([
  ['C:\\Users\\Ani\\SK.docx', 'docx', 'SK.docx'],
  ['../../etc/passwd', 'pdf', 'passwd.pdf'],
  ['laporan.pdf.exe', 'pdf', 'laporan.pdf.exe.pdf'],
  ['CON', 'pdf', '_CON.pdf'],
  ['...', 'png', 'berkas.png'],
  ['foto\u202Egpj.png', 'jpg', 'foto gpj.jpg'],
] as const)('%j as %s is called %j', (name, ending, expected) => {
  expect(safeFileName(name, ending)).toBe(expected);
});
