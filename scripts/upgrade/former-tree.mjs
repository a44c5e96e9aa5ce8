// Antre as it was at an earlier commit: its files, and its programs built with the packages of the present one.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';

const addOns = ['better-sqlite3', 'node-hid', 'usb', 'serialport'];
/** What a hall runs without windows, as far as an earlier one had it: reports and copies have processes of their own. */
const programs = {
  headless: 'electron/headless.ts',
  'heavy-process': 'electron/heavy/heavy-process.ts',
  'copy-process': 'electron/copies/copy-process.ts',
};
const surfaces = ['kiosk', 'staff', 'display', 'phone', 'admin', 'reports', 'assets'];

/** Puts it into `tree`, which isn't there yet. Returns its built `program`, and the way to remove it again. */
export async function formerTree(root, commit, tree) {
  git(root, 'worktree', 'add', '--detach', '--quiet', tree, commit);
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  for (const [name, source] of Object.entries(programs))
    if (existsSync(join(tree, source))) await buildProgram(tree, name, source);
  for (const surface of surfaces) {
    mkdirSync(join(tree, 'build/pages', surface), { recursive: true });
    writeFileSync(join(tree, 'build/pages', surface, 'index.html'), '<!doctype html><title>page</title>');
  }
  return {
    program: join(tree, 'build/main/headless.cjs'),
    remove: () => git(root, 'worktree', 'remove', '--force', tree),
  };
}

async function buildProgram(tree, name, source) {
  await build({
    configFile: false,
    root: tree,
    logLevel: 'error',
    build: {
      outDir: 'build/main',
      emptyOutDir: false,
      target: 'node18',
      ssr: true,
      rolldownOptions: {
        input: { [name]: source },
        external: [...addOns, ...builtinModules, /^node:/],
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
    ssr: { noExternal: true, external: addOns },
  });
}

function git(root, ...parameters) {
  const { status, stderr } = spawnSync('git', parameters, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${parameters.join(' ')}: ${stderr}`);
}
