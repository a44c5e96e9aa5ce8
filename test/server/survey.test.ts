import { join } from 'node:path';
import { expect, test } from 'vitest';
import { giveDeviceToken } from '../../electron/actions/accounts/give-device-token';
import { hashToken } from '../../electron/actions/accounts/secret-hash';
import { endDay } from '../../electron/actions/end-day';
import { goLive } from '../../electron/actions/go-live';
import type { Backup } from '../../electron/contract/admin-backups';
import type {
  ComplaintList,
  ListedComplaint,
  SkmReport,
  SurveyForm,
  SurveyReceipt,
} from '../../electron/contract/survey';
import { builtInKioskId } from '../../electron/store/import-configuration';
import { openStore, query } from '../../electron/store/store';
import { adminRequests, outcome } from '../support/admin-requests';
import { purgeDays, sumNextDay } from '../support/close-days';
import { takePrinted } from '../support/issue';
import { runningServer, type TestServer } from '../support/running-server';
import { serve } from '../support/served';
import { smallHall } from '../support/small-hall';

const phone = { 'x-forwarded-for': '10.0.0.9' };
const content: SurveyForm = {
  answers: {
    requirements: 4,
    procedure: 4,
    time: 2,
    cost: 4,
    product: 4,
    competence: 4,
    behaviour: 4,
    facilities: 3,
    complaints: 4,
  },
  respondent: { sex: 'female', ageGroup: '30_39', education: 'senior', occupation: 'self_employed' },
};

const look = (server: TestServer, token: string) =>
  server.send({ path: `/api/v1/survey/${token}`, headers: phone });
const answer = (server: TestServer, token: string, body: unknown, key?: string) =>
  server.send({
    method: 'POST',
    path: `/api/v1/survey/${token}`,
    headers: { ...phone, ...(key === undefined ? {} : { 'idempotency-key': key }) },
    body,
  });
const rows = (server: TestServer, table: 'survey_answers' | 'survey_given' | 'complaints') =>
  server.hall.store.all(query.selectFrom(table).selectAll());

test('a visit is judged once, when it was served', async () => {
  const server = await runningServer();
  const { hall } = server;
  const waiting = takePrinted(hall, hall.serviceId('L'));
  expect((await look(server, waiting.token)).json).toMatchObject({ state: 'not_served' });
  expect(outcome(await answer(server, waiting.token, content))).toEqual([409, 'illegal_transition']);

  const { token } = serve(hall, hall.serviceId('A'));
  expect((await look(server, token)).json).toEqual({
    state: 'open',
    number: 'A-001',
    language: 'id',
    site: { name: 'MPP Kajen', city: 'Kabupaten Pekalongan', languages: ['id', 'en', 'jv'] },
    counter: { id: 'Dindukcapil', en: 'Dindukcapil', jv: 'Dindukcapil' },
    service: { id: 'KTP-el', en: 'KTP-el', jv: 'KTP-el' },
    evaluation: null,
  });
  const first = await answer(server, token, content, 'a-press-of-mine');
  expect([first.status, first.json]).toEqual([201, { message: null }]);
  // The same press again: nothing more is kept.
  expect((await answer(server, token, content, 'a-press-of-mine')).json).toEqual(first.json);
  expect(outcome(await answer(server, token, content))).toEqual([409, 'already_answered']);
  expect((await look(server, token)).json).toMatchObject({ state: 'answered' });
  expect(rows(server, 'survey_answers')).toMatchObject([
    { businessDate: '2026-11-24', half: 'morning', serviceId: hall.serviceId('A'), ...content.answers },
  ]);
  expect(outcome(await look(server, 'x'.repeat(22)))).toEqual([404, 'not_found']);
});

test.each<[string, unknown]>([
  ['nothing at all', { answers: {} }],
  ['a score off the scale', { answers: { time: 5 } }],
  ['an element that is none', { answers: { u1: 4 } }],
  ['no form', {}],
  ['an empty message', { answers: {}, message: { kind: 'complaint', text: '  ' } }],
  ['a name', { answers: { time: 4 }, respondent: { name: 'Siti' } }],
])('%s is refused and the visit can still be judged', async (_what, body) => {
  const server = await runningServer();
  const { token } = serve(server.hall, server.hall.serviceId('A'));
  expect(outcome(await answer(server, token, body))).toEqual([400, 'invalid_request']);
  expect((await look(server, token)).json).toMatchObject({ state: 'open' });
  expect([...rows(server, 'survey_answers'), ...rows(server, 'complaints')]).toEqual([]);
});

