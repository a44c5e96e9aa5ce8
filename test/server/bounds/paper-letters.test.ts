import { expect, test } from 'vitest';
import type { Finding } from '../../../electron/contract/admin-hall';
import { query } from '../../../electron/store/store';
import { adminRequests, outcome } from '../../support/admin-requests';
import { runningServer } from '../../support/running-server';

const javanese = 'ꦩꦭ꧀';
const named = { id: javanese, en: '', jv: '' };

test('signs that a ticket can’t show are refused where they are written, by field and by name', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const file = (await admin.get('/export')).json as {
    site: object;
    settings?: object;
    counters: { services: object[] }[];
  };
  const [counter] = file.counters;
  const block = { kind: 'text', text: { id: 'Lantai 2', en: '🎫', jv: '' }, size: 'normal', align: 'left' };
  const layout = (await admin.get('/ticket-layout')).json as { blocks: object[]; logo: null };
  const blocks = [...layout.blocks, block];
  const place = `blocks.${layout.blocks.length}.text.en`;
  const answers = [
    ['siteName', await admin.patch('/settings', { siteName: `MPP ${javanese}` })],
    ['city', await admin.patch('/settings', { city: 'كجين' })],
    ['name.id', await admin.patch('/counters/1', { name: named })],
    ['name.jv', await admin.patch('/services/1', { name: { id: 'Izin', en: '', jv: javanese } })],
    [
      'documents.id.1',
      await admin.patch('/services/1', { documents: { id: ['KTP', '🪪'], en: [], jv: [] } }),
    ],
    [place, await admin.patch('/ticket-layout', { blocks })],
    ['site.name', await admin.post('/import/preview', { ...file, site: { ...file.site, name: javanese } })],
    [
      'counters.0.services.0.name.id',
      await admin.post('/import', {
        ...file,
        counters: [
          { ...counter, services: [{ ...counter?.services[0], name: named }] },
          ...file.counters.slice(1),
        ],
      }),
    ],
    [
      `settings.ticketLayout.${place}`,
      await admin.post('/import/preview', {
        ...file,
        settings: { ...file.settings, ticketLayout: { version: 1, logo: null, blocks } },
      }),
    ],
  ] as const;
  for (const [path, answer] of answers) {
    expect([path, ...outcome(answer)]).toEqual([path, 400, 'invalid_request']);
    expect(answer.json).toMatchObject({
      errors: [
        { path, message: expect.stringMatching(/^tiket tidak bisa mencetak .+: tulis dengan huruf Latin$/) },
      ],
    });
  }
  // What goes to no paper, and a language that no ticket speaks, may be written as people write it.
  const name = { id: 'Samsat', en: '', jv: '', 'jv-Java': javanese };
  expect((await admin.patch('/counters/1', { name, agency: javanese, zone: javanese })).status).toBe(200);
  expect(((await admin.get('/findings')).json as Finding[]).filter(ofPaper)).toEqual([]);
});

test('names that were stored before are kept, and admins are told what paper lacks', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  server.hall.store.write((transaction) => {
    const nameJson = JSON.stringify(named);
    transaction.run(query.updateTable('counters').set({ nameJson }).where('id', '=', 1));
    const documentsJson = JSON.stringify({ id: ['KTP 🪪'], en: [], jv: [] });
    transaction.run(query.updateTable('services').set({ documentsJson }).where('id', '=', 1));
    transaction.run(
      query
        .insertInto('settings')
        .values({ key: 'siteName', valueJson: JSON.stringify('Balai 🎫') })
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet({ valueJson: JSON.stringify('Balai 🎫') }),
        ),
    );
    transaction.announce({ kind: 'configuration' });
  });
  const found = ((await admin.get('/findings')).json as Finding[]).filter(ofPaper);
  expect(found.map(({ subject, detail }) => [subject, detail])).toEqual([
    ['counter:1', 'ꦩ ꦭ'],
    ['service:1', '🪪'],
    ['hall', '🎫'],
  ]);
  expect((await admin.get('/counters/1')).json).toMatchObject({ name: named, unreadable: [] });
  expect((await admin.get('/settings')).json).toMatchObject({ siteName: 'Balai 🎫' });
  // Other fields of such a row can be changed.
  expect((await admin.patch('/counters/1', { paused: true })).status).toBe(200);
});

function ofPaper({ kind }: Finding): boolean {
  return kind === 'not_on_paper';
}
