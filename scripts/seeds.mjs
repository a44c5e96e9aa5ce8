// npm run seeds [-- TIMES]: tries each property that is only tried shortly in `npm test` with so many times as many random
// cases (by default 20). For the long run before a large change is called done; it may take an hour.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const times = Number(process.argv[2] ?? 20);
if (!Number.isInteger(times) || times < 1) {
  console.error('How many times as many cases? A whole number from 1 on, like: npm run seeds -- 20');
  process.exit(2);
}
const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .map((name) => join('test', name))
  .filter(
    (name) => name.endsWith('.test.ts') && readFileSync(join(root, name), 'utf8').includes('runCount('),
  );
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    'parts',
    '--testTimeout',
    String(6 * 60 * 60_000),
    ...files,
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, ANTRE_RUNS: String(times) } },
);
process.exitCode = status ?? 1;
