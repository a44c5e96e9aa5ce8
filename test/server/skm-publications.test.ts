import { expect, test } from 'vitest';
import type { FollowUp } from '../../electron/contract/follow-up';
import type { PublishedResults, SkmPublication } from '../../electron/contract/skm-publication';
import { type Score, surveyElements } from '../../electron/contract/survey';
import { query } from '../../electron/store/store';
import { displayView } from '../../electron/views/display-view';
import { skmMediaView } from '../../electron/views/skm-publications-view';
import { runningServer } from '../support/running-server';

const half = { from: '2026-01-01', to: '2026-06-30' };
const month = { from: '2026-11-01', to: '2026-11-24' };
const scores = (time: Score) =>
  Object.fromEntries(surveyElements.map((each) => [each, each === 'time' ? time : 4])) as Record<
    (typeof surveyElements)[number],
    Score
  >;

/** A hall in which today is 24 November 2026, with six forms of June, and two who may write and publish. */
async function surveyed() {
  const server = await runningServer();
  const who = { ani: server.signIn('supervisor').headers, budi: server.signIn('admin').headers };
  const serviceId = server.hall.serviceId('A');
  const answerSurvey = (count: number, businessDate: string, time: Score = 2) =>
    server.hall.store.write((transaction) => {
      for (let at = 0; at < count; at += 1) {
        transaction.run(
          query.insertInto('survey_answers').values({
            ...{ id: `${businessDate} ${at}`, businessDate, half: 'morning', serviceId, practice: 0 },
            ...{ sex: null, ageGroup: null, education: null, occupation: null },
            ...scores(time),
          }),
        );
      }
    });
  answerSurvey(6, '2026-06-02');
  const to = async <Body>(as: keyof typeof who, method: string, path: string, body?: unknown, more = {}) => {
    const headers = { ...who[as], ...more };
    const answer = await server.send({ method, path: `/api/v1/reports${path}`, headers, body });
    return { status: answer.status, json: answer.json as Body & { readonly code: string } };
  };
  const send = (as: keyof typeof who, method: string, below: string, body?: unknown, more = {}) =>
    to<SkmPublication>(as, method, `/skm-publications${below}`, body, more);
  const resolve = async (action: string, period = half) =>
    (
      await to<FollowUp>('ani', 'POST', '/follow-ups', {
        ...{ ...period, reportedOn: '2026-11-24', element: 'time', action },
        ...{ owner: 'Slamet Riyadi', dueOn: '2026-12-30' },
      })
    ).json.id;
  const seen = async () =>
    (
      (await server.send({ path: '/api/v1/published', headers: { 'x-forwarded-for': '10.0.0.9' } }))
        .json as PublishedResults
    ).skm;
  return { server, answerSurvey, to, send, resolve, seen };
}

