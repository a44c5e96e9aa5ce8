import { expect, test } from 'vitest';
import { issueTicket } from '../../electron/actions/issue-ticket';
import { purgeSurvey } from '../../electron/actions/survey/purge-survey';
import type { Complaint, ComplaintList, ComplaintReceipt } from '../../electron/contract/survey';
import { query } from '../../electron/store/store';
import { outcome } from '../support/admin-requests';
import { takePrinted } from '../support/issue';
import { runningServer, type TestServer } from '../support/running-server';
import { kiosk } from '../support/test-hall';

// Who was skipped, refused, came in vain or has no ticket can complain too.

/** Each from an address of its own, as phones are. */
const say = (server: TestServer, body: unknown, from = '10.0.0.9', key?: string) =>
  server.send({
    method: 'POST',
    path: '/api/v1/complaints',
    headers: { 'x-forwarded-for': from, ...(key === undefined ? {} : { 'idempotency-key': key }) },
    body,
  });
const seen = async (server: TestServer, code: string) =>
  (await server.send({ path: `/api/v1/complaints/${code}`, headers: { 'x-forwarded-for': '10.0.0.9' } }))
    .json as Complaint;
const complaint = { kind: 'complaint', text: 'Loket kosong sejak pagi.' } as const;

test('without a ticket somebody complains about an institution or the hall, and finds the answer by the code', async () => {
  const server = await runningServer();
  const counterId = String(server.hall.counterId('L'));
  const given = await say(server, { ...complaint, counterId });
  expect([given.status, given.json]).toEqual([201, { code: expect.any(String), dueOn: '2026-12-14' }]);
  const { code } = given.json as ComplaintReceipt;
  const name = server.hall.hall().counter.get(Number(counterId))?.name;
  expect(await seen(server, code)).toEqual({
    code,
    receivedOn: '2026-11-24',
    kind: 'non_supervisory',
    text: complaint.text,
    status: 'new',
    answer: null,
    dueOn: '2026-12-14',
    answeredOn: null,
    sp4nNumber: null,
    sp4nState: null,
    counter: name,
    service: null,
  });
  const hall = (await say(server, { kind: 'suggestion', text: 'Tambah kursi.' })).json as ComplaintReceipt;
  expect(hall.dueOn).toBeNull();
  expect(await seen(server, hall.code)).toMatchObject({ counter: null, service: null });

  const headers = server.signIn('supervisor').headers;
  const list = (await server.send({ path: '/api/v1/reports/complaints', headers })).json as ComplaintList;
  expect(new Map(list.complaints.map((each) => [each.code, [each.origin, each.counterId]]))).toEqual(
    new Map([
      [code, ['open', counterId]],
      [hall.code, ['open', null]],
    ]),
  );
  const changed = await server.send({
    method: 'PATCH',
    path: `/api/v1/reports/complaints/${code}`,
    headers,
    body: { status: 'forwarded', answer: 'Kami teruskan.', sp4nNumber: '#8213907' },
  });
  expect(changed.status).toBe(200);
  expect(await seen(server, code)).toMatchObject({
    status: 'forwarded',
    answer: 'Kami teruskan.',
    sp4nNumber: '#8213907',
    sp4nState: 'waiting',
  });
  // In the other system that number leads to a name: the history, which is kept longer, doesn't have it.
  const audit = JSON.stringify(server.hall.store.all(query.selectFrom('audit').selectAll()));
  expect(audit).toContain(code);
  expect(audit).not.toContain('8213907');
});

test('who was not served complains by the ticket, also on a later day, and nothing leads from it to the complaint', async () => {
  const server = await runningServer();
  const { hall } = server;
  const { token } = takePrinted(hall, hall.serviceId('A'));
  hall.clock.set('2026-11-26T09:00+07:00');
  const given = await say(server, { ...complaint, ticket: token }, '10.0.0.9', 'one-press-of-mine');
  expect(given.status).toBe(201);
  // The same press once more is the same complaint.
  expect((await say(server, { ...complaint, ticket: token }, '10.0.0.9', 'one-press-of-mine')).json).toEqual(
    given.json,
  );
  const { code } = given.json as ComplaintReceipt;
  expect(await seen(server, code)).toMatchObject({
    receivedOn: '2026-11-26',
    counter: { id: 'Dindukcapil' },
    service: { id: 'KTP-el' },
  });
  const kept = hall.store.all(query.selectFrom('complaints').selectAll());
  expect(kept).toHaveLength(1);
  const everything = JSON.stringify([
    kept,
    hall.store.all(query.selectFrom('idempotency_keys').selectAll()),
    hall.store.all(query.selectFrom('events').selectAll()),
    hall.store.all(query.selectFrom('audit').selectAll()),
  ]);
  for (const trace of ['one-press-of-mine', String(hall.clock.now()), '10.0.0.9']) {
    expect(everything).not.toContain(trace);
  }
  expect(JSON.stringify(kept)).not.toContain(token);
});

