import { expect, test } from 'vitest';
import type { ComplaintChange, ComplaintCounts, ComplaintReceipt } from '../../electron/contract/survey';
import { runningServer } from '../support/running-server';

/** A supervisor's hall, live, on 24 November 2026, and what is said and done about complaints in it. */
async function supervised() {
  const server = await runningServer();
  // The clock moves on further than a session lasts.
  const signed = () => server.signIn('supervisor').headers;
  let asked = 0;
  const say = async (kind: 'complaint' | 'suggestion', counterId?: string) => {
    asked += 1;
    const answer = await server.send({
      method: 'POST',
      path: '/api/v1/complaints',
      headers: { 'x-forwarded-for': `10.0.0.${asked}` },
      body: { kind, text: 'Loket kosong sejak pagi.', ...(counterId ? { counterId } : {}) },
    });
    return (answer.json as ComplaintReceipt).code;
  };
  const change = (code: string, body: ComplaintChange) =>
    server.send({ method: 'PATCH', path: `/api/v1/reports/complaints/${code}`, headers: signed(), body });
  const counts = async (from: string, to: string, who = signed()) =>
    (await server.send({ path: `/api/v1/reports/complaint-counts?from=${from}&to=${to}`, headers: who }))
      .json as ComplaintCounts;
  return { server, say, change, counts };
}

test('the four counts are of the complaints that came in the period, whatever became of them later', async () => {
  const { server, say, change, counts } = await supervised();
  const answered = await say('complaint', String(server.hall.counterId('A')));
  await say('suggestion');
  const forwarded = await say('complaint');
  const ended = await say('complaint');
  const takenUp = await say('suggestion');
  server.hall.clock.set('2026-11-25T09:00+07:00');
  await say('complaint');
  await change(answered, { status: 'answered', answer: 'Kami buka mulai besok.' });
  await change(forwarded, { status: 'forwarded', answer: 'Kami teruskan.', sp4nNumber: '#8213907' });
  await change(ended, { status: 'forwarded', answer: 'Kami teruskan.', sp4nNumber: '#8213908' });
  expect((await change(ended, { sp4nState: 'finished' })).json).toMatchObject({ sp4nState: 'finished' });
  await change(takenUp, { sp4nNumber: '#8213909', sp4nState: 'in_progress' });
  for (const sp4nNumber of ['8213907', '#8213\u200b910', '٨٢١٣']) {
    expect((await change(takenUp, { sp4nNumber })).status).toBe(400);
  }
  const none = { sp4nReceived: 0, sp4nFinished: 0, forgottenBefore: null };
  expect(await counts('2026-11-24', '2026-11-24')).toEqual({
    ...{ from: '2026-11-24', to: '2026-11-24', forgottenBefore: null },
    ...{ received: 4, finished: 2, sp4nReceived: 3, sp4nFinished: 1 },
  });
  expect(await counts('2026-11-25', '2026-11-30')).toMatchObject({ received: 1, finished: 0, ...none });
  // Taken back there: without a number there is no state.
  expect((await change(ended, { sp4nNumber: null })).json).toMatchObject({
    sp4nNumber: null,
    sp4nState: null,
  });
  expect(await counts('2026-11-24', '2026-11-24')).toMatchObject({ finished: 1, sp4nReceived: 2 });
  const institutions = [server.hall.hall().counters.find(({ code }) => code === 'A')?.agency ?? ''];
  const own = server.signIn('supervisor', { institutions }).headers;
  expect(await counts('2026-11-24', '2026-11-24', own)).toMatchObject({ received: 1, finished: 1, ...none });
});

test('a period of which complaints are deleted already says from when on it is counted', async () => {
  const { counts } = await supervised();
  expect(await counts('2021-11-24', '2026-11-24')).toMatchObject({ forgottenBefore: null });
  expect(await counts('2021-11-23', '2026-11-24')).toMatchObject({ forgottenBefore: '2021-11-24' });
});
