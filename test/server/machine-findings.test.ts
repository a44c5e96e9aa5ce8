import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding } from '../../electron/contract/admin-hall';
import { PageFaults } from '../../electron/server/page-faults';
import { adminRequests } from '../support/admin-requests';
import { runningServer, type TestServer } from '../support/running-server';
import { temporaryFolder } from '../support/temporary-store';

const day = 24 * 60 * 60_000;

const found = async (server: TestServer, subject: RegExp) =>
  ((await adminRequests(server).get('/findings')).json as Finding[]).filter((each) =>
    subject.test(each.subject),
  );

const tell = (server: TestServer, message: string, kind = 'drawing') =>
  server.send({
    method: 'POST',
    path: '/api/v1/page-faults',
    body: { surface: 'kiosk', kind, message },
  });

test('what the watching process kept of restarts is told to admins by reason, with the last time, for a week', async () => {
  const server = await runningServer();
  const { keepRestart } = await import(join(import.meta.dirname, '../../scripts/kept-restarts.cjs'));
  const now = server.hall.clock.now();
  const keep = (at: number, reason: string, detail: string, error: string) =>
    keepRestart(server.dataDir, { at, reason, detail, error });
  keep(now - 8 * day, 'memory', '', '');
  keep(now - 2 * day, 'ended', 'SIGKILL', '');
  keep(now - day, 'hang', '', '');
  keep(now - 60_000, 'ended', 'SIGSEGV', 'Error: no');
  keep(now, 'of another version', '', '');
  expect(
    (await found(server, /^machine$/)).map(({ kind, detail, occurred }) => [
      `${kind} ${detail} ${occurred?.count} ${occurred?.error}`,
      Date.parse(occurred?.at ?? ''),
    ]),
  ).toEqual([
    ['restarted ended 2 SIGSEGV; Error: no', now - 60_000],
    ['restarted hang 1 ', now - day],
  ]);
});

test("a page's fault is told to admins, counted, without its secrets", async () => {
  const server = await runningServer();
  const message = 'TypeError: no at /t/q8Xy_wKfL2-mN4pR7sTuvA?lang=id&code=K7PQ2M9X (follow-page.tsx:12)';
  expect((await tell(server, message)).status).toBe(204);
  await tell(server, message);
  expect(await found(server, /^page:/)).toEqual([
    {
      subject: 'page:kiosk',
      name: null,
      kind: 'page_fault',
      detail: 'drawing',
      occurred: { at: expect.any(String), count: 2, error: 'TypeError: no at /t/… (follow-page.tsx:12)' },
    },
  ]);
  expect((await tell(server, 'x'.repeat(501))).status).toBe(400);
});

test('whoever tells of many faults is held up', async () => {
  const server = await runningServer();
  const answers = await Promise.all(Array.from({ length: 40 }, (_, at) => tell(server, `Error ${at}`)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204, 429]));
});

test('of any faults by any addresses few are kept, each address takes places from itself alone, and they outlive a restart', async () => {
  const clock = { now: () => 1_000 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.string({ unit: 'binary', maxLength: 12 })), {
        minLength: 60,
        maxLength: 100,
      }),
      async (told) => {
        const dataDir = temporaryFolder();
        const faults = new PageFaults({ dataDir, clock });
        faults.note({ surface: 'display', kind: 'hung', message: '' }, 'the kiosk');
        for (const [address, message] of told) {
          faults.note({ surface: 'kiosk', kind: 'script', message }, `10.0.0.${address}`);
        }
        const kept = faults.all();
        expect(kept.length).toBeLessThanOrEqual(50);
        for (const { address } of kept) {
          expect(kept.filter((each) => each.address === address).length).toBeLessThanOrEqual(5);
        }
        expect(kept.some(({ address }) => address === 'the kiosk')).toBe(true);
        await faults.save();
        expect(new PageFaults({ dataDir, clock }).all()).toEqual(kept);
      },
    ),
    { numRuns: 10 },
  );
});
