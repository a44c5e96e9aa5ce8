import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Evaluation, EvaluationAnswer } from '../../electron/contract/evaluation/evaluation';
import { ownInstruments } from '../../electron/evaluation/own-instruments';
import { runningServer, type Signed } from '../support/running-server';

/** A hall on Tuesday, 24 November 2026, that was never open. */
async function evaluated() {
  const server = await runningServer();
  const supervisor = server.signIn('supervisor');
  const admin = server.signIn('admin');
  const send = (method: string, path: string, body?: unknown, by: Signed = supervisor, more = {}) =>
    server.send({ method, path: `/api/v1${path}`, headers: { ...by.headers, ...more }, body });
  const read = async (query = '') => (await send('GET', `/reports/evaluation${query}`)).json as Evaluation;
  const indicator = async (number: number, query = '') => {
    const { aspects } = await read(query);
    return aspects.flatMap(({ indicators }) => indicators).find((each) => each.number === number);
  };
  return { server, admin, send, read, indicator };
}

test('the year as it stands counts what is empty as nothing, and says how many are', async () => {
  const { read, indicator } = await evaluated();
  const { year, years, until, instrument, total, aspects } = await read();
  expect({ year, years, until, imported: instrument.imported }).toEqual({
    ...{ year: 2026, years: [2026], until: '2026-11-24', imported: false },
  });
  expect(instrument.source).toContain('belum dicocokkan');
  expect(aspects.map(({ weight }) => weight)).toEqual([24, 25, 18, 11, 10, 12, 0]);
  expect(total).toMatchObject({ indicators: 30, before: null });
  expect(total.empty).toBe(
    aspects.slice(0, 6).flatMap(({ indicators }) => indicators.filter(({ points }) => points === null))
      .length,
  );
  // Not Antre's to know.
  expect(await indicator(17)).toMatchObject({ evidence: [], byData: null, points: null, hand: null });
  expect((await indicator(9))?.evidence[0]?.lacking[0]?.sentence).toContain('Belum ada rencana');
  expect((await indicator(9, '?language=en'))?.evidence[0]?.lacking[0]?.sentence).toContain(
    'Nothing is planned',
  );
});

test('parts that somebody says are there give points by the steps, and wished points go before them', async () => {
  const { send, read, indicator } = await evaluated();
  const before = await read();
  const some = await send('PATCH', '/reports/evaluation/2026-17', {
    parts: ['separate', 'basin', 'clean-water'],
    words: 'Toilet lantai 1 dan 2',
  });
  expect(some.json).toMatchObject({ id: '2026-17', version: 1, points: null, changedOn: '2026-11-24' });
  expect((some.json as EvaluationAnswer).by).not.toBeNull();
  expect(await indicator(17)).toMatchObject({ byData: 3, points: 3 });
  const wished = await send('PATCH', '/reports/evaluation/2026-17', { points: 4 });
  expect(wished.json).toMatchObject({ version: 2, points: 4, words: 'Toilet lantai 1 dan 2' });
  expect(await indicator(17)).toMatchObject({ byData: 3, points: 4 });
  const after = await read();
  expect(after.total.empty).toBe(before.total.empty - 1);
  // 20 of 100 in an aspect of 18: four points add 0.144.
  expect(after.aspects[2]?.index).toBeCloseTo((before.aspects[2]?.index ?? 0) + 0.8, 5);
  expect((await send('DELETE', '/reports/evaluation/2026-17')).status).toBe(204);
  expect(await read()).toEqual(before);
});

test('two people do not change one answer unseen, and the history keeps what it was', async () => {
  const { send, admin } = await evaluated();
  const first = { 'if-match': '"0"' };
  const path = '/reports/evaluation/2026-11';
  expect((await send('PATCH', path, { words: 'SK 3/2025' }, undefined, first)).status).toBe(200);
  expect((await send('PATCH', path, { words: 'lain' }, undefined, first)).status).toBe(412);
  expect((await send('PATCH', path, { points: 2 }, undefined, { 'if-match': '"1"' })).status).toBe(200);
  const history = await send('GET', '/admin/audit?action=answerIndicator', undefined, admin);
  expect(history.json).toMatchObject({
    entries: [
      {
        subject: 'evaluation_answer:2026-11',
        before: { points: null },
        after: { points: 2, words: 'SK 3/2025' },
      },
      { subject: 'evaluation_answer:2026-11', after: { words: 'SK 3/2025' } },
    ],
  });
});

