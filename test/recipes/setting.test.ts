import { expect, test } from 'vitest';
import type * as history from '../../electron/contract/history/history-words';
import type { ShownSettings } from '../../electron/contract/settings';
import { changedSources } from '../support/changed-sources';
import type * as runningServers from '../support/running-server';
import type * as drawnHallSections from './drawn-hall-section';
import { standInForBrowser } from './page-globals';

const nobody: history.HistoryNames = { nameOf: () => undefined, moment: String };

test('a setting is two files and its texts: it is stored within its bounds, told in the history, and a field of the form', async () => {
  const sources = changedSources();
  sources.insert(
    'electron/contract/settings.ts',
    "  slot: z.enum(['below', 'left', 'right']).default('below'),",
    '  thanksSeconds: z.number().int().min(3).max(55).default(7),',
  );
  sources.insert(
    'electron/contract/setting-words.ts',
    'export const settingFields = {',
    "  thanksSeconds: { section: 'hall', unit: 'seconds' },",
  );
  sources.say('office/setting-words', 'thanksSeconds', { id: 'Ucapan tampil', en: 'Thanks stay for' });
  expect(sources.touched).toEqual([
    'electron/contract/settings.ts',
    'electron/contract/setting-words.ts',
    'electron/texts',
  ]);

  const { runningServer } = await sources.run<typeof runningServers>('test/support/running-server.ts');
  const server = await runningServer();
  const { headers } = server.signIn('admin');
  const path = '/api/v1/admin/settings';
  const change = (thanksSeconds: number) =>
    server.send({ method: 'PATCH', path, headers, body: { thanksSeconds } });
  expect((await server.send({ path, headers })).json).toMatchObject({ thanksSeconds: 7 });
  expect((await change(56)).status).toBe(400);
  expect((await change(12)).status).toBe(200);
  const stored = (await server.send({ path, headers })).json as ShownSettings;
  expect(stored).toMatchObject({ thanksSeconds: 12 });
  const { historyWords } = await sources.run<typeof history>('electron/contract/history/history-words.ts');
  expect(historyWords('id', nobody).field('thanksSeconds')).toBe('ucapan tampil (detik)');

  standInForBrowser();
  const { drawnHallSection } = await sources.run<typeof drawnHallSections>(
    'test/recipes/drawn-hall-section.tsx',
  );
  const field = (await drawnHallSection(stored)).split('Ucapan tampil')[1];
  expect(field).toMatch(/^<\/label>.*?<input [^>]*value="12"/);
});
