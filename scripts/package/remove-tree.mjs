// Takes away a tree in which a system was put together.
import { readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { run } from './from-registry.mjs';

/**
 * Removes a tree. What was killed while it was put together may have left the machine's own /dev or /dev/shm mounted in it, which
 * would be emptied with it: that is unmounted first. Throws, with nothing removed, where it can't be.
 */
export function removeTree(tree) {
  for (const place of mountsBelow(tree)) {
    // Else the machine's own, of which this is a second view, might be unmounted with it.
    run('mount', ['--make-private', place]);
    run('umount', ['--lazy', place]);
  }
  const [left] = mountsBelow(tree);
  if (left) throw new Error(`${left} is still mounted; what it shows would be removed`);
  rmSync(tree, { recursive: true, force: true });
}

/** What is mounted in a folder, the innermost first; the kernel writes blanks in octal. */
function mountsBelow(folder) {
  return readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .map((line) =>
      (line.split(' ')[1] ?? '').replace(/\\([0-7]{3})/g, (_all, octal) =>
        String.fromCharCode(Number.parseInt(octal, 8)),
      ),
    )
    .filter((place) => place.startsWith(`${resolve(folder)}/`))
    .reverse();
}