test('what looks as if it led to a person is told, and is handed in once somebody has read it', async () => {
  const { server, admin, send, read } = await evaluated();
  await send('PATCH', '/reports/evaluation/2026-11', { words: 'Aduan Siti, telepon 0812-3456-7890' });
  await send('PATCH', '/reports/evaluation/2026-17', { words: 'Toilet lantai 1' });
  expect((await read()).doubts).toEqual([
    { where: 'words', number: 11, found: [{ kind: 'telephone', text: '0812-3456-7890' }] },
  ]);
  const unread = await send('GET', '/reports/evaluation.zip');
  expect([unread.status, unread.json]).toMatchObject([409, { code: 'read_names_first' }]);
  const { doubtsMark } = await read();
  // Another one that came since is not read.
  await send('PATCH', '/reports/evaluation/2026-17', { words: 'Pak Budi, NIK 3326012345678901' }, undefined, {
    'if-match': '"1"',
  });
  const other = await send('GET', `/reports/evaluation.zip?read=${doubtsMark}`);
  expect([other.status, other.json]).toMatchObject([409, { code: 'read_names_first' }]);
  const { doubtsMark: now } = await read();
  const answer = await fetch(`${server.url}/api/v1/reports/evaluation.zip?read=${now}`, {
    headers: { cookie: admin.headers.cookie ?? '' },
  });
  // As many as it said, so that a page can tell how far it is.
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  expect(answer.headers.get('antre-files')).toBe(String(Object.keys(files).length));
});

test.each([
  ['PATCH', '/reports/evaluation/2026-17', { parts: ['sauna'] }, 400],
  ['PATCH', '/reports/evaluation/2026-17', { points: 6 }, 400],
  ['PATCH', '/reports/evaluation/2026-32', { points: 1 }, 404],
  ['PATCH', '/reports/evaluation/2027-17', { points: 1 }, 404],
  ['DELETE', '/reports/evaluation/2026-17', undefined, 404],
  ['GET', '/reports/evaluation?year=2031', undefined, 400],
])('%s %s with %j is refused', async (method, path, body, status) => {
  const { send } = await evaluated();
  expect((await send(method, path, body)).status).toBe(status);
});

test("the evaluation is the whole hall's: who is for an institution neither reads nor fills it in", async () => {
  const { server, send } = await evaluated();
  const counter = server.hall.hall().counters[0];
  const some = server.signIn('supervisor', { institutions: [counter?.agency ?? ''] });
  expect((await send('GET', '/reports/evaluation', undefined, some)).status).toBe(403);
  expect((await send('PATCH', '/reports/evaluation/2026-17', { points: 1 }, some)).status).toBe(403);
});

test("next year's instrument is a file: taken in by an admin, refused in words where it doesn't fit", async () => {
  const { send, admin, read } = await evaluated();
  const next = { ...structuredClone(ownInstruments[0]), year: 2025, source: 'contoh', name: 'PEKPPP lama' };
  const spoilt = structuredClone(next);
  if (spoilt.aspects?.[1]) spoilt.aspects[1].weight = 20;
  const refused = await send('POST', '/admin/instruments', spoilt, admin);
  expect([refused.status, refused.json]).toMatchObject([
    400,
    {
      errors: [
        { path: 'aspects', code: 'instrument_weights', message: 'jumlah bobot harus 100, di sini 95' },
      ],
    },
  ]);
  expect((await send('POST', '/admin/instruments', next)).status).toBe(403);
  expect((await send('POST', '/admin/instruments', next, admin)).json).toEqual({
    ...{ id: '2025', version: 1, name: 'PEKPPP lama', takenFrom: 'contoh' },
  });
  expect((await send('PATCH', '/reports/evaluation/2025-29', { points: 4 })).status).toBe(200);
  const last = await read('?year=2025');
  expect(last).toMatchObject({
    year: 2025,
    years: [2026, 2025],
    instrument: { imported: true },
    until: '2025-12-31',
  });
  const now = await read();
  expect(now.total.before).toBe(last.total.index);
  // Half of an aspect.
  expect(now.aspects[5]).toMatchObject({ name: 'Inovasi', index: 0, before: 2 });
  expect(now.aspects[5]?.indicators[0]?.before).toBe(4);
});