test('after the day nothing leads from a ticket to its answers or its message', async () => {
  const server = await runningServer();
  const { hall } = server;
  const message = { kind: 'complaint', text: 'Menunggu terlalu lama.' } as const;
  const visits = Array.from({ length: 20 }, () => serve(hall, hall.serviceId('A')));
  for (const [at, { token }] of visits.entries()) {
    const form = at === 0 ? { ...content, message } : content;
    expect((await answer(server, token, form, `press-${at}-of-mine`)).status).toBe(201);
  }
  // Also on the very day no request that is kept says who asked, or when.
  const requests = JSON.stringify(hall.store.all(query.selectFrom('idempotency_keys').selectAll()));
  expect(requests).toContain('/survey/');
  for (const { token } of visits) {
    for (const trace of [token, hashToken(token), 'of-mine', String(hall.clock.now())])
      expect(requests).not.toContain(trace);
  }
  hall.clock.set('2026-11-25T00:01+07:00');
  hall.act({ kind: 'system' }, endDay);

  expect(rows(server, 'survey_given')).toEqual([]);
  // Answered requests are kept for a day: theirs would tell who said what.
  const keys = hall.store.all(query.selectFrom('idempotency_keys').selectAll());
  expect(keys).toEqual([]);
  // Nothing in an answer is a ticket's, and the order of the rows is chance.
  const kept = hall.store.all(query.selectFrom('survey_answers').selectAll());
  const ids = kept.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort());
  expect(Object.keys(kept[0] ?? {}).sort()).toEqual(
    [
      'id',
      'businessDate',
      'half',
      'serviceId',
      'practice',
      ...Object.keys(content.answers),
      'sex',
      'ageGroup',
      'education',
      'occupation',
    ].sort(),
  );
  const everything = JSON.stringify([kept, rows(server, 'complaints')]);
  for (const { token } of visits) expect(everything).not.toContain(token);
  expect(JSON.stringify(hall.store.all(query.selectFrom('events').selectAll()))).not.toContain('survey');
  const last = visits.at(-1)?.token ?? '';
  expect((await look(server, last)).json).toMatchObject({ state: 'closed' });
  expect(outcome(await answer(server, last, content))).toEqual([409, 'survey_closed']);
});

test('a complaint is taken, and answered in time, while the hall is closed for as long as a row can say', async () => {
  for (const toDate of [null, '9999-12-31']) {
    const server = await runningServer();
    const { hall } = server;
    const { token } = serve(hall, hall.serviceId('A'));
    hall.store.write((transaction) => {
      const days = {
        scope: 'hall',
        fromDate: '2026-11-24',
        toDate,
        reasonJson: '{"id":"-","en":"","jv":""}',
      };
      transaction.run(query.insertInto('closures').values({ ...days, weekJson: null }));
      transaction.announce({ kind: 'configuration' });
    });
    const given = await answer(server, token, {
      answers: {},
      message: { kind: 'complaint', text: 'Tutup terus.' },
    });
    expect((given.json as SurveyReceipt).message?.dueOn).toBe(toDate === null ? '2026-12-14' : '2027-11-25');
  }
});

