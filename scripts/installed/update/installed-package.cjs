// The package that is installed: which it is, itself as a package to go back to, and another in its place. Node's built-ins only.
const {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statfsSync,
  symlinkSync,
  writeFileSync,
} = require('node:fs');
const { dirname, join } = require('node:path');
const { lastComplaint } = require('./places.cjs');
const { run } = require('./run.cjs');

const names = ['antre-hub', 'antre-kiosk'];
/** Of a package's files of settings, as they were delivered: a machine's own may have been changed. */
const pristine = 'usr/lib/antre/pristine';
const controlFiles = ['conffiles', 'md5sums', 'templates', 'postinst', 'prerm', 'postrm', 'preinst'];

/** The installed one as `{name, version, unit}`, also where dpkg was killed in the middle of it; null: none. */
function installedPackage() {
  for (const name of names) {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: what dpkg-query fills in.
    const { isGood, words } = run('dpkg-query', ['-W', '-f', '${db:Status-Status} ${Version}', name]);
    const [status, version] = words.trim().split(' ');
    if (isGood && version && status !== 'not-installed' && status !== 'config-files')
      return { name, version, unit: name === 'antre-hub' ? 'antre.service' : 'antre-kiosk.service' };
  }
  return null;
}

/** Whether one version is newer than another, as dpkg compares. */
function isNewer(version, than) {
  return run('dpkg', ['--compare-versions', version, 'gt', than]).isGood;
}

/**
 * Puts what is installed together again in `folder`/tree, a tree that runs where it stands, and as `folder`/former.deb. Returns
 * `{file}` or `{detail}`. Settings go into it as they were delivered, so that dpkg goes on knowing which were changed.
 */
function keepFormer(name, folder) {
  rmSync(folder, { recursive: true, force: true });
  const tree = join(folder, 'tree');
  mkdirSync(tree, { recursive: true });
  try {
    for (const path of run('dpkg-query', ['-L', name]).words.split('\n')) {
      const delivered = join('/', pristine, path);
      const from = path.startsWith('/etc/') && existsSync(delivered) ? delivered : path;
      if (!path.startsWith('/') || path === '/.' || !existsSync(from) || lstatSync(from).isDirectory())
        continue;
      const kept = join(tree, path);
      mkdirSync(dirname(kept), { recursive: true });
      // Not by cpSync, which refuses a link to a folder.
      if (lstatSync(from).isSymbolicLink()) symlinkSync(readlinkSync(from), kept);
      else {
        cpSync(from, kept, { preserveTimestamps: true });
        chmodSync(kept, lstatSync(from).mode & 0o7777);
      }
    }
    const control = join(tree, 'DEBIAN');
    mkdirSync(control);
    const status = run('dpkg-query', ['-s', name]).words;
    writeFileSync(
      join(control, 'control'),
      `${status
        .replace(/^Status: .*\n/m, '')
        .replace(/^Conffiles:\n(?: .*\n)*/m, '')
        .trim()}\n`,
    );
    for (const file of controlFiles) {
      const kept = `/var/lib/dpkg/info/${name}.${file}`;
      if (existsSync(kept)) cpSync(kept, join(control, file));
    }
  } catch (error) {
    return { detail: error.message };
  }
  const file = join(folder, 'former.deb');
  const built = run('dpkg-deb', ['--root-owner-group', '-Znone', '--build', tree, file]);
  if (!built.isGood) return { detail: lastComplaint(built.words) };
  // From here on antre-update.service runs this program of here, also after a power cut: what is in memory alone would be lost by it.
  run('sync', ['--file-system', tree]);
  writeFileSync(join(tree, 'complete'), '');
  return { file };
}

/** Has apt fetch what a package needs besides and isn't installed yet. Returns null, or why that can't be had. */
function missingFor(file) {
  const { isGood, words } = run('apt-get', [...installing, '--download-only', 'install', file]);
  return isGood ? null : lastComplaint(words);
}

const installing = [
  ...['-q', '-y', '--allow-downgrades', '--no-install-recommends'],
  ...['-o', 'Dpkg::Options::=--force-confold', '-o', 'DPkg::Lock::Timeout=300'],
  // apt's own summaries of its lists, which it doesn't write for power cuts: made anew in memory.
  ...['-o', 'Dir::Cache::pkgcache=', '-o', 'Dir::Cache::srcpkgcache='],
];

/**
 * Puts a package in, or another version of it back; whatever was broken off before is finished first. Starts nothing. Returns
 * null, or what went wrong.
 */
function install(file) {
  // Told to postinst, which would start Antre anew: that has its own time here.
  const env = { ANTRE_UPDATE: '1' };
  run('dpkg', ['--configure', '-a', '--force-confold'], { env });
  const { isGood, words } = run('apt-get', [...installing, 'install', file], { env });
  return isGood ? null : lastComplaint(words);
}

/** Bytes that are free where a path lies. */
function freeBytes(path) {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

/** Bytes of all files below a folder. */
function bytesBelow(folder) {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true }).reduce(
    (sum, entry) =>
      sum + (entry.isFile() ? lstatSync(join(entry.parentPath ?? entry.path, entry.name)).size : 0),
    0,
  );
}

module.exports = { bytesBelow, freeBytes, install, installedPackage, isNewer, keepFormer, missingFor };
