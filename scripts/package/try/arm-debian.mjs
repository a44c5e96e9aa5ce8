// Installs the arm64 hub in a new Debian for ARM64 by apt from the signed repository, without questions, and takes a number there
// without a network: QEMU runs its programs. As root, with mmdebstrap, qemu-user-static, and its programs known to this machine:
//   mount -t binfmt_misc none /proc/sys/fs/binfmt_misc; cat /usr/lib/binfmt.d/qemu-aarch64.conf >/proc/sys/fs/binfmt_misc/register
//   node scripts/package/try/arm-debian.mjs
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { removeTree } from '../remove-tree.mjs';
import { beginTry } from './begin-try.mjs';
import { addRepository, DebianTree, debianArchive } from './debian-tree.mjs';

const { packages, suite, folder, step } = beginTry();
const debian = new DebianTree(debianArchive(folder, suite, 'arm64'), join(folder, 'arm-debian'));
try {
  addRepository(debian, join(packages, 'apt'));
  cpSync(join(import.meta.dirname, 'first-ticket.mjs'), join(debian.tree, 'srv/first-ticket.mjs'));
  step(`a Debian for ${debian.sh('dpkg --print-architecture').trim()} knows the repository`);
  const at = Date.now();
  debian.sh(
    'apt-get -y --no-install-recommends install antre-hub libusb-1.0-0 </dev/null >/var/log/install 2>&1 || { cat /var/log/install; exit 1; }',
  );
  step(`installed, asked nothing, in ${((Date.now() - at) / 1000).toFixed(1)} s`);
  const missing = debian.sh(
    'find /usr/lib/antre -type f \\( -name "*.node" -o -name node \\) -exec ldd {} + | grep "not found" || true',
  );
  if (missing !== '') throw new Error(missing);
  const ticket = debian.sh(
    `install -d -o antre -g antre -m 700 /var/lib/antre
     export ANTRE_DATA_DIR=/var/lib/antre ANTRE_HOST=0.0.0.0
     runuser -u antre -- /usr/lib/antre/node /usr/lib/antre/scripts/installed/hub.cjs >/var/log/antre 2>&1 &
     runuser -u antre -- /usr/lib/antre/node /srv/first-ticket.mjs 600 || { cat /var/log/antre; exit 1; }
     antre status --language en | head -n 3
     kill $!; wait $! || true`,
    { network: false },
  );
  step(`run as its unit does, without a network: ${ticket.trim()}`);
  debian.sh('apt-get -y purge antre-hub </dev/null 2>&1');
  step('purged');
} finally {
  debian.close();
  removeTree(debian.tree);
}