test('a complaint has a deadline, an answer, and is found again by its code', async () => {
  const server = await runningServer();
  const { hall } = server;
  const supervisor = server.signIn('supervisor').headers;
  const list = async (search = '') =>
    (await server.send({ path: `/api/v1/reports/complaints${search}`, headers: supervisor }))
      .json as ComplaintList;
  const change = (code: string, body: unknown, version: number) =>
    server.send({
      method: 'PATCH',
      path: `/api/v1/reports/complaints/${code}`,
      headers: { ...supervisor, 'if-match': `"${version}"` },
      body,
    });

  const { token } = serve(hall, hall.serviceId('A'));
  const text = 'Petugas tidak ada. Hubungi 081234567890.';
  const given = await answer(server, token, { answers: {}, message: { kind: 'complaint', text } });
  const { message } = given.json as SurveyReceipt;
  expect(message).toEqual({ code: expect.any(String), dueOn: '2026-12-14' });
  const code = message?.code ?? '';
  const shown = {
    code,
    receivedOn: '2026-11-24',
    kind: 'non_supervisory',
    text: 'Petugas tidak ada. Hubungi ••••••••••••.',
    status: 'new',
    answer: null,
    dueOn: '2026-12-14',
    answeredOn: null,
    sp4nNumber: null,
    sp4nState: null,
    counter: { id: 'Dindukcapil', en: 'Dindukcapil', jv: 'Dindukcapil' },
    service: { id: 'KTP-el', en: 'KTP-el', jv: 'KTP-el' },
  };
  const asked = () => server.send({ path: `/api/v1/complaints/${code}`, headers: phone });
  expect((await asked()).json).toEqual(shown);
  expect(await list()).toEqual({
    complaints: [
      { ...shown, version: 1, origin: 'survey', counterId: String(hall.counterId('A')), daysLeft: 14 },
    ],
    next: null,
    open: 1,
    overdue: 0,
  });

  expect(outcome(await change(code, { status: 'answered' }, 1))).toEqual([400, 'invalid_request']);
  const urgent = (await change(code, { kind: 'normative' }, 1)).json as ListedComplaint;
  expect(urgent).toMatchObject({ kind: 'normative', dueOn: '2026-12-01', version: 2 });
  expect(outcome(await change(code, { status: 'in_progress' }, 1))).toEqual([412, 'changed_meanwhile']);

  hall.clock.set('2026-12-02T09:00+07:00');
  const again = server.signIn('supervisor').headers;
  const late = (await server.send({ path: '/api/v1/reports/complaints?status=open', headers: again }))
    .json as ComplaintList;
  expect([late.overdue, late.complaints[0]?.daysLeft]).toEqual([1, -1]);
  const answered = await server.send({
    method: 'PATCH',
    path: `/api/v1/reports/complaints/${code}`,
    headers: { ...again, 'if-match': '"2"' },
    body: { status: 'answered', answer: 'Mohon maaf. Petugas pengganti sudah kami tambah.' },
  });
  expect(answered.status).toBe(200);
  expect((await asked()).json).toMatchObject({
    status: 'answered',
    answer: 'Mohon maaf. Petugas pengganti sudah kami tambah.',
    answeredOn: '2026-12-02',
  });
  const after = await server.send({ path: '/api/v1/reports/complaints?status=open', headers: again });
  expect(after.json).toEqual({ complaints: [], next: null, open: 0, overdue: 0 });
  // What was written stands in one place only.
  const audit = JSON.stringify(hall.store.all(query.selectFrom('audit').selectAll()));
  expect(audit).toContain(`complaint:${code}`);
  expect(audit).not.toContain('Petugas tidak ada');
  expect(outcome(await server.send({ path: '/api/v1/complaints/0000-0000-0000', headers: phone }))).toEqual([
    404,
    'not_found',
  ]);
});

test('long lists come in pages without gaps or repeats', async () => {
  const server = await runningServer();
  const { hall } = server;
  const headers = server.signIn('supervisor').headers;
  const sent: string[] = [];
  for (let at = 0; at < 7; at += 1) {
    const { token } = serve(hall, hall.serviceId('A'));
    const given = await answer(server, token, {
      answers: {},
      message: { kind: 'suggestion', text: `Saran ${at}` },
    });
    sent.push((given.json as SurveyReceipt).message?.code ?? '');
  }
  const read: string[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const page = (
      await server.send({
        path: `/api/v1/reports/complaints?limit=3${next === '' ? '' : `&cursor=${next}`}`,
        headers,
      })
    ).json as ComplaintList;
    read.push(...page.complaints.map(({ code }) => code));
    next = page.next;
  }
  expect(read).toEqual([...sent].sort().reverse());
});

test('what is to be answered stands by its deadline, and what has none at the end, over all pages', async () => {
  const server = await runningServer();
  const { hall } = server;
  const { headers } = server.signIn('supervisor');
  const kinds = ['suggestion', 'complaint', 'complaint', 'suggestion', 'complaint'] as const;
  const codes: string[] = [];
  for (const kind of kinds) {
    const { token } = serve(hall, hall.serviceId('A'));
    const given = await answer(server, token, { answers: {}, message: { kind, text: 'Tolong' } });
    codes.push((given.json as SurveyReceipt).message?.code ?? '');
  }
  const urgent = codes[4] ?? '';
  await server.send({
    method: 'PATCH',
    path: `/api/v1/reports/complaints/${urgent}`,
    headers: { ...headers, 'if-match': '"1"' },
    body: { kind: 'normative' },
  });
  const read: string[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const cursor = next === '' ? '' : `&cursor=${next}`;
    const path = `/api/v1/reports/complaints?status=open&limit=2${cursor}`;
    const page = (await server.send({ path, headers })).json as ComplaintList;
    read.push(...page.complaints.map(({ code }) => code));
    next = page.next;
  }
  const ofKind = (kind: string) => codes.filter((_, at) => kinds[at] === kind).sort();
  const complaints = ofKind('complaint').filter((code) => code !== urgent);
  expect(read).toEqual([urgent, ...complaints, ...ofKind('suggestion')]);
});

