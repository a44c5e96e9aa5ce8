// The same package under a newer version number, in a signed repository of its own.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeRepository } from '../apt-repository.mjs';
import { run } from '../from-registry.mjs';

/** Puts the packages `debs` as `version` into a repository in `target`, and returns that: target/apt. */
export function newerRepository(debs, version, target) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const deb of debs) {
    const tree = join(target, 'tree');
    run('dpkg-deb', ['--raw-extract', deb, tree]);
    const control = join(tree, 'DEBIAN/control');
    writeFileSync(control, readFileSync(control, 'utf8').replace(/^Version: .*$/m, `Version: ${version}`));
    run('dpkg-deb', ['--root-owner-group', '-Znone', '--build', tree, target]);
    rmSync(tree, { recursive: true });
  }
  return makeRepository(target, join(target, 'apt'));
}
