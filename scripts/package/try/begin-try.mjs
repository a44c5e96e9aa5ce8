// How a try of packages begins that says each step when it is done.
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '../../..');

/**
 * Reads the command line: `packages`, the folder in which they lie, and `suite`, the Debian to try in. Returns both, `folder` for what
 * the try itself makes, and `step`, which says in words what was done, after how many seconds.
 */
export function beginTry() {
  const { values } = parseArgs({
    options: {
      packages: { type: 'string', default: join(root, 'build/packages') },
      suite: { type: 'string', default: 'bookworm' },
    },
  });
  const began = Date.now();
  const step = (words) => console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${words}`);
  return { ...values, folder: join(root, 'build/packages/try'), step };
}
