import { expect, test } from 'vitest';
import type * as history from '../../electron/contract/history/history-words';
import { query } from '../../electron/store/store';
import { changedSources } from '../support/changed-sources';
import type * as runningServers from '../support/running-server';

const nobody: history.HistoryNames = { nameOf: () => undefined, moment: String };

test('a route is two files and its texts: it answers whom it is for, is told in the history, and stands in OpenAPI', async () => {
  const sources = changedSources();
  sources.insert(
    'electron/contract/routes/admin.ts',
    'export const adminRoutes = {',
    `  ringBell: {
    method: 'POST',
    path: '/admin/bell',
    callers: admins,
    summary: 'Ring the bell of the hall',
    answers: { 200: site },
  },`,
  );
  sources.insert(
    'electron/server/routes/admin.ts',
    'export const adminRoutes = {',
    '  ringBell: ({ act }) => act((context) => ({ status: 200, body: siteView(viewContextOf(context)) })),',
  );
  sources.say('office/history-acts', 'ringBell', { id: 'Membunyikan bel', en: 'Rang the bell' });
  expect(sources.touched).toEqual([
    'electron/contract/routes/admin.ts',
    'electron/server/routes/admin.ts',
    'electron/texts',
  ]);

  const { runningServer } = await sources.run<typeof runningServers>('test/support/running-server.ts');
  const server = await runningServer();
  const { headers } = server.signIn('admin');
  const ring = (as: typeof headers) =>
    server.send({ method: 'POST', path: '/api/v1/admin/bell', headers: as });
  expect((await ring(server.signIn('supervisor').headers)).status).toBe(403);
  expect(await ring(headers)).toMatchObject({ status: 200, json: { timezone: 'Asia/Jakarta' } });
  const acts = server.hall.store.all(query.selectFrom('audit').select('action').orderBy('id', 'desc'));
  expect(acts[0]).toEqual({ action: 'ringBell' });
  const { historyWords } = await sources.run<typeof history>('electron/contract/history/history-words.ts');
  expect(historyWords('id', nobody).act('ringBell')).toBe('Membunyikan bel');
  const document = (await server.send({ path: '/api/v1/openapi.json' })).json;
  expect(document).toMatchObject({
    paths: { '/api/v1/admin/bell': { post: { summary: 'Ring the bell of the hall' } } },
  });
});
