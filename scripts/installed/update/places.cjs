// Where newer packages lie: the apt source, a folder, a share or a stick; each is a signed apt repository, and apt alone judges its
// signature, with lists of its own. Node's built-ins only.
const { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { basename, join } = require('node:path');
const { run } = require('./run.cjs');

const sourceList = '/etc/apt/sources.list.d/antre.list';
const suite = 'stable';
/** Where sticks are mounted that nobody mounted: in the service's own view of the machine, which ends with it. */
const sticks = '/run/antre-sticks';
const shares = new Set(['cifs', 'smb3', 'nfs', 'nfs4', 'fuse.sshfs', '9p', 'virtiofs']);
const diskPlaces = /^\/(media|mnt|run\/media)\//;
/** Below a disk's root, where somebody may have put the repository. */
const usualFolders = ['', 'apt', 'antre', 'antre/apt'];
const stickTypes = new Set(['vfat', 'exfat', 'ntfs', 'ext4', 'iso9660', 'udf']);

/** What apt says of a repository that it doesn't take, by what was wrong; the first that fits. */
const faults = [
  ['tampered', /BADSIG|Hash Sum mismatch|unexpected size|Clearsigned file isn't valid|Couldn't parse/],
  ['foreign', /NO_PUBKEY|EXPKEYSIG|REVKEYSIG|EXPSIG/],
  ['unsigned', /is not signed|does not have a Release file|no longer has a Release file/],
];

/**
 * Places that may hold newer packages: `{kind: 'apt'|'folder'|'share'|'stick', where}`; `hasRepository` is false where only
 * packages lie about. A stick that nobody mounted is mounted, to be read.
 */
function findPlaces(folder = process.env.ANTRE_UPDATE_FOLDER) {
  mountSticks();
  const mounts = readMounts().flatMap(({ place, type }) => {
    if (place.startsWith(`${sticks}/`)) return [{ kind: 'stick', place }];
    if (shares.has(type)) return [{ kind: 'share', place }];
    return diskPlaces.test(place) ? [{ kind: 'stick', place }] : [];
  });
  if (folder) mounts.unshift({ kind: 'folder', place: folder });
  const local = mounts.flatMap(({ kind, place }) => {
    const found = usualFolders.map((below) => join(place, below)).find(isRepository);
    if (found) return [{ kind, where: found, hasRepository: true }];
    return hasPackages(place) ? [{ kind, where: place, hasRepository: false }] : [];
  });
  const apt = urlsOf(sourceList).map((where) => ({ kind: 'apt', where, hasRepository: true }));
  return [...apt, ...local];
}

/**
 * Asks apt what a place has of `name`, with that keyring and no other. Returns `{kind, where, version, fault, detail}`: the newest
 * version, or null, and why apt takes nothing from there (`tampered`, `foreign`, `unsigned`, `unreadable`), with its own words.
 */
function askPlace({ kind, where, hasRepository }, { name, work, keyring }) {
  const place = { kind, where, version: null, fault: null, detail: '' };
  if (!hasRepository) return { ...place, fault: 'unsigned' };
  const parameters = aptFor(work, kind, where, keyring);
  const asked = run('apt-get', [...parameters, '-o', 'APT::Update::Error-Mode=any', '-q', 'update']);
  if (!asked.isGood) {
    const [fault] = faults.find(([, words]) => words.test(asked.words)) ?? ['unreadable'];
    return { ...place, fault, detail: lastComplaint(asked.words) };
  }
  const { words } = run('apt-cache', [...parameters, 'madison', name]);
  return { ...place, version: words.split('|')[1]?.trim() || null };
}

/**
 * Fetches that version from a place into `target`, checked by apt against what the repository's signature covers. Returns
 * `{file}` or `{detail}`.
 */
function fetchFrom({ kind, where }, { name, version, work, keyring, target }) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const parameters = aptFor(work, kind, where, keyring);
  const fetched = run('apt-get', [...parameters, '-q', 'download', `${name}=${version}`], { cwd: target });
  const file = readdirSync(target).find((each) => each.endsWith('.deb'));
  return fetched.isGood && file ? { file: join(target, file) } : { detail: lastComplaint(fetched.words) };
}

/** apt's parameters by which it knows one source, and keeps its lists apart from the machine's. */
function aptFor(work, kind, where, keyring) {
  const own = join(work, 'apt', Buffer.from(where).toString('base64url').slice(0, 100));
  for (const part of ['lists/partial', 'archives/partial']) mkdirSync(join(own, part), { recursive: true });
  const address = kind === 'apt' ? where : `copy:${encodeURI(where)}`;
  writeFileSync(join(own, 'source.list'), `deb [signed-by=${keyring}] ${address} ${suite} main\n`);
  const settings = {
    'Dir::Etc::SourceList': join(own, 'source.list'),
    'Dir::Etc::SourceParts': '-',
    'Dir::State::Lists': join(own, 'lists'),
    'Dir::Cache': own,
    'Dir::Cache::Archives': join(own, 'archives'),
    'Acquire::AllowInsecureRepositories': 'false',
    'Acquire::AllowDowngradeToInsecureRepositories': 'false',
    'APT::Get::AllowUnauthenticated': 'false',
    'Acquire::Languages': 'none',
    // A stick may be readable for its mounter alone.
    ...(kind === 'apt' ? {} : { 'APT::Sandbox::User': 'root' }),
  };
  return Object.entries(settings).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
}

function isRepository(folder) {
  return ['InRelease', 'Release'].some((file) => existsSync(join(folder, 'dists', suite, file)));
}

function hasPackages(folder) {
  try {
    return readdirSync(folder).some((name) => /^antre-(hub|kiosk)_.*\.deb$/.test(name));
  } catch {
    return false;
  }
}

/** The addresses of a list in apt's one-line form; what else it says of them counts for nothing here. */
function urlsOf(file) {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => /^deb\s+(?:\[[^\]]*\]\s+)?(\S+)/.exec(line)?.[1] ?? []);
}

function mountSticks() {
  const { words } = run('lsblk', ['--json', '--list', '--output', 'PATH,RM,HOTPLUG,FSTYPE,MOUNTPOINT']);
  let devices = [];
  try {
    devices = JSON.parse(words).blockdevices;
  } catch {
    // No lsblk, or none that can tell.
  }
  const loose = devices.filter(
    ({ rm, hotplug, fstype, mountpoint }) => (rm || hotplug) && !mountpoint && stickTypes.has(fstype),
  );
  for (const { path } of loose) {
    const place = join(sticks, basename(path));
    mkdirSync(place, { recursive: true });
    run('mount', ['-o', 'ro,nosuid,nodev,noexec', path, place]);
  }
}

/** The kernel's list, in which blanks and the like are written in octal. */
function readMounts() {
  return readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, place, type] = line.split(' ');
      if (!place) return [];
      const plain = place.replace(/\\([0-7]{3})/g, (_all, octal) =>
        String.fromCharCode(Number.parseInt(octal, 8)),
      );
      return [{ place: Buffer.from(plain, 'latin1').toString('utf8'), type }];
    });
}

function lastComplaint(words) {
  const lines = words.split('\n').filter((line) => /^(E|Err|W):/.test(line));
  return (lines.at(-1) ?? words.trim().split('\n').at(-1) ?? '').slice(0, 300);
}

module.exports = { askPlace, fetchFrom, findPlaces, lastComplaint };
