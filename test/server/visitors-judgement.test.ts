import { expect, test } from 'vitest';
import { goLive } from '../../electron/actions/go-live';
import type { Evaluation } from '../../electron/contract/evaluation/evaluation';
import type { SurveyInvitation } from '../../electron/contract/survey';
import { query } from '../../electron/store/store';
import { takePrinted } from '../support/issue';
import { runningServer } from '../support/running-server';
import { smallHall } from '../support/small-hall';

// What the ministry asks users themselves (F-03), put to whoever was served and counted without persons.

async function askedHall(practice = false) {
  const settings = { ...smallHall.settings, practice };
  const server = await runningServer({ configuration: { ...smallHall, settings } });
  const { hall } = server;
  const admin = server.signIn('admin');
  const send = (method: string, path: string, body?: unknown, headers = admin.headers) =>
    server.send({ method, path: `/api/v1${path}`, headers: headers as Record<string, string>, body });
  const served = () => {
    const { token, ticketId } = takePrinted(hall, hall.serviceId('A'));
    hall.store.write((transaction) =>
      transaction.run(query.updateTable('tickets').set({ status: 'done' }).where('id', '=', ticketId)),
    );
    return token;
  };
  return {
    server,
    admin,
    hall,
    send,
    served,
    ask: (visitorsAsked: boolean) => send('PATCH', '/admin/settings', { visitorsAsked }),
    invited: async (token: string) => (await send('GET', `/survey/${token}`)).json as SurveyInvitation,
    answer: (token: string, evaluation: unknown, answers: object = {}) =>
      send('POST', `/survey/${token}`, { answers, evaluation }, { 'content-type': 'application/json' }),
    visitors: async () => ((await send('GET', '/reports/evaluation')).json as Evaluation).visitors,
  };
}

const points = (...given: [number, number][]) => ({
  year: 2026,
  answers: given.map(([number, each]) => ({ number, points: each })),
});

test('visitors are asked the instrument’s questions while the hall wants it, and their answers are counts alone', async () => {
  const { hall, ask, served, invited, answer, visitors } = await askedHall();
  const [first, second, third] = [served(), served(), served()];
  expect((await invited(first)).evaluation).toBeNull();
  await ask(true);
  const asked = (await invited(first)).evaluation;
  expect(asked).toMatchObject({ year: 2026, highest: { id: 'Sangat sesuai', jv: 'Cocog sanget' } });
  expect(asked?.questions).toHaveLength(14);

  expect((await answer(first, points([1, 5], [2, 3]), { time: 4 })).status).toBe(201);
  expect((await answer(second, points([1, 4]))).status).toBe(201);
  // Once a visit.
  expect((await answer(second, points([1, 0]))).status).toBe(409);
  expect((await answer(third, points([99, 5]))).json).toMatchObject({
    errors: [{ path: 'evaluation.answers', code: 'not_a_question' }],
  });
  expect(await visitors()).toMatchObject({
    ...{ asked: true, forms: 2, mean: 4 },
    questions: [
      {
        number: 1,
        text: 'Persyaratan layanan mudah dipenuhi',
        answered: 2,
        mean: 4.5,
        counts: [0, 0, 0, 0, 1, 1],
      },
      { number: 2, answered: 1, mean: 3, counts: [0, 0, 0, 1, 0, 0] },
      ...Array.from({ length: 12 }, () => ({ answered: 0, mean: null })),
    ],
  });
  // Who answered only these gave no form of the SKM.
  expect(hall.store.all(query.selectFrom('survey_answers').selectAll())).toHaveLength(1);
  expect(hall.store.all(query.selectFrom('visitor_points').select(['number', 'points', 'answers']))).toEqual([
    { number: 1, points: 4, answers: 1 },
    { number: 1, points: 5, answers: 1 },
    { number: 2, points: 3, answers: 1 },
  ]);
});

test('whoever is still answering when the questions are taken away is thanked all the same', async () => {
  const { ask, served, answer, visitors } = await askedHall();
  const token = served();
  await ask(true);
  await ask(false);
  expect((await answer(token, points([1, 5]), { time: 4 })).status).toBe(201);
  expect(await visitors()).toMatchObject({ asked: false, forms: 0, mean: null });
});

test('what was answered in practice is gone once the hall is live', async () => {
  const { hall, admin, ask, served, answer, visitors } = await askedHall(true);
  await ask(true);
  await answer(served(), points([1, 5]));
  expect((await visitors()).forms).toBe(1);
  hall.act({ kind: 'user', userId: admin.userId, role: 'admin' } as never, goLive);
  expect(await visitors()).toMatchObject({ asked: true, forms: 0, mean: null });
});