test.each<[string, unknown, [number, string]]>([
  ['a ticket that is none', { ...complaint, ticket: 'x'.repeat(22) }, [404, 'not_found']],
  ['a counter that is none', { ...complaint, counterId: '999' }, [404, 'not_found']],
  ['an empty text', { kind: 'complaint', text: '  ' }, [400, 'invalid_request']],
  ['a text without end', { kind: 'complaint', text: 'x'.repeat(1_001) }, [400, 'invalid_request']],
  ['a name', { ...complaint, name: 'Siti' }, [400, 'invalid_request']],
])('%s is refused and nothing is kept', async (_what, body, expected) => {
  const server = await runningServer();
  expect(outcome(await say(server, body))).toEqual(expected);
  expect(server.hall.store.all(query.selectFrom('complaints').selectAll())).toEqual([]);
});

test('a flood from one address is held up, from many it ends with the day, and those with a ticket are still heard', async () => {
  const server = await runningServer({ trustedProxies: ['127.0.0.1'] });
  const { hall } = server;
  const ticket = hall.act(kiosk, (context) =>
    issueTicket(context, {
      serviceId: hall.serviceId('A'),
      priority: null,
      language: 'id',
      printerReady: true,
    }),
  );
  const from = async (address: string, count: number) => {
    const answers = [];
    for (let at = 0; at < count; at += 1) answers.push(outcome(await say(server, complaint, address)));
    return answers;
  };
  const one = await from('10.0.1.1', 31);
  expect(one.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => [201]));
  expect(one[30]).toEqual([429, 'too_many_requests']);
  for (let at = 2; at <= 8; at += 1) await from(`10.0.1.${at}`, 25);
  expect(hall.store.all(query.selectFrom('complaints').select('code'))).toHaveLength(200);
  expect(await from('10.0.2.1', 1)).toEqual([[409, 'complaints_full']]);
  expect(outcome(await say(server, { ...complaint, ticket: ticket.token }, '10.0.2.2'))).toEqual([201]);
  hall.clock.set('2026-11-25T09:00+07:00');
  expect(await from('10.0.2.1', 1)).toEqual([[201]]);
});

test('what is kept of complaints is a file for people, without who wrote, and is forgotten with the rest', async () => {
  const server = await runningServer();
  const { hall } = server;
  const { token } = takePrinted(hall, hall.serviceId('A'));
  const first = (await say(server, { kind: 'complaint', text: '=1+1 telepon 081234567890', ticket: token }))
    .json as ComplaintReceipt;
  hall.clock.set('2026-11-25T09:00+07:00');
  const second = (await say(server, { kind: 'suggestion', text: 'Tambah kursi.' })).json as ComplaintReceipt;
  const headers = server.signIn('supervisor').headers;
  const file = async (search: string) =>
    await server.send({ path: `/api/v1/reports/complaints.csv?${search}`, headers });
  const words = await file('from=2026-11-24&to=2026-11-25&language=id');
  expect(words.text.split('\r\n')).toEqual([
    '\uFEFFKode;Diterima;Dari;Gerai;Layanan;Jenis;Isi;Keadaan;Jawaban;Batas menjawab;Dijawab;Nomor SP4N-LAPOR!;Keadaan di SP4N-LAPOR!',
    `${second.code};2026-11-25;Tanpa nomor;Seluruh balai;;saran;Tambah kursi.;baru;;;;;`,
    `${first.code};2026-11-24;Pemegang nomor;Dindukcapil;KTP-el;pengaduan tidak berkadar pengawasan;'=1+1 telepon ••••••••••••;baru;;2026-12-14;;;`,
    ...[
      'Aduan masuk, tanpa saran;1',
      'Aduan selesai;0',
      'Aduan di SP4N-LAPOR!;0',
      'Selesai di SP4N-LAPOR!;0',
    ].map((total) => `${total};;;;;;;;;;;`),
    '',
  ]);
  const ofA = await file(`from=2026-11-24&to=2026-11-25&counterId=${hall.counterId('A')}`);
  expect(ofA.text.split('\r\n')[0]).toBe(
    'code,receivedOn,origin,counter,service,kind,text,status,answer,dueOn,answeredOn,sp4nNumber,sp4nState',
  );
  expect(ofA.text.trim().split('\r\n')).toHaveLength(2);
  const workbook = await server.send({
    path: '/api/v1/reports/complaints.xlsx?from=2026-11-24&to=2026-11-25&language=id',
    headers,
  });
  expect(workbook.headers['content-type']).toBe(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
  expect(
    (await server.send({ path: '/api/v1/reports/complaints.csv?from=2026-11-24&to=2026-11-24' })).status,
  ).toBe(401);

  hall.clock.set('2032-01-01T09:00+07:00');
  hall.act({ kind: 'system' }, purgeSurvey);
  expect(hall.store.all(query.selectFrom('complaints').selectAll())).toEqual([]);
});
