import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore, type Store } from '../../electron/store/store';

/** A folder of the running test's own; it is removed when the test has finished. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'antre-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A real database file with all migrations and nothing in it; closed and removed when the test has finished. */
export function temporaryStore(): Store & { readonly file: string } {
  const file = join(temporaryFolder(), 'antre.sqlite');
  const store = openStore(file);
  onTestFinished(() => store.close());
  return Object.assign(store, { file });
}
