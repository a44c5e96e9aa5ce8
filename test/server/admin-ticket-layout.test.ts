import { beforeAll, expect, test } from 'vitest';
import {
  defaultTicketLayout,
  type TicketBlock,
  type TicketLayout,
  type TicketLogo,
  type TicketPictures,
} from '../../electron/contract/ticket-layout';
import { adminRequests, outcome } from '../support/admin-requests';
import { requireImageWorker } from '../support/image-worker';
import { runningServer } from '../support/running-server';
import { barsPng, bombPng } from '../support/sendable-files';

beforeAll(requireImageWorker);

const blocksWithout = (kind: TicketBlock['kind']) =>
  defaultTicketLayout.blocks.filter((block) => block.kind !== kind);
/** The texts of a picture, a line each. */
const linesOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);

test('the layout is changed block by block, keeps its version, and can not lose its number', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  expect((await admin.get('/ticket-layout')).json).toEqual(defaultTicketLayout);
  const blocks: TicketBlock[] = [
    { kind: 'number' },
    { kind: 'marks' },
    { kind: 'text', text: { id: 'Terima kasih', en: '', jv: '' }, size: 'tall', align: 'center' },
  ];
  const changed = await admin.patch('/ticket-layout', { blocks }, '"1"');
  expect([changed.status, changed.headers.etag, changed.json]).toEqual([
    200,
    '"2"',
    { version: 2, logo: null, blocks } satisfies TicketLayout,
  ]);
  expect(server.hall.hall().settings.ticketLayout.blocks).toEqual(blocks);
  const text = (id: string) => ({
    kind: 'text',
    text: { id, en: '', jv: '' },
    size: 'tall',
    align: 'center',
  });
  const wrong: readonly (readonly [string, unknown])[] = [
    ['no number', { blocks: blocksWithout('number') }],
    ['no marks', { blocks: blocksWithout('marks') }],
    ['two numbers', { blocks: [...defaultTicketLayout.blocks, { kind: 'number' }] }],
    ['control characters', { blocks: [...blocks, text('\u001b@ \u0010\u0014')] }],
    ['a huge text', { blocks: [...blocks, text('A'.repeat(121))] }],
    ['many texts', { blocks: [...blocks, ...Array.from({ length: 5 }, () => text('x'))] }],
    ['unknown size', { blocks: [{ kind: 'number' }, { kind: 'marks' }, { kind: 'hall', size: 'huge' }] }],
    ['a logo too wide', { logo: { width: 385, height: 1, dots: Buffer.alloc(49).toString('base64') } }],
    ['a logo that lies', { logo: { width: 80, height: 80, dots: Buffer.alloc(10).toString('base64') } }],
    ['no base64', { logo: { width: 8, height: 1, dots: '!!' } }],
    ['an unknown field', { colour: 'red' }],
  ];
  for (const [what, body] of wrong) {
    expect([what, outcome(await admin.patch('/ticket-layout', body))]).toEqual([
      what,
      [400, 'invalid_request'],
    ]);
  }
  expect(outcome(await admin.patch('/ticket-layout', { logo: null }, '"1"'))).toEqual([
    412,
    'changed_meanwhile',
  ]);
  expect((await admin.get('/ticket-layout')).json).toMatchObject({ version: 2 });
});

test('a draft is drawn on both papers by what a printer gets, and nothing is changed', async () => {
  const server = await runningServer();
  const admin = adminRequests(server, server.signIn('supervisor'));
  const draw = async (changes: object = {}) => {
    const answer = await admin.post('/ticket-layout/preview', {
      blocks: defaultTicketLayout.blocks,
      logo: null,
      language: 'id',
      sample: 'usual',
      ...changes,
    });
    expect(answer.status).toBe(200);
    return answer.json as TicketPictures;
  };
  const usual = await draw();
  expect(usual.wide.svg).toContain('width="576"');
  expect(usual.narrow.svg).toContain('width="384"');
  expect(linesOf(usual.wide.svg)).toEqual(
    expect.arrayContaining(['Nomor antrean Anda', 'A-012  24/11/2026 09.00.00', 'MPP KAJEN']),
  );
  // No address for phones is set, so there is no QR to be printed.
  expect(linesOf(usual.wide.svg)).not.toContain('Ikuti antrean lewat HP');
  expect(usual.wide.millimetres).toBeGreaterThan(60);

  const shorter = await draw({ blocks: blocksWithout('please_wait'), language: 'en' });
  expect(shorter.wide.millimetres).toBeLessThan(usual.wide.millimetres);
  expect(linesOf(shorter.wide.svg)).toEqual(expect.arrayContaining(['Your number']));
  expect(linesOf((await draw({ sample: 'long' })).narrow.svg)).toEqual(
    expect.arrayContaining([expect.stringMatching(/SALINAN/)]),
  );
  expect((await admin.get('/ticket-layout')).json).toEqual(defaultTicketLayout);
  expect(outcome(await admin.patch('/ticket-layout', { logo: null }))).toEqual([403, 'forbidden']);
});

