import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hashMadeSecret } from '../../electron/actions/accounts/secret-hash';
import { SilenceWatch } from '../../electron/standby/silence-watch';
import { pagesFile, StandbyCopy } from '../../electron/standby/standby-copy';
import { query } from '../../electron/store/store';
import { pagesOf } from '../support/table-dump';
import { temporaryFolder, temporaryStore } from '../support/temporary-store';

async function copyWithPin(pin: string | null): Promise<StandbyCopy> {
  const store = temporaryStore();
  const valueJson = JSON.stringify(pin === null ? null : await hashMadeSecret(pin));
  store.write((transaction) =>
    transaction.run(query.insertInto('settings').values({ key: 'exitPinHash', valueJson })),
  );
  const about = { generation: 'g', hallId: 'h', epoch: 1, shape: 1, at: 0, receivedAt: 0 };
  const copy = StandbyCopy.begin(join(temporaryFolder(), 'copy'), about, 0);
  const pages = pagesOf(store.file);
  // As the hall keeps it: with a log beside it.
  pages.set([2, 2], 18);
  writeFileSync(pagesFile(copy.folder), pages);
  copy.snapshotCame(0);
  return copy;
}

function watch(copy: StandbyCopy | null): SilenceWatch {
  const made = new SilenceWatch({ copy: () => copy, onSilent: () => undefined });
  onTestFinished(() => made.stop());
  return made;
}

test('the kiosk’s PIN, as the copy has it, lets a standby take over; five wrong ones lock it', async () => {
  const silence = watch(await copyWithPin('246810'));
  expect(await silence.refusal('000000')).toBe('wrong');
  expect(await silence.refusal('246810')).toBe(null);
  const tries: unknown[] = [];
  for (let attempt = 0; attempt < 5; attempt += 1) tries.push(await silence.refusal('111111'));
  expect(tries).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'locked']);
  expect(await silence.refusal('246810')).toBe('locked');
});

test('without a copy, or where no PIN was made, nobody takes over by one', async () => {
  expect(await watch(null).refusal('246810')).toBe('nothing_kept');
  expect(await watch(await copyWithPin(null)).refusal('')).toBe('wrong');
});
