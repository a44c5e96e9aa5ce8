import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sumOverDay } from '../../electron/actions/days/sum-day';
import type { PaperBlock } from '../../electron/contract/admin-paper';
import type { Problem } from '../../electron/contract/common';
import { notedDates } from '../../electron/store/closing-steps';
import { query } from '../../electron/store/store';
import { adminRequests, outcome } from '../support/admin-requests';
import { runningServer, type TestServer } from '../support/running-server';

const date = '2026-11-24';
type Requests = ReturnType<typeof adminRequests>;

const blockOf = (server: TestServer, changed: object = {}) => ({
  date,
  serviceId: String(server.hall.serviceId('A')),
  from: 1,
  to: 12,
  served: 8,
  noShow: 1,
  firstAt: '08:10',
  lastAt: '09:40',
  ...changed,
});

/** The summary of a date. */
const summaryOf = async (server: TestServer, admin: Requests, by: string, day = date) => {
  const answer = await server.send({
    path: `/api/v1/reports/summary?from=${day}&to=${day}&by=${by}`,
    headers: admin.signed.headers,
  });
  return answer.json as readonly Record<string, unknown>[];
};

test('numbers from paper are in the figures of their date, told apart as typed in by hand', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const typed = await admin.post('/paper', blockOf(server));
  expect(outcome(typed)).toEqual([201]);
  const block = typed.json as PaperBlock;
  expect(block).toEqual({
    ...blockOf(server),
    id: block.id,
    version: 1,
    counterId: String(server.hall.counterId('A')),
    prefix: 'A-D',
    typedBy: 'admin 1',
    typedAt: '2026-11-24T09:00:00+07:00',
  });
  const figures = {
    issued: 12,
    onPaper: 12,
    served: 8,
    noShow: 1,
    cancelled: 3,
    inHall: 0,
    waitMedian: null,
  };
  expect(await summaryOf(server, admin, 'period')).toMatchObject([figures]);
  expect(await summaryOf(server, admin, 'hour')).toMatchObject([{ key: '08', ...figures }]);
  expect(await summaryOf(server, admin, 'user')).toMatchObject([{ key: 'none', ...figures }]);
  const csv = await server.send({
    path: `/api/v1/reports/summary.csv?from=${date}&to=${date}&by=day&language=id`,
    headers: admin.signed.headers,
  });
  expect(csv.text).toContain('Di antaranya dari kertas');
  expect((await admin.get('/paper')).json).toEqual([block]);
  // Numbering knows nothing of them: no number of the machine has a D.
  expect(server.hall.store.all(query.selectFrom('number_sequences').selectAll())).toEqual([]);

  expect(outcome(await admin.remove(`/paper/${block.id}`))).toEqual([204]);
  expect(await summaryOf(server, admin, 'period')).toEqual([]);
  expect(outcome(await admin.remove(`/paper/${block.id}`))).toEqual([404, 'not_found']);
  const acts = server.hall.store.all(query.selectFrom('audit').select(['action', 'subject']).orderBy('id'));
  expect(acts).toEqual([
    { action: 'typePaper', subject: `paper:${block.id}` },
    { action: 'removePaper', subject: `paper:${block.id}` },
  ]);
});

test('a number is typed in once, and what contradicts itself is refused with its field', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const faultOf = async (changed: object) => {
    const answer = await admin.post('/paper', blockOf(server, changed));
    if (answer.status === 201) return 'typed';
    return (answer.json as Problem).errors?.map(({ path, code }) => `${path} ${code}`).join();
  };
  expect(await faultOf({})).toBe('typed');
  expect(await faultOf({ from: 12, to: 20 })).toBe('from paper_typed_already');
  expect(await faultOf({ from: 3, to: 4, served: 2, noShow: 0 })).toBe('from paper_typed_already');
  // A sheet is a counter's, whichever of its services a number was for.
  const other = { serviceId: String(server.hall.serviceId('A', 1)), from: 12, to: 13, served: 1, noShow: 1 };
  expect(await faultOf(other)).toBe('from paper_typed_already');
  expect(await faultOf({ ...other, from: 13, to: 14 })).toBe('typed');
  expect(await faultOf({ serviceId: String(server.hall.serviceId('L')) })).toBe('typed');
  expect(await faultOf({ date: '2026-11-23' })).toBe('typed');
  expect(await faultOf({ date: '2026-11-25' })).toBe('date paper_date_to_come');
  expect(await faultOf({ date: '2026-09-20' })).toBe('date paper_date_long_ago');
  expect(await faultOf({ from: 30, to: 29 })).toBe('to paper_to_before_from');
  expect(await faultOf({ from: 30, to: 31, served: 2, noShow: 1 })).toBe('served paper_more_than_numbers');
  expect(await faultOf({ from: 30, to: 50, firstAt: '10:00', lastAt: '09:59' })).toBe(
    'lastAt ends_before_begin',
  );
  expect(await faultOf({ serviceId: '999' })).toBe('serviceId no_service_id');
  expect(((await admin.get('/paper')).json as PaperBlock[]).length).toBe(4);
  const supervisor = adminRequests(server, server.signIn('supervisor'));
  expect(outcome(await supervisor.post('/paper', blockOf(server)))).toEqual([403, 'forbidden']);
});

test('a date that is over and summed has the numbers in its figures, and its report is saved once more', async () => {
  const server = await runningServer();
  const { hall } = server;
  const tapped = await server.send({
    method: 'POST',
    path: '/api/v1/tickets',
    headers: { 'idempotency-key': 'a-tap-before' },
    body: { serviceId: String(hall.serviceId('A')) },
  });
  const { token } = tapped.json as { readonly token: string };
  await server.send({ method: 'POST', path: `/api/v1/tickets/${token}/cancel` });
  hall.clock.advance({ minutes: 24 * 60 });
  hall.act({ kind: 'system' }, (context) => sumOverDay(context, date));
  hall.store.write((transaction) => transaction.run(query.deleteFrom('closing_steps')));
  const report = join(server.dataDir, 'reports', `antre-${date}.xlsx`);
  mkdirSync(join(server.dataDir, 'reports'));
  writeFileSync(report, 'without the paper');
  const admin = adminRequests(server);
  expect(outcome(await admin.post('/paper', blockOf(server)))).toEqual([201]);
  expect(await summaryOf(server, admin, 'day')).toMatchObject([
    { key: date, issued: 13, onPaper: 12, served: 8, cancelled: 4 },
  ]);
  expect(existsSync(report)).toBe(false);
  expect(notedDates(hall.store, 'save')).toEqual([date]);
});
