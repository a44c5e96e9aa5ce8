// Runs the arm64 hub out of its package on another processor, by QEMU's emulation of programs, and asks it.
//   node scripts/package/try/arm.mjs   (qemu-user-static libc6-arm64-cross libstdc++6-arm64-cross)
import { spawn } from 'node:child_process';
import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { run } from '../from-registry.mjs';

const root = join(import.meta.dirname, '../../..');
const { values } = parseArgs({
  options: { packages: { type: 'string', default: join(root, 'build/packages') } },
});
const deb = globSync('antre-hub_*_arm64.deb', { cwd: values.packages }).sort().at(-1);
if (!deb) throw new Error(`${values.packages} has no package: npm run package -- hub --arch arm64`);
const tree = join(root, 'build/packages/try/arm');
const port = 14380;

rmSync(tree, { recursive: true, force: true });
run('dpkg-deb', ['--extract', join(values.packages, deb), tree]);
const installed = join(tree, 'usr/lib/antre');
const began = Date.now();
// Without its watcher, which would start the same Node by itself, as a program of this processor.
const hub = spawn(
  'qemu-aarch64-static',
  [
    join(installed, 'node'),
    join(installed, 'app/build/main/headless.cjs'),
    ...['--data-dir', join(tree, 'data'), '--port', String(port)],
  ],
  {
    env: { ...process.env, QEMU_LD_PREFIX: '/usr/aarch64-linux-gnu' },
    stdio: ['ignore', 'ignore', 'inherit'],
  },
);
try {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
    if (answer?.ok) break;
    if (hub.exitCode !== null || Date.now() - began > 300_000) throw new Error('The hub does not answer');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  console.log(`${deb} answers after ${((Date.now() - began) / 1000).toFixed(0)} s`);
} finally {
  hub.kill('SIGKILL');
  rmSync(tree, { recursive: true, force: true });
}