test('a result is public once somebody else has read it, as it was then, with what is done about it as it stands', async () => {
  const { server, answerSurvey, to, send, resolve, seen } = await surveyed();
  const [told, _kept] = [await resolve('Buka meja kedua'), await resolve('Tegur petugas')];
  const action = { followUpId: told, text: 'Meja kedua dibuka pada jam sibuk.' };
  const made = await send('ani', 'POST', '', { ...half, actions: [action] });
  const elements = surveyElements.map((element) => ({
    ...{ element, mean: element === 'time' ? 2 : 4, index: element === 'time' ? 50 : 100 },
    grade: element === 'time' ? 'D' : 'A',
  }));
  const lowestFirst = [
    ...elements.filter(({ grade }) => grade === 'D'),
    ...elements.filter(({ grade }) => grade === 'A'),
  ];
  const figures = { ...half, forms: 6, sampleNeeded: 0, index: 94.44, grade: 'A', elements: lowestFirst };
  expect(made.json).toMatchObject({
    ...{ id: '1', version: 1, state: 'draft', ...figures },
    ...{ actions: [{ ...action, element: 'time' }], doubts: [], published: null, postedOn: null },
  });
  expect(await seen()).toBeNull();
  expect((await send('budi', 'POST', '', { ...half, actions: [] })).json.code).toBe('already_exists');
  // Not by whoever made it ready, nor without a word that it was read, nor as it was before.
  expect((await send('ani', 'POST', '/1/publish', { isRead: true })).json.code).toBe('second_look_needed');
  expect((await send('budi', 'POST', '/1/publish', {})).status).toBe(400);
  const late = await send('budi', 'POST', '/1/publish', { isRead: true }, { 'if-match': '"7"' });
  expect(late.status).toBe(412);
  expect((await send('budi', 'POST', '/1/publish', { isRead: true })).json.state).toBe('published');
  const public_ = { element: 'time', text: action.text, dueOn: '2026-12-30', doneOn: null };
  expect(await seen()).toEqual({ ...figures, actions: [public_] });

  // What is answered or deleted later, and what the plan says otherwise, changes nothing that was read; but that it is done is told.
  answerSurvey(9, '2026-06-03', 1);
  const done = { action: 'Lain sama sekali', doneOn: '2026-11-23', proof: 'foto' };
  await to('ani', 'PATCH', `/follow-ups/${told}`, done);
  expect(await seen()).toEqual({ ...figures, actions: [{ ...public_, doneOn: '2026-11-23' }] });
  await to('ani', 'DELETE', `/follow-ups/${told}`);
  expect(await seen()).toEqual({ ...figures, actions: [] });

  for (const [method, below, body] of [
    ['PATCH', '/1', { actions: [] }],
    ['DELETE', '/1', undefined],
    ['POST', '/1/publish', { isRead: true }],
  ] as const) {
    expect((await send('budi', method, below, body)).status).toBe(409);
  }
  const page = await server.send({ path: '/info', headers: { 'x-forwarded-for': '10.0.0.9' } });
  expect(page.text).toContain('94,44 dari 100');
  expect(page.text).not.toMatch(/Slamet|Tegur/);
  expect((await send('ani', 'POST', '/1/withdraw')).json).toMatchObject({ state: 'withdrawn', version: 3 });
  expect(await seen()).toBeNull();
});

test('a new look at a period takes the place of the one before, the latest period is told, and what was public is kept', async () => {
  const { answerSurvey, send, to, seen } = await surveyed();
  const publish = async (period: typeof half) => {
    const { json } = await send('ani', 'POST', '', { ...period, actions: [] });
    return await send('budi', 'POST', `/${json.id}/publish`, { isRead: true });
  };
  await publish(half);
  answerSurvey(9, '2026-06-03', 1);
  await publish(half);
  expect(await seen()).toMatchObject({ ...half, forms: 15 });
  answerSurvey(5, '2026-11-02');
  await publish(month);
  expect(await seen()).toMatchObject({ ...month, forms: 5 });
  await publish(half);
  expect(await seen()).toMatchObject(month);
  const { json } = await to<{ publications: SkmPublication[] }>('ani', 'GET', '/skm-publications');
  expect(json.publications.map(({ id, from, state }) => [id, from, state])).toEqual([
    ['4', half.from, 'published'],
    ['3', month.from, 'published'],
    ['2', half.from, 'withdrawn'],
    ['1', half.from, 'withdrawn'],
  ]);
});

test('a period that goes on, few answers, another report’s follow-up, and an identity number are not published', async () => {
  const { answerSurvey, send, resolve } = await surveyed();
  const other = await resolve('Tambah kursi', month);
  answerSurvey(4, '2026-11-02');
  const refused = async (body: unknown) => {
    const { status, json } = await send('ani', 'POST', '', body);
    const { errors } = json as unknown as { errors?: { path: string; code: string }[] };
    return [status, errors?.[0]?.path ?? json.code];
  };
  expect(await refused({ from: '2026-06-01', to: '2026-11-25', actions: [] })).toEqual([400, 'to']);
  expect(await refused({ ...month, actions: [] })).toEqual([400, 'from']);
  const ofOther = [{ followUpId: other, text: 'Kursi ditambah.' }];
  expect(await refused({ ...half, actions: ofOther })).toEqual([404, 'not_found']);

  const own = await resolve('Buka meja kedua');
  const text = 'Bu Ani (3326012345678901) memimpin meja kedua.';
  const made = await send('ani', 'POST', '', { ...half, actions: [{ followUpId: own, text }] });
  expect(made.json.doubts.map(({ kind }) => kind)).toEqual(['identity', 'person']);
  expect((await send('budi', 'POST', '/1/publish', { isRead: true })).json.code).toBe('names_in_text');
  // Whoever writes it anew is its writer, and the figures are those of now.
  answerSurvey(1, '2026-06-04');
  const anew = { actions: [{ followUpId: own, text: 'Meja kedua dibuka.' }] };
  expect((await send('budi', 'PATCH', '/1', anew)).json).toMatchObject({ forms: 7, doubts: [] });
  expect((await send('budi', 'POST', '/1/publish', { isRead: true })).json.code).toBe('second_look_needed');
  expect((await send('ani', 'DELETE', '/1')).status).toBe(204);
});

