import { expect, test } from 'vitest';
import { purgeSurvey } from '../../electron/actions/survey/purge-survey';
import type { Publication } from '../../electron/contract/publication';
import type { PublishedResults } from '../../electron/contract/skm-publication';
import type { ComplaintReceipt } from '../../electron/contract/survey';
import { query } from '../../electron/store/store';
import { runningServer } from '../support/running-server';

const said = 'Saya Slamet, HP saya tidak dijawab dan loket kosong sejak pagi tadi.';
const written = {
  question: 'Loket perizinan kosong pada jam buka.',
  answer: 'Mulai Desember dua petugas bergantian, sehingga loket selalu terisi.',
};

/** A hall with an answered complaint, and two who may write and publish. */
async function answered() {
  const server = await runningServer();
  const who = { ani: server.signIn('supervisor').headers, budi: server.signIn('admin').headers };
  const complain = async (from: string) => {
    const given = await server.send({
      method: 'POST',
      path: '/api/v1/complaints',
      headers: { 'x-forwarded-for': from },
      body: { kind: 'complaint', text: said, counterId: String(server.hall.counterId('A')) },
    });
    return (given.json as ComplaintReceipt).code;
  };
  const code = await complain('10.0.0.8');
  const send = async (as: keyof typeof who, method: string, below: string, body?: unknown, more = {}) => {
    const path = `/api/v1/reports/publications${below}`;
    const answer = await server.send({ method, path, headers: { ...who[as], ...more }, body });
    return { status: answer.status, json: answer.json as Publication & { readonly code: string } };
  };
  const answerIt = (which = code) =>
    server.send({
      method: 'PATCH',
      path: `/api/v1/reports/complaints/${which}`,
      headers: who.ani,
      body: { status: 'answered', answer: 'Mohon maaf, Pak Slamet.' },
    });
  const seen = async () =>
    (
      (await server.send({ path: '/api/v1/published', headers: { 'x-forwarded-for': '10.0.0.9' } }))
        .json as PublishedResults
    ).answers;
  return { server, code, complain, send, answerIt, seen };
}

test('an answer is public once somebody else has read it, in words of its own, until it is withdrawn', async () => {
  const { server, code, send, answerIt, seen } = await answered();
  expect((await send('ani', 'POST', '', { code, ...written })).status).toBe(409);
  await answerIt();
  const made = await send('ani', 'POST', '', { code, ...written });
  expect(made).toMatchObject({
    status: 201,
    json: {
      id: '1',
      version: 1,
      state: 'draft',
      code,
      month: '2026-11',
      doubts: [],
      published: null,
      ...written,
    },
  });
  expect(await seen()).toEqual([]);
  expect((await send('budi', 'POST', '', { code, ...written })).json.code).toBe('already_exists');
  // Not by whoever wrote it, nor without a word that it was read, nor as it was before.
  expect((await send('ani', 'POST', '/1/publish', { isRead: true })).json.code).toBe('second_look_needed');
  expect((await send('budi', 'POST', '/1/publish', {})).status).toBe(400);
  await send('ani', 'PATCH', '/1', { answer: `${written.answer} ` });
  const late = await send('budi', 'POST', '/1/publish', { isRead: true }, { 'if-match': '"1"' });
  expect(late.status).toBe(412);
  expect((await send('budi', 'POST', '/1/publish', { isRead: true })).json).toMatchObject({
    state: 'published',
  });
  const counter = server.hall.hall().counter.get(server.hall.counterId('A'))?.name;
  expect(await seen()).toEqual([{ counter, month: '2026-11', ...written }]);
  const all = await server.send({ path: '/api/v1/published', headers: { 'x-forwarded-for': '10.0.0.9' } });
  expect(all.text).not.toMatch(/Slamet|K7M3|2026-11-24T/);
  expect(all.text).not.toContain(code);

  expect((await send('ani', 'PATCH', '/1', { answer: 'Sesuatu yang lain sama sekali.' })).status).toBe(409);
  expect((await send('ani', 'DELETE', '/1')).status).toBe(409);
  expect((await send('ani', 'POST', '/1/withdraw')).json).toMatchObject({ state: 'withdrawn' });
  expect(await seen()).toEqual([]);
  expect((await send('ani', 'DELETE', '/1')).status).toBe(204);
});

test('what looks like a person’s is told to whoever reads it, and an identity number is never published', async () => {
  const { code, send, answerIt, seen } = await answered();
  await answerIt();
  const { json } = await send('ani', 'POST', '', {
    code,
    question: 'Loket kosong, kata Pak Slamet (3326012345678901).',
    answer: 'Hubungi kami di 0285 381001 pada jam kerja.',
  });
  expect(json.doubts).toEqual([
    { kind: 'identity', text: '3326012345678901' },
    { kind: 'telephone', text: '0285 381001' },
    { kind: 'person', text: 'Pak Slamet' },
  ]);
  expect((await send('budi', 'POST', '/1/publish', { isRead: true })).json.code).toBe('names_in_text');
  await send('ani', 'PATCH', '/1', { question: written.question });
  expect((await send('budi', 'POST', '/1/publish', { isRead: true })).json.doubts).toHaveLength(1);
  expect(await seen()).toHaveLength(1);
});

test('when a complaint is forgotten, what is public of it stays without it, and drafts and withdrawn texts go too', async () => {
  const { server, code, complain, send, answerIt, seen } = await answered();
  const [second, third] = [await complain('10.0.0.6'), await complain('10.0.0.7')];
  for (const each of [code, second, third]) {
    await answerIt(each);
    await send('ani', 'POST', '', { code: each, ...written });
  }
  for (const at of [1, 2]) await send('budi', 'POST', `/${at}/publish`, { isRead: true });
  await send('budi', 'POST', '/2/withdraw');
  server.hall.clock.set('2032-01-01T09:00+07:00');
  server.hall.act({ kind: 'system' }, purgeSurvey);
  const left = server.hall.store.all(query.selectFrom('published_answers').select(['id', 'code', 'state']));
  expect(left).toEqual([{ id: 1, code: null, state: 'published' }]);
  expect(await seen()).toHaveLength(1);
  // The history has none of what was never public.
  const audit = JSON.stringify(server.hall.store.all(query.selectFrom('audit').selectAll()));
  expect(audit.split(written.question)).toHaveLength(4);
});

test('what was tried out in practice is public no more once the hall is live', async () => {
  const { server, code, send, answerIt, seen } = await answered();
  await answerIt();
  await send('ani', 'POST', '', { code, ...written });
  await send('budi', 'POST', '/1/publish', { isRead: true });
  expect(await seen()).toHaveLength(1);
  server.hall.store.write((transaction) => {
    transaction.run(query.updateTable('published_answers').set({ practice: 1 }));
  });
  server.hall.clock.advance({ minutes: 1 });
  expect(await seen()).toEqual([]);
});
