import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Finding } from '../../electron/contract/admin-hall';
import type { Health } from '../../electron/contract/operation';
import { type HeadlessAntre, launchHeadless, password } from '../support/headless-antre';
import { temporaryFolder } from '../support/temporary-store';

/** A disk that takes no more once it is filled. */
interface SmallDisk {
  readonly folder: string;
  fill(antre: HeadlessAntre): void;
  free(antre: HeadlessAntre): void;
}

/** A file system of 24 MB; null where nobody may mount one, as in some containers. */
function smallFileSystem(): SmallDisk | null {
  const folder = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  const filler = join(folder, 'filler');
  return {
    folder,
    fill() {
      for (let bytes = 1024 * 1024; bytes >= 512; ) {
        try {
          writeFileSync(filler, Buffer.alloc(bytes), { flag: 'a' });
        } catch {
          bytes /= 2;
        }
      }
    },
    free: () => rmSync(filler),
  };
}

/**
 * A disk that takes nothing any more, not even in the place of what is there: the system refuses the process every write.
 * (Were the sizes of now the limit, a log of changes that begins anew would have room again, and acts would go on.)
 */
function noWriteAtAll(): SmallDisk {
  const limit = (pid: number, bytes: string) =>
    void execFileSync('prlimit', ['--pid', `${pid}`, `--fsize=${bytes}:`]);
  return {
    folder: temporaryFolder(),
    fill: ({ pid }) => limit(pid, '0'),
    free: ({ pid }) => limit(pid, 'unlimited'),
  };
}

const send = (antre: HeadlessAntre, method: string, path: string, body?: unknown, cookie = '') =>
  fetch(`${antre.url}/api/v1${path}`, {
    method,
    headers: {
      origin: antre.url,
      cookie,
      'idempotency-key': crypto.randomUUID(),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });

/** Lives through a disk that fills and is freed. */
async function liveThrough(disk: SmallDisk, antre: HeadlessAntre, cookie: string): Promise<void> {
  const first = await antre.takeNumber('A');
  disk.fill(antre);
  // What was set aside for the log of changes before may still take some.
  const given: string[] = [first.number];
  let refused: Error | undefined;
  while (!refused) {
    try {
      given.push((await antre.takeNumber('A')).number);
    } catch (error) {
      refused = error as Error;
    }
  }
  expect(refused.message).toMatch(/503 .*"code":"storage_failed"/);
  const entering = { username: 'admin', password };
  const answers = await Promise.all([
    send(antre, 'POST', '/session', { ...entering, password: 'wrong, but long enough' }),
    send(
      antre,
      'POST',
      '/admin/users',
      { ...entering, username: 'x', displayName: 'x', role: 'staff', wholeHall: true },
      cookie,
    ),
    send(antre, 'PATCH', '/admin/settings', { lanOpen: true }, cookie),
    send(antre, 'POST', '/devices/me/report', {
      version: '1',
      width: 1,
      height: 1,
      touch: true,
      sound: null,
    }),
  ]);
  for (const answer of answers) expect([answer.url, answer.status]).not.toEqual([answer.url, 500]);
  // What is left may still take a smaller act than a number.
  let signIn: Response;
  do signIn = await send(antre, 'POST', '/session', entering);
  while (signIn.status === 200);
  expect([signIn.status, await signIn.json()]).toMatchObject([
    503,
    { code: 'storage_failed', title: 'Tidak dapat disimpan' },
  ]);
  for (const path of [
    '/counters',
    '/session',
    '/desks',
    '/admin/findings',
    '/admin/users',
    // These are made in a process of their own.
    '/admin/audit',
    '/reports/summary?from=2026-11-01&to=2026-11-24',
    '/reports/summary.xlsx?from=2026-11-01&to=2026-11-24',
  ]) {
    expect([path, (await send(antre, 'GET', path, undefined, cookie)).status]).toEqual([path, 200]);
  }
  disk.free(antre);
  const next = await antre.takeNumber('A');
  const numbers = [...given, next.number].map((number) => Number(/\d+$/.exec(number)));
  // One may have been given whose second step, to go without paper, was the one refused; none is given twice.
  expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
  expect(numbers.at(-1)).toBeLessThanOrEqual((numbers[0] ?? 0) + numbers.length);
  expect((await send(antre, 'POST', '/session', entering)).status).toBe(200);
}

async function setUp(antre: HeadlessAntre): Promise<string> {
  await antre.setUp();
  const entered = await send(antre, 'POST', '/session', { username: 'admin', password });
  return entered.headers.get('set-cookie')?.split(';')[0] ?? '';
}

test('where nothing may be written, every act is refused in words, reading goes on, and nothing is lost', async () => {
  const disk = noWriteAtAll();
  const antre = await launchHeadless(disk.folder);
  await liveThrough(disk, antre, await setUp(antre));
});

test('a file system that fills is told to admins before, with figures, and lived through', async () => {
  const disk = smallFileSystem();
  if (!disk) {
    // The same is tried by the test above; here only the figures come from another place.
    console.log('No file system may be mounted here; the full disk was tried by a limit on files alone.');
    return;
  }
  const antre = await launchHeadless(disk.folder);
  const cookie = await setUp(antre);
  const found = async () =>
    ((await (await send(antre, 'GET', '/admin/findings', undefined, cookie)).json()) as Finding[])
      .filter(({ subject }) => subject === 'machine')
      .map(({ kind, detail }) => [kind, Number(detail)]);
  const health = async () => {
    const answer = await fetch(`${antre.url}/healthz`);
    return { http: answer.status, ...((await answer.json()) as Health) };
  };
  const { http, disk: told } = await health();
  expect([http, told.low]).toEqual([200, true]);
  expect(await found()).toEqual([['disk_low', told.freeBytes]]);
  await liveThrough(disk, antre, cookie);
  disk.fill(antre);
  expect(await found()).toEqual([['disk_full', 0]]);
  expect(await health()).toMatchObject({ http: 503, status: 'failed', disk: { freeBytes: 0, low: true } });
});
