import { expect, test, vi } from 'vitest';
import { type CentreLink, centreLink, journalPage } from '../../electron/contract/admin-centre';
import { finding } from '../../electron/contract/admin-hall';
import { journalRow } from '../../electron/contract/centre/journal-row';
import { take } from '../support/issue';
import { runningServer } from '../support/running-server';
import { strictCentre } from '../support/strict-centre';

test('an admin links the hall by a code, looks at what leaves it, stops it and lets the centre go', async () => {
  const server = await runningServer();
  const centre = await strictCentre();
  const { headers } = server.signIn('admin');
  const send = async (method: string, path: string, body?: object) => {
    const answer = await server.send({
      method,
      path: `/api/v1/admin/centre${path}`,
      headers: { ...headers, 'idempotency-key': `${method}${path}${JSON.stringify(body)}-key` },
      ...(body ? { body } : {}),
    });
    return answer;
  };
  const state = async (): Promise<CentreLink> => centreLink.parse((await send('GET', '')).json);

  expect(await state()).toEqual({ asked: null, link: null, journal: null });
  expect((await send('POST', '/ask', { url: 'http://192.0.2.1' })).json).toMatchObject({
    code: 'centre_not_secure',
  });
  expect((await send('POST', '/ask', { url: 'pusat' })).status).toBe(400);
  await send('POST', '/ask', { url: centre.url });
  await vi.waitFor(async () => expect((await state()).asked?.code).toBe(centre.codes()[0] ?? 'none'));
  centre.decide((await state()).asked?.code ?? '', true);
  await vi.waitFor(async () => expect((await state()).link).not.toBeNull(), { timeout: 5_000 });
  take(server.hall, server.hall.serviceId('A'));
  await vi.waitFor(async () => expect((await state()).journal?.rows).toBe(0), { timeout: 5_000 });

  const shown = journalPage.parse((await send('GET', '/rows')).json);
  expect(shown.rows.map(({ kind, acknowledged }) => [kind, acknowledged])).toEqual([
    ['ticket_step', true],
    ['device_state', true],
    ['configuration_version', true],
    ['epoch_opened', true],
  ]);
  const older = journalPage.parse((await send('GET', '/rows?before=1.3')).json);
  expect(older.rows.map(({ seq }) => seq)).toEqual([2, 1]);
  const lines = (await send('GET', '/rows.jsonl')).text.trim().split('\n');
  expect(lines.map((line) => journalRow.parse(JSON.parse(line)))).toEqual(centre.rows().reverse());

  expect((await send('PATCH', '', { sends: false })).json).toMatchObject({ link: { sends: false } });
  expect((await send('DELETE', '')).json).toEqual({ asked: null, link: null, journal: null });
});

test('a centre that takes nothing is a finding that leads there; one that is away for an hour is none', async () => {
  const server = await runningServer();
  const centre = await strictCentre();
  server.uplink.ask(centre.url);
  await vi.waitFor(() => expect(server.uplink.state().asked?.code).toBe(centre.codes()[0] ?? 'none'));
  centre.decide(server.uplink.state().asked?.code ?? '', true);
  await vi.waitFor(() => expect(server.uplink.state().link?.contact?.state).toBe('reached'), {
    timeout: 5_000,
  });
  const found = async () => {
    // Signed in anew, since days pass.
    const { headers } = server.signIn('admin');
    const { json } = await server.send({ path: '/api/v1/admin/findings', headers });
    return finding
      .array()
      .parse(json)
      .filter(({ kind }) => kind === 'centre');
  };
  const contact = (state: string) =>
    vi.waitFor(() => expect(server.uplink.state().link?.contact?.state).toBe(state), { timeout: 5_000 });

  await centre.stop();
  take(server.hall, server.hall.serviceId('A'));
  await contact('unreachable');
  expect(await found()).toEqual([]);
  server.hall.clock.advance({ days: 5 });
  expect(await found()).toMatchObject([{ subject: 'centre', detail: 'unreachable' }]);
  centre.hall().state = 'revoked';
  await centre.start();
  await contact('revoked');
  expect(await found()).toMatchObject([{ subject: 'centre', detail: 'revoked' }]);
});