test('a draft tells where each block stands on its paper; what is off is not printed and keeps its place', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const blocks: TicketBlock[] = [
    { kind: 'hall', size: 'double', off: true },
    { kind: 'marks' },
    { kind: 'number' },
    { kind: 'rule' },
    { kind: 'wait', size: 'tall', off: true },
    { kind: 'rule' },
    { kind: 'stamp' },
    { kind: 'motif' },
    { kind: 'qr', off: true },
  ];
  const draft = { blocks, logo: null, language: 'id', sample: 'usual' };
  const { wide } = (await admin.post('/ticket-layout/preview', draft)).json as TicketPictures;
  expect(linesOf(wide.svg)).toEqual(['Nomor antrean Anda', '-'.repeat(46), 'A-012  24/11/2026 09.00.00']);
  // What the two rules stand around is off, so that one of them is enough.
  expect(wide.places.map((place) => place !== null)).toEqual([
    false,
    false,
    true,
    true,
    false,
    false,
    true,
    true,
    false,
  ]);
  const printed = wide.places.filter((place) => place !== null);
  for (const [at, { top, bottom }] of printed.entries()) {
    expect(top).toBeLessThan(bottom);
    expect(top).toBeGreaterThanOrEqual(printed[at - 1]?.bottom ?? 0);
  }
  expect(printed.at(-1)?.bottom).toBeLessThanOrEqual(wide.height);
  const { svg } = (
    (
      await admin.post('/ticket-layout/preview', {
        ...draft,
        blocks: blocks.filter((block) => !('off' in block)),
      })
    ).json as TicketPictures
  ).wide;
  expect(svg.length).toBe(wide.svg.length);
  expect((await admin.patch('/ticket-layout', { blocks })).status).toBe(200);
  expect((await admin.get('/ticket-layout')).json).toMatchObject({ blocks });
  expect(
    outcome(
      await admin.patch('/ticket-layout', { blocks: [{ kind: 'number', off: true }, { kind: 'marks' }] }),
    ),
  ).toEqual([400, 'invalid_request']);
});

test('a picture becomes the dots of a logo, which a ticket then shows; what is no picture is told', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const send = (file: Buffer) =>
    server.send({
      method: 'POST',
      path: '/api/v1/admin/ticket-layout/logo',
      headers: { ...admin.signed.headers, 'content-type': 'application/octet-stream' },
      file,
    });
  const made = await send(barsPng(800, 400));
  const logo = made.json as TicketLogo;
  expect([made.status, logo.width, logo.height]).toEqual([200, 384, 192]);
  const blocks = [{ kind: 'logo' }, ...defaultTicketLayout.blocks];
  expect(outcome(await admin.patch('/ticket-layout', { blocks, logo }, '"1"'))).toEqual([200]);
  const { json } = await admin.post('/ticket-layout/preview', {
    blocks,
    logo,
    language: 'id',
    sample: 'usual',
  });
  const without = await admin.post('/ticket-layout/preview', {
    blocks,
    logo: null,
    language: 'id',
    sample: 'usual',
  });
  const height = (answer: unknown) => (answer as TicketPictures).narrow.millimetres;
  // 192 dots and the space below are 25 mm.
  expect(height(json) - height(without.json)).toBe(25);
  for (const [file, code] of [
    [bombPng(50_000), 'too_many_pixels'],
    [barsPng(40, 40).subarray(0, 60), 'file_damaged'],
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'file_kind_refused'],
  ] as const) {
    expect((await send(file)).json).toMatchObject({ code });
  }
});