test('the index of a period is told by counter, service and month, the weakest element first', async () => {
  const server = await runningServer();
  const { hall } = server;
  const judge = async (code: string, place: number, form: SurveyForm) => {
    const { token } = serve(hall, hall.serviceId(code, place), code === 'L' ? 4 : 1);
    expect((await answer(server, token, form)).status).toBe(201);
  };
  await judge('A', 0, content);
  await judge('A', 1, { answers: { ...content.answers, cost: null } });
  serve(hall, hall.serviceId('A'));
  hall.clock.set('2026-12-01T13:00+07:00');
  await judge('L', 0, { answers: { time: 1 } });

  const signed = server.signIn('admin').headers;
  const report = async (search: string, by: Readonly<Record<string, string>> = signed) =>
    (await server.send({ path: `/api/v1/reports/skm?${search}`, headers: by })).json as SkmReport;
  const whole = await report('from=2026-07-01&to=2026-12-31');
  // Means: time (2+2+1)/3, facilities 3, the other seven 4.
  expect(whole).toMatchObject({
    forms: 3,
    served: 4,
    sampleNeeded: 4,
    index: 90.74,
    grade: 'A',
    messages: { suggestions: 0, complaints: 0, answered: 0, overdue: 0 },
  });
  expect(whole.elements.slice(0, 2)).toEqual([
    { element: 'time', counts: [1, 2, 0, 0], blank: 0, mean: 1.6667, index: 41.67, grade: 'D' },
    { element: 'facilities', counts: [0, 0, 2, 0], blank: 1, mean: 3, index: 75, grade: 'C' },
  ]);
  expect(whole.elements.find(({ element }) => element === 'cost')).toMatchObject({
    counts: [0, 0, 0, 1],
    blank: 2,
  });
  expect(whole.byCounter.map(({ code, forms, served, index }) => [code, forms, served, index])).toEqual([
    ['A', 2, 3, 91.67],
    ['L', 1, 1, null],
  ]);
  expect(whole.byMonth.map(({ month, forms, served }) => [month, forms, served])).toEqual([
    ['2026-11', 2, 3],
    ['2026-12', 1, 1],
  ]);
  expect(whole.byService.map(({ name, forms }) => [name.id, forms])).toEqual([
    ['KTP-el', 1],
    ['Akta kelahiran', 1],
    ['Pembayaran', 1],
  ]);
  expect(whole.profile.sex).toEqual([
    { value: 'male', forms: 0 },
    { value: 'female', forms: 1 },
    { value: null, forms: 2 },
  ]);
  expect(whole.profile.half).toEqual([
    { value: 'morning', forms: 2 },
    { value: 'afternoon', forms: 1 },
    { value: null, forms: 0 },
  ]);
  const ever = { from: '0001-01-01', to: '9999-12-31' };
  expect(await report(`from=${ever.from}&to=${ever.to}`)).toEqual({ ...whole, ...ever });
  const ofL = await report(`from=2026-12-01&to=2026-12-31&counterId=${hall.counterId('L')}`);
  expect([ofL.forms, ofL.served, ofL.index, ofL.byCounter.length]).toEqual([1, 1, null, 1]);
  const bad = await server.send({
    path: '/api/v1/reports/skm?from=2026-12-02&to=2026-12-01',
    headers: signed,
  });
  expect(outcome(bad)).toEqual([400, 'invalid_request']);
  const unknown = await server.send({
    path: '/api/v1/reports/skm?from=2026-12-01&to=2026-12-01&counterId=999',
    headers: signed,
  });
  expect(outcome(unknown)).toEqual([404, 'not_found']);
});

test('the number of people served stays in the index when their tickets are removed', async () => {
  const server = await runningServer({
    configuration: { ...smallHall, settings: { ...smallHall.settings, keepTicketsMonths: 1 } },
  });
  const { hall } = server;
  for (const judged of [true, false, false]) {
    const { token } = serve(hall, hall.serviceId('A'));
    if (judged) await answer(server, token, content);
  }
  const ofNovember = async () =>
    (
      await server.send({
        path: '/api/v1/reports/skm?from=2026-11-01&to=2026-11-30',
        headers: server.signIn('admin').headers,
      })
    ).json as SkmReport;
  const before = await ofNovember();
  expect([before.served, before.sampleNeeded, before.forms]).toEqual([3, 3, 1]);
  hall.clock.set('2026-12-25T09:00+07:00');
  hall.act({ kind: 'system' }, endDay);
  expect(sumNextDay(hall)).toBe('2026-11-24');
  purgeDays(hall);
  expect(hall.store.all(query.selectFrom('tickets').select('id'))).toEqual([]);
  expect(await ofNovember()).toEqual(before);
});

