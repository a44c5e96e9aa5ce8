import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { MenuCounter } from '../../electron/contract/site';
import type { HolderTicket } from '../../electron/contract/tickets';
import { freePort } from '../support/free-port';
import { type HeadlessAntre, launchHeadless } from '../support/headless-antre';
import { launchSecondKiosk } from '../support/second-kiosk-process';
import { temporaryFolder } from '../support/temporary-store';

const root = join(import.meta.dirname, '../..');
const antre = (dataDir: string, ...words: readonly string[]) =>
  promisify(execFile)(
    process.execPath,
    [join(root, 'build/main/antre.cjs'), ...words, '--data-dir', dataDir, '--language', 'en'],
    { env: { PATH: process.env.PATH } },
  );

interface Given {
  readonly number: string;
  readonly token: string;
  readonly at: number;
}

/** Takes numbers one after another at several counters, until it is stopped or nobody answers. */
function keepTapping(hub: Pick<HeadlessAntre, 'url'>, token: string, serviceIds: readonly string[]) {
  const given: Given[] = [];
  let isOver = false;
  const tapping = (async () => {
    for (let tap = 0; !isOver; tap += 1) {
      const answer = await takeNumber(hub.url, token, serviceIds[tap % serviceIds.length] ?? '').catch(
        () => null,
      );
      if (!answer) return;
      given.push({ ...answer, at: performance.now() });
    }
  })();
  return {
    given,
    async stop() {
      isOver = true;
      await tapping;
    },
    over: tapping,
  };
}

let keys = 0;
async function takeNumber(url: string, token: string, serviceId: string): Promise<HolderTicket> {
  keys += 1;
  const answer = await fetch(`${url}/api/v1/tickets`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': `${process.pid}-take-over-${keys}`,
    },
    body: JSON.stringify({ serviceId }),
  });
  if (answer.status !== 201) throw new Error(`tap: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as HolderTicket;
}

/** A hall with a standby and one more kiosk, a rush, the main machine killed in it, and the standby in its place. */
async function liveThrough(rushMs: number): Promise<void> {
  const formerData = temporaryFolder();
  const standbyData = temporaryFolder();
  const hub = await launchHeadless(formerData);
  const admin = await hub.setUp();
  const port = await freePort();
  const letIn = async (dataDir: string, settings: Readonly<Record<string, string>>) => {
    const kiosk = launchSecondKiosk(hub.url, dataDir, 'none', settings);
    const id = await admin.letIn(await kiosk.said(/to let this kiosk in at \S+: (\w+)/));
    await kiosk.said(/Antre prints for/);
    return { kiosk, id };
  };
  const standby = await letIn(standbyData, { ANTRE_PORT: String(port) });
  const other = await letIn(temporaryFolder(), {});
  const officer = await admin.officerAt('1');
  await admin.standBy(standby.id);
  const menu = (await (await fetch(`${hub.url}/api/v1/counters`)).json()) as MenuCounter[];
  const serviceIds = ['A', 'KJ'].flatMap(
    (code) => menu.find((each) => each.code === code)?.services[0]?.id ?? [],
  );

  await expect(antre(standbyData, 'take-over', '--yes')).rejects.toMatchObject({
    stderr: expect.stringContaining('still answers: nothing was changed'),
  });
  const rush = keepTapping(hub, other.kiosk.token(), serviceIds);
  await new Promise((resolve) => setTimeout(resolve, rushMs / 2));
  const called = [await officer.press('call-next')];
  await new Promise((resolve) => setTimeout(resolve, rushMs / 2));
  const killedAt = performance.now();
  await hub.kill();
  await rush.over;

  await antre(standbyData, 'take-over', '--yes');
  expect(await standby.kiosk.ended()).toBe(85);
  standby.kiosk.start();
  const url = await standby.kiosk.said(/served at (http:\S+)\/kiosk/);
  expect(url).toBe(`http://127.0.0.1:${port}`);
  // The other kiosk finds the hall by itself, with the token that it has.
  await other.kiosk.said(new RegExp(`Antre prints for ${url}`));
  const after: HolderTicket[] = [];
  for (let tap = 0; tap < 30; tap += 1)
    after.push(await takeNumber(url, other.kiosk.token(), serviceIds[tap % serviceIds.length] ?? ''));
  expect(performance.now() - killedAt).toBeLessThan(60_000);

  const numbers = [...rush.given, ...after].map(({ number }) => number);
  expect(rush.given.length).toBeGreaterThan(20);
  expect(new Set(numbers).size).toBe(numbers.length);
  // What had been answered a moment before the end was on the standby's disk.
  const database = new Database(join(standbyData, 'antre.sqlite'), { readonly: true });
  const tokens = new Set(database.prepare('SELECT token FROM tickets').pluck().all());
  const epoch = database.prepare('SELECT epoch FROM main_machine').pluck().get();
  database.close();
  expect(epoch).toBe(2);
  const early = rush.given.filter(({ at }) => at < killedAt - 2_000 || at < killedAt - rushMs / 3);
  expect(early.filter(({ token }) => !tokens.has(token))).toEqual([]);
  // Who sat at a desk sits there still, and calls go on above all that were heard.
  const state = (await (await fetch(`${url}/api/v1/tickets/${early[0]?.token}`)).json()) as HolderTicket;
  expect(['called', 'waiting', 'printing']).toContain(state.status);
  expect(called).toHaveLength(1);

  // The old machine comes back: it learns it before it has given a number, and works for the new one at its next start.
  await expect(hub.start()).rejects.toThrow(/ended with 85: [\s\S]*another machine is the main one/);
  expect(JSON.parse(readFileSync(join(formerData, 'machine-role.json'), 'utf8'))).toMatchObject({
    role: 'former',
    epoch: 2,
    hub: url,
  });
  const former = launchSecondKiosk('http://127.0.0.1:1', formerData, 'none');
  expect(await former.said(/The code to let this kiosk in at (\S+)\/admin/)).toBe(url);
}

test('the main machine is killed in a rush: its standby goes on with the line, no number twice, and the old one gives way', async () => {
  await liveThrough(3_000);
});

test('ten times over, at whatever moment it is killed', { tags: ['long'] }, async () => {
  for (let round = 0; round < 10; round += 1) await liveThrough(1_500 + Math.random() * 6_000);
});