test('media that publish the result are those by which visitors can find it now', async () => {
  const { server, send } = await surveyed();
  const media = () => skmMediaView(server.hall.view());
  const none = { information: 0, phone: 0, kiosk: 0, display: 0, paper: 0, count: 0 };
  const { headers } = server.signIn('admin');
  const settings = (body: object) =>
    server.send({ method: 'PATCH', path: '/api/v1/admin/settings', headers, body });
  await settings({ publicUrl: 'http://192.168.1.10:4180' });
  await send('ani', 'POST', '', { ...half, actions: [] });
  expect((await send('ani', 'PATCH', '/1/paper', { postedOn: '2026-11-24' })).status).toBe(409);
  expect(media()).toEqual(none);
  await send('budi', 'POST', '/1/publish', { isRead: true });
  expect(media()).toEqual({ ...none, information: 1, phone: 1, count: 2 });
  expect((await send('ani', 'PATCH', '/1/paper', { postedOn: '2026-11-25' })).status).toBe(400);
  expect((await send('ani', 'PATCH', '/1/paper', { postedOn: '2026-11-24' })).json.postedOn).toBe(
    '2026-11-24',
  );
  expect(media()).toEqual({ ...none, information: 1, phone: 1, paper: 1, count: 3 });
  // On the lobby's screens where the hall wants it and has one, what is shown to all in Indonesian.
  const told = () => displayView(server.hall.view()).notices.filter(({ kind }) => kind === 'skm');
  expect(told()).toEqual([]);
  await settings({ lobbyResults: ['skm', 'answers'] });
  expect(media()).toMatchObject({ display: 0, count: 3 });
  server.hall.store.write((transaction) => {
    const device = { id: 'layar', kind: 'display', name: 'Lobi', createdAt: 1, lastSeenAt: 1 } as const;
    transaction.run(query.insertInto('devices').values({ ...device, tokenHash: 'x' }));
  });
  expect(media()).toEqual({ ...none, information: 1, phone: 1, display: 1, paper: 1, count: 4 });
  // At kiosks it is read beside a service's standard.
  await server.send({
    ...{ method: 'PATCH', path: `/api/v1/admin/standards/${server.hall.serviceId('A')}`, headers },
    body: { time: { id: 'Sehari' } },
  });
  expect(media()).toMatchObject({ kiosk: 0 });
  server.hall.store.write((transaction) => {
    const device = { id: 'kios', kind: 'kiosk', name: 'Kios', createdAt: 1, lastSeenAt: 1 } as const;
    transaction.run(query.insertInto('devices').values({ ...device, tokenHash: 'y' }));
  });
  expect(media()).toMatchObject({ kiosk: 1, count: 5 });
  await settings({ standardMedia: ['phone'] });
  expect(media()).toMatchObject({ kiosk: 0, count: 4 });
  const skm = (part: string, text: string) => ({ kind: 'skm', counterId: null, part, text });
  expect(told().slice(0, 3)).toEqual([
    skm('value', '94,44 dari 100. Mutu A: sangat baik. 1 Januari 2026 sampai 30 Juni 2026.'),
    skm('value', '6 orang menjawab survei; yang diperlukan 0.'),
    skm(
      'elements',
      'Waktu penyelesaian 50,00; Persyaratan 100,00; Sistem, mekanisme, dan prosedur 100,00; Biaya/tarif 100,00; …',
    ),
  ]);
  await settings({ lobbyResults: ['answers'] });
  expect(media()).toMatchObject({ display: 0, count: 3 });
  // What was tried out in practice tells of nobody once the hall is live.
  server.hall.store.write((transaction) => {
    transaction.run(query.updateTable('published_skm').set({ practice: 1 }));
  });
  expect(media()).toEqual(none);
});
