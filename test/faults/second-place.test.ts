import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { PlaceUnusableError } from '../../electron/copies/copy-fault';
import type { OnProgress } from '../../electron/copies/copy-jobs';
import { CopyWork } from '../../electron/copies/copy-work';
import { listAwayCopies } from '../../electron/copies/list-away';
import { openCopy } from '../../electron/copies/read-copy';
import type { CopyOrder } from '../../electron/copies/write-copy';
import { copiedHall } from '../support/copied-hall';
import { temporaryFolder } from '../support/temporary-store';

const hour = 60 * 60_000;
const mount = (...parameters: string[]) => execFileSync('mount', parameters, { stdio: 'ignore' });

/** A stick of so many megabytes; null where nobody may mount one, as in some containers. */
function stick(megabytes: number): string | null {
  const folder = temporaryFolder();
  try {
    mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder);
  } catch {
    return null;
  }
  onTestFinished(() => {
    try {
      execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' });
    } catch {
      // The test pulled it out itself.
    }
  });
  return folder;
}

/** A hall that is copied to such a stick by processes of their own, with films that no compression makes smaller. */
async function hallWithStick(megabytes: number) {
  const folder = stick(megabytes);
  if (folder === null) return null;
  const copied = await copiedHall({ folder });
  const work = new CopyWork();
  onTestFinished(() => work.stop());
  let rounds = 0;
  return {
    ...copied,
    folder,
    work,
    film: (bytes: number) => writeFileSync(join(copied.dataDir, 'slides', 'film.mp4'), randomBytes(bytes)),
    copy: (changed: Partial<CopyOrder> = {}, onProgress?: OnProgress) => {
      rounds += 1;
      const now = copied.order.now + rounds * hour;
      return work.run('write', { ...copied.order, otherDisk: true, now, ...changed }, onProgress).then(
        () => 'copied',
        (error: unknown) => (error instanceof PlaceUnusableError ? error.fault : String(error)),
      );
    },
  };
}

const isWhole = async (
  { folder, key }: { readonly folder: string; readonly key: { readonly key: string } },
  name: string,
) => {
  const into = join(temporaryFolder(), 'opened');
  return (await openCopy({ folder, name, typedKey: key.key, into }, () => undefined)).countsRight;
};
const unfinished = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.part'));

test('a full stick leaves the copies that were there whole, and takes the next once there is room', async ({
  skip,
}) => {
  const hall = await hallWithStick(4);
  if (!hall) return skip();
  expect(await hall.copy()).toBe('copied');
  hall.film(8 * 1024 * 1024);
  expect(await hall.copy()).toBe('full');
  expect(unfinished(hall.folder)).toEqual([]);
  const [first] = listAwayCopies(hall.folder);
  expect(await isWhole(hall, first?.name ?? '')).toBe(true);

  mount('-o', 'remount,size=64m', hall.folder);
  expect(await hall.copy()).toBe('copied');
  const [second, ...others] = listAwayCopies(hall.folder);
  expect(others).toEqual([first]);
  expect(await isWhole(hall, second?.name ?? '')).toBe(true);
});

test('a stick that can only be read, or whose folder is all that is left, takes no copy', async ({
  skip,
}) => {
  const hall = await hallWithStick(16);
  if (!hall) return skip();
  mount('-o', 'remount,ro', hall.folder);
  expect(await hall.copy()).toBe('read_only');
  mount('-o', 'remount,rw', hall.folder);
  expect(await hall.copy()).toBe('copied');
  execFileSync('umount', [hall.folder]);
  expect(existsSync(hall.folder)).toBe(true);
  expect(await hall.copy()).toBe('away');
  expect(readdirSync(hall.folder)).toEqual([]);
});

test('a stick that is pulled out half-way is told, and what this computer prepared is gone', async ({
  skip,
}) => {
  const hall = await hallWithStick(128);
  if (!hall) return skip();
  hall.film(24 * 1024 * 1024);
  let isOut = false;
  const answer = await hall.copy({}, (done, total) => {
    if (isOut || done === 0 || done === total) return;
    isOut = true;
    execFileSync('umount', ['--lazy', hall.folder]);
  });
  expect(isOut).toBe(true);
  expect(answer).toBe('missing');
  expect(existsSync(join(hall.dataDir, 'copying.sqlite'))).toBe(false);
  expect(readdirSync(hall.folder)).toEqual([]);
});

test('killed half-way, a copy has no name; the next one is whole and clears away what was left', async ({
  skip,
}) => {
  const hall = await hallWithStick(160);
  if (!hall) return skip();
  expect(await hall.copy()).toBe('copied');
  hall.film(24 * 1024 * 1024);
  const killed = await hall.copy({}, (done) => {
    if (done > 8 * 1024 * 1024) hall.work.stop();
  });
  expect(killed).toBe('Error: Antre is ending');
  expect(unfinished(hall.folder).length).toBe(1);
  const [first, ...others] = listAwayCopies(hall.folder);
  expect(others).toEqual([]);
  expect(await isWhole(hall, first?.name ?? '')).toBe(true);

  const after = new CopyWork();
  onTestFinished(() => after.stop());
  const written = await after.run('write', { ...hall.order, now: hall.order.now + 9 * hour });
  expect(unfinished(hall.folder)).toEqual([]);
  expect(listAwayCopies(hall.folder).map(({ name }) => name)).toEqual([written.name, first?.name]);
  expect(await isWhole(hall, written.name)).toBe(true);
});

test('a place that no more answers is given up, and the one who asked goes on', async () => {
  const hall = await copiedHall();
  const work = new CopyWork({ stillMs: 3_000 });
  onTestFinished(() => work.stop());
  // Whoever opens it waits for somebody to write into it, as at a share that is gone.
  const stuck = join(hall.folder, 'antre-20261124T020000000Z.tar.gz.age');
  execFileSync('mkfifo', [stuck]);
  const opening = work.run('tryAway', {
    folder: hall.folder,
    name: 'antre-20261124T020000000Z',
    sha256: '',
    typedKey: undefined,
    workFolder: temporaryFolder(),
  });
  await expect(opening).rejects.toMatchObject({ fault: 'stalled' });
});