test('a copy made in the day knows nobody who judged, and after restoring it nobody judges twice', async () => {
  const server = await runningServer();
  const { hall } = server;
  const admin = adminRequests(server);
  const form = { ...content, message: { kind: 'complaint', text: 'Menunggu terlalu lama.' } } as const;
  const { token } = serve(hall, hall.serviceId('A'));
  expect((await answer(server, token, form, 'a-press-of-mine')).status).toBe(201);
  const { id } = (await admin.post('/backups')).json as Backup;
  const { kept } = (await admin.post(`/backups/${id}/restore`)).json as { readonly kept: string };

  for (const copy of [id, kept]) {
    const store = openStore(join(server.dataDir, 'backups', `${copy}.sqlite`));
    expect(store.all(query.selectFrom('survey_given').selectAll())).toEqual([]);
    const routes = store.all(query.selectFrom('idempotency_keys').select('route'));
    expect(routes.filter(({ route }) => route.includes('survey'))).toEqual([]);
    expect(store.all(query.selectFrom('survey_answers').select('time'))).toEqual([{ time: 2 }]);
    store.close();
  }
  expect(outcome(await answer(server, token, content))).toEqual([409, 'already_answered']);
  hall.clock.set('2026-11-25T00:01+07:00');
  hall.act({ kind: 'system' }, endDay);
  expect(rows(server, 'survey_given')).toEqual([]);
});

test('a tablet at a desk offers who was served there last, for a while and once', async () => {
  const server = await runningServer();
  const { hall } = server;
  const token = hall.actionRunner.run({ kind: 'system' }, (context) =>
    giveDeviceToken(context, builtInKioskId),
  );
  const tablet = async () =>
    (
      await server.send({
        path: `/api/v1/desks/${hall.deskId(1)}/survey`,
        headers: { ...phone, authorization: `Bearer ${token}` },
      })
    ).json as { ticket: { token: string; number: string } | null };
  expect((await tablet()).ticket).toBeNull();
  const first = serve(hall, hall.serviceId('A'));
  serve(hall, hall.serviceId('L'), 4);
  expect(await tablet()).toMatchObject({
    desk: { label: '1' },
    ticket: { token: first.token, number: 'A-001' },
  });
  await answer(server, first.token, content);
  expect((await tablet()).ticket).toBeNull();
  const second = serve(hall, hall.serviceId('A'));
  expect((await tablet()).ticket?.token).toBe(second.token);
  hall.clock.advance({ minutes: 16 });
  expect((await tablet()).ticket).toBeNull();
});

test('what was judged in practice goes when the hall goes live', async () => {
  const server = await runningServer({ configuration: { ...smallHall, settings: { practice: true } } });
  const { hall } = server;
  const { token } = serve(hall, hall.serviceId('A'));
  await answer(server, token, { ...content, message: { kind: 'complaint', text: 'Latihan saja.' } });
  const { userId } = server.signIn('admin');
  hall.act({ kind: 'user', userId, role: 'admin', counterIds: null }, goLive);
  expect([
    ...rows(server, 'survey_given'),
    ...rows(server, 'survey_answers'),
    ...rows(server, 'complaints'),
  ]).toEqual([]);
});

test('judgements and complaints are deleted when the hall has kept them long enough', async () => {
  const server = await runningServer({
    configuration: { ...smallHall, settings: { ...smallHall.settings, surveyKeptMonths: 6 } },
  });
  const { hall } = server;
  const judge = async () => {
    const { token } = serve(hall, hall.serviceId('A'));
    await answer(server, token, { ...content, message: { kind: 'suggestion', text: 'Tambah kursi.' } });
  };
  await judge();
  hall.clock.set('2026-11-25T09:00+07:00');
  await judge();
  const kept = () => [rows(server, 'survey_answers').length, rows(server, 'complaints').length];
  hall.clock.set('2027-05-24T09:00+07:00');
  hall.act({ kind: 'system' }, endDay);
  expect(kept()).toEqual([2, 2]);
  hall.clock.set('2027-05-25T09:00+07:00');
  hall.act({ kind: 'system' }, endDay);
  expect(kept()).toEqual([1, 1]);
});
