// Two kiosks that work for a hub of another state of Antre: the former ones for the present hub, then the present ones for the former hub.
// What they must do is the former state's own test of two kiosks and a hub that is killed. Needs Git's history and the present build:
//   node scripts/upgrade/neighbours.mjs [COMMIT]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formerTree } from './former-tree.mjs';

const root = join(import.meta.dirname, '../..');
const [commit = '24219c80'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'antre-neighbours-'));
const tree = join(folder, 'tree');
const { program, remove } = await formerTree(root, commit, tree);
const present = join(root, 'build/main/headless.cjs');
const former = join(tree, 'build/main/former.cjs');
try {
  renameSync(program, former);
  for (const [which, hub, kiosk] of [
    [`kiosks of ${commit}, hub of now`, present, former],
    [`kiosks of now, hub of ${commit}`, former, present],
  ]) {
    // A kiosk is told by its hub's address.
    writeFileSync(
      program,
      `require(process.env.ANTRE_HUB ? ${JSON.stringify(kiosk)} : ${JSON.stringify(hub)});\n`,
    );
    const test = ['run', '--project', 'faults', 'test/faults/two-kiosks-one-hub.test.ts'];
    const { status, stdout } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', ...test], {
      cwd: tree,
      encoding: 'utf8',
    });
    console.log(`${which}: ${status === 0 ? 'passed' : `FAILED\n${stdout.slice(-3000)}`}`);
    if (status !== 0) process.exitCode = 1;
  }
} finally {
  remove();
  rmSync(folder, { recursive: true, force: true });
}
