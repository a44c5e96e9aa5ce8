import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeKey } from '../../electron/copies/copy-key';
import type { CopyOrder } from '../../electron/copies/write-copy';
import { query } from '../../electron/store/store';
import { temporaryFolder } from './temporary-store';
import { type TestHall, testHall } from './test-hall';

/** The files that the hall of `copiedHall` has beside its database, by name. */
export const ownFiles: Readonly<Record<string, string>> = {
  'pictures/-logo_of-chance0000001.png': 'a picture',
  'reports/antre-2026-11-23.xlsx': 'a report',
  'files/-proof-of-chance000001.pdf': '%PDF-1.4',
  'slides/_slide-of-chance00001.mp4': 'a film '.repeat(20_000),
  'voice/id/letter-a.ogg': 'a voice',
};

/** A hall with an admin and files of its own, a key, an empty second place, and what is ordered to copy it there. */
export async function copiedHall(options: { readonly folder?: string } = {}) {
  const hall = testHall();
  addAdmin(hall);
  const dataDir = temporaryFolder();
  for (const [name, text] of Object.entries(ownFiles)) {
    mkdirSync(join(dataDir, name, '..'), { recursive: true });
    writeFileSync(join(dataDir, name), text);
  }
  // Neither is anybody's but this machine's.
  writeFileSync(join(dataDir, 'setup-code'), 'a secret');
  writeFileSync(join(dataDir, 'voice', 'id', '.hidden'), 'unknown');
  const key = await makeKey();
  const folder = options.folder ?? temporaryFolder();
  const order: CopyOrder = {
    dataDir,
    database: hall.store.file,
    folder,
    otherDisk: false,
    recipient: key.recipient,
    keptDays: 5,
    now: hall.clock.now(),
    antre: '0.0.0-test',
  };
  return { hall, key, folder, dataDir, order };
}

export function addAdmin(hall: TestHall): void {
  const admin = { username: 'budi', displayName: 'Budi', role: 'admin', passwordHash: 'of-no-use' } as const;
  hall.store.write((transaction) => {
    transaction.run(query.insertInto('users').values({ ...admin, createdAt: 0 }));
  });
}
