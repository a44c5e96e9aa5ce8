// Installs the hub's package in a new Debian by apt from the signed repository, takes a number without a network, then
// upgrades, removes and purges it; has the kiosk's package take its place and leave again. As root, with mmdebstrap: node scripts/package/try/debian.mjs [--packages FOLDER]
import { cpSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { removeTree } from '../remove-tree.mjs';
import { beginTry } from './begin-try.mjs';
import { addRepository, DebianTree, debianArchive } from './debian-tree.mjs';
import { newerRepository } from './newer-version.mjs';

const { packages, suite, folder, step } = beginTry();
const debian = new DebianTree(debianArchive(folder, suite), join(folder, 'debian'));
const newer = '999.0.0-1';
const expect = (what, found, wanted) => {
  if (found.trim() !== wanted) throw new Error(`${what}: "${found.trim()}", expected "${wanted}"`);
  step(what);
};

try {
  addRepository(debian, join(packages, 'apt'));
  cpSync(join(import.meta.dirname, 'first-ticket.mjs'), join(debian.tree, 'srv/first-ticket.mjs'));
  step('the repository is known, its signature proved by apt');

  const at = Date.now();
  debian.sh(
    'apt-get -y install antre-hub </dev/null >/var/log/install 2>&1 || { cat /var/log/install; exit 1; }',
  );
  step(`installed, asked nothing, in ${((Date.now() - at) / 1000).toFixed(1)} s`);

  expect(
    'all of /usr/lib/antre is root’s',
    debian.sh('find /usr/lib/antre ! -user root -o ! -group root | wc -l'),
    '0',
  );
  expect('enabled at start', debian.sh('systemctl is-enabled antre.service'), 'enabled');
  expect(
    'its user can’t sign in',
    debian.sh('getent passwd antre | cut -d: -f6-7'),
    '/var/lib/antre:/usr/sbin/nologin',
  );
  expect(
    'its units are well formed',
    debian.sh('systemd-analyze verify /usr/lib/systemd/system/antre.service 2>&1 | grep -i antre || true'),
    '',
  );
  expect(
    'its libraries are there',
    debian.sh(
      'find /usr/lib/antre -type f \\( -name "*.node" -o -name node \\) -exec ldd {} + | grep "not found" || true',
    ),
    '',
  );

  step(`run as its unit does, without a network: ${takeNumber()}`);

  debian.sh('echo "ANTRE_LOG=warn" >>/etc/default/antre-hub');
  const debs = globSync('*_amd64.deb', { cwd: packages }).map((deb) => join(packages, deb));
  addRepository(debian, newerRepository(debs, newer, join(folder, 'newer')), 'newer');
  upgrade();
  expect('upgraded to a newer version', versionOf('antre-hub'), newer);
  expect(
    'upgraded: the machine’s settings stay',
    debian.sh('tail -n 1 /etc/default/antre-hub'),
    'ANTRE_LOG=warn',
  );
  step(`upgraded: its numbers go on: ${takeNumber()}`);
  debian.sh('apt-get -y remove antre-hub </dev/null 2>&1');
  expect('removed: the program is gone', debian.sh('ls /usr/lib/antre 2>/dev/null | wc -l'), '0');
  expect('removed: the data stays', debian.sh('ls /var/lib/antre/antre.sqlite 2>/dev/null | wc -l'), '1');
  debian.sh('apt-get -y purge antre-hub </dev/null 2>&1');
  expect(
    'purged without an answer: the data stays',
    debian.sh('ls /var/lib/antre/antre.sqlite 2>/dev/null | wc -l'),
    '1',
  );
  expect('purged: its settings are gone', debian.sh('ls /etc/default/antre-hub 2>/dev/null | wc -l'), '0');
  debian.sh('apt-get -y install antre-hub </dev/null 2>&1');
  debian.sh(
    'echo "antre-hub antre/delete-data boolean true" | debconf-set-selections; apt-get -y purge antre-hub </dev/null 2>&1',
  );
  expect(
    'purged with the answer yes: the data is gone',
    debian.sh('ls -d /var/lib/antre 2>/dev/null | wc -l'),
    '0',
  );

  await tryKiosk();
} finally {
  debian.close();
  removeTree(debian.tree);
}

/** Runs the hub as its unit does, without a network, and takes a number at it. */
function takeNumber() {
  return debian
    .sh(
      `install -d -o antre -g antre -m 700 /var/lib/antre
       export ANTRE_DATA_DIR=/var/lib/antre ANTRE_HOST=0.0.0.0
       runuser -u antre -- /usr/lib/antre/node /usr/lib/antre/scripts/installed/hub.cjs >/var/log/antre 2>&1 &
       runuser -u antre -- /usr/lib/antre/node /srv/first-ticket.mjs || { cat /var/log/antre; exit 1; }
       antre status --language en | head -n 3
       kill $!; wait $! || true`,
      { network: false },
    )
    .trim();
}

function upgrade() {
  debian.sh('apt-get -y upgrade </dev/null >/var/log/upgrade 2>&1 || { cat /var/log/upgrade; exit 1; }');
}

function versionOf(name) {
  return debian.sh(`dpkg-query -W -f '\${Version}' ${name}`);
}

/** The kiosk's package in the hub's place: what the machine starts into, and that no purge takes a hall that is in use. */
async function tryKiosk() {
  debian.sh(
    'apt-get -y install antre-hub </dev/null 2>&1; install -d -o antre -g antre -m 700 /var/lib/antre; touch /var/lib/antre/kept',
  );
  const first = debian.sh("apt-cache madison antre-kiosk | cut -d'|' -f2").trim().split(/\s+/).at(-1);
  const at = Date.now();
  debian.sh(
    `apt-get -y --no-install-recommends install antre-kiosk=${first} </dev/null >/var/log/install 2>&1 || { cat /var/log/install; exit 1; }`,
  );
  step(
    `the kiosk took the hub’s place, asked nothing, in ${((Date.now() - at) / 1000).toFixed(1)} s with what it needs of Debian`,
  );
  expect('the machine starts into it', debian.sh('systemctl get-default'), 'antre-kiosk.target');
  const units = '/usr/lib/systemd/system/antre-kiosk*';
  expect(
    'its units are well formed',
    debian.sh(`systemd-analyze verify ${units} 2>&1 | grep -i antre || true`),
    '',
  );
  const binaries =
    'find /usr/lib/antre -type f \\( -name "*.node" -o -name "*.so*" -o -perm -u+x ! -path "*/session/*" \\)';
  expect(
    'its libraries are there',
    debian.sh(`${binaries} -exec ldd {} + 2>/dev/null | grep "not found" || true`),
    '',
  );
  upgrade();
  expect('upgraded to a newer version', versionOf('antre-kiosk'), newer);
  expect(
    'upgraded: the machine still starts into it',
    debian.sh('systemctl get-default'),
    'antre-kiosk.target',
  );
  debian.sh(
    'echo "antre-hub antre/delete-data boolean true" | debconf-set-selections; apt-get -y purge antre-hub </dev/null 2>&1',
  );
  expect('the hub’s purge leaves the kiosk its data', debian.sh('ls /var/lib/antre'), 'kept');
  debian.sh('apt-get -y remove antre-kiosk </dev/null 2>&1');
  expect('removed: the machine starts as before', debian.sh('systemctl get-default'), 'graphical.target');
  expect('removed: the data stays', debian.sh('ls /var/lib/antre'), 'kept');
}
