// The Debian packages: a tree of files with what lies in packaging/, packed by dpkg-deb.

import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { publicKey } from './apt-repository.mjs';
import { run } from './from-registry.mjs';

const maintainerScripts = ['postinst', 'prerm', 'postrm'];

/** Each package: its unit, its installed files besides the common ones, and what of them may be run. */
const packages = {
  'antre-hub': {
    unit: 'antre.service',
    files: { 'antre.service': 'usr/lib/systemd/system/antre.service' },
    app: '/usr/lib/antre/app',
  },
  'antre-kiosk': {
    unit: 'antre-kiosk.service',
    files: {
      'antre-kiosk.service': 'usr/lib/systemd/system/antre-kiosk.service',
      'antre-kiosk.target': 'usr/lib/systemd/system/antre-kiosk.target',
      'antre-kiosk.udev': 'usr/lib/udev/rules.d/70-antre-kiosk.rules',
      'antre-kiosk.pam': 'etc/pam.d/antre-kiosk',
      'logind.conf': 'usr/lib/systemd/logind.conf.d/antre-kiosk.conf',
    },
    app: '/usr/lib/antre/electron/resources/app.asar.unpacked',
  },
};
const executable =
  /^usr\/(bin\/|lib\/antre\/((node|run-update)$|session\/(?!openbox)|electron\/(antre-kiosk|chrome_crashpad_handler)$))/;
const setUid = /^usr\/lib\/antre\/electron\/chrome-sandbox$/;

/**
 * Packs `name` (`antre-hub`, `antre-kiosk`) out of `tree`, which already has `usr/lib/antre`. `release` is `{version, epoch,
 * architecture, sbom, isForHalls}`; one that isn't for halls is packed faster and larger. Writes the package into `target`
 * and returns its path.
 */
export function makeDebianPackage(root, name, tree, release, target) {
  const { unit, files, app } = packages[name];
  const own = join(root, 'packaging/debian', name);
  const common = join(root, 'packaging/debian/common');
  const doc = join(tree, 'usr/share/doc', name);
  const words = {
    VERSION: release.version,
    ARCHITECTURE: release.architecture,
    PACKAGE: name,
    PACKAGE_UPPER: name.toUpperCase(),
    UNIT: unit,
    APP: app,
    DATE: new Date(release.epoch * 1000).toISOString().slice(0, 10),
    PURGE: read(common, 'purge.sh').trim(),
    UPDATER: read(common, 'updater.sh').trim(),
  };
  const put = (path, content) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), content);
  };
  const putFilled = (from, path) => put(path, filled(readFileSync(from, 'utf8'), words));
  const putPacked = (path, text) => put(path, gzipSync(text, { level: 9 }));

  for (const [file, path] of Object.entries(files)) putFilled(join(own, file), path);
  putFilled(join(own, 'default'), `etc/default/${name}`);
  // As they are delivered, for a package to go back to (scripts/installed/update).
  for (const path of filesBelow(tree).filter((each) => each.startsWith('etc/')))
    put(join('usr/lib/antre/pristine', path), readFileSync(join(tree, path)));
  cpSync(join(root, 'scripts/installed/update'), join(tree, 'usr/lib/antre/scripts/installed/update'), {
    recursive: true,
  });
  putFilled(join(common, 'run-update'), 'usr/lib/antre/run-update');
  for (const unit of ['antre-update.service', 'antre-update.path'])
    putFilled(join(common, unit), `usr/lib/systemd/system/${unit}`);
  if (process.env.ANTRE_APT_KEY) put('usr/share/keyrings/antre.gpg', publicKey(process.env.ANTRE_APT_KEY));
  putFilled(join(common, 'antre.sysusers'), 'usr/lib/sysusers.d/antre.conf');
  putFilled(join(common, 'antre.udev'), 'usr/lib/udev/rules.d/70-antre.rules');
  putPacked(`usr/share/man/man8/${name}.8.gz`, filled(read(common, 'antre-service.8'), words));
  if (existsSync(join(tree, app, 'build/main/antre.cjs'))) {
    putFilled(join(common, 'antre'), 'usr/bin/antre');
    putPacked('usr/share/man/man1/antre.1.gz', filled(read(common, 'antre.1'), words));
  }
  if (existsSync(join(own, 'lintian-overrides'))) {
    putFilled(join(own, 'lintian-overrides'), `usr/share/lintian/overrides/${name}`);
  }
  mkdirSync(doc, { recursive: true });
  cpSync(join(common, 'copyright'), join(doc, 'copyright'));
  cpSync(join(root, 'README.md'), join(doc, 'README.md'));
  putPacked(`usr/share/doc/${name}/changelog.gz`, read(root, 'CHANGELOG.md'));
  putPacked(`usr/share/doc/${name}/changelog.Debian.gz`, debianChangelog(name, release));
  putPacked(`usr/share/doc/${name}/third-party-notices.txt.gz`, read(root, 'build/third-party-notices.txt'));
  putPacked(`usr/share/doc/${name}/sbom.cdx.json.gz`, release.sbom);

  const paths = filesBelow(tree);
  const conffiles = paths.filter((path) => path.startsWith('etc/')).map((path) => `/${path}\n`);
  const kilobytes = paths.reduce((sum, path) => sum + Math.ceil(statSync(join(tree, path)).size / 1024), 0);
  put('DEBIAN/control', filled(read(own, 'control'), { ...words, SIZE: String(kilobytes) }));
  put('DEBIAN/conffiles', conffiles.join(''));
  put(
    'DEBIAN/md5sums',
    paths
      .filter((path) => !path.startsWith('etc/'))
      .map((path) => md5Line(tree, path))
      .join(''),
  );
  put('DEBIAN/templates', read(common, 'templates'));
  for (const script of maintainerScripts) putFilled(join(own, script), `DEBIAN/${script}`);
  setModesAndTimes(tree, release.epoch);

  mkdirSync(target, { recursive: true });
  const file = join(target, `${name}_${release.version}_${release.architecture}.deb`);
  const level = release.isForHalls ? 6 : 1;
  run(
    'dpkg-deb',
    ['--root-owner-group', '-Zxz', `-z${level}`, '--threads-max=2', '--build', tree, `${file}.new`],
    {
      env: { ...process.env, SOURCE_DATE_EPOCH: String(release.epoch) },
    },
  );
  // Whole or not at all.
  renameSync(`${file}.new`, file);
  return file;
}

function read(folder, file) {
  return readFileSync(join(folder, file), 'utf8');
}

/** `@NAME@` with its word; throws where there is none, so that no package has one left. */
function filled(text, words) {
  return text.replace(/@([A-Z_]+)@/g, (mark, name) => {
    if (!(name in words)) throw new Error(`${mark} has no word`);
    return words[name];
  });
}

function debianChangelog(name, { version, epoch }) {
  // `Sun, 06 Sep 2026 07:00:00 +0000`, which JavaScript writes with GMT.
  const date = new Date(epoch * 1000).toUTCString().replace('GMT', '+0000');
  return `${name} (${version}) stable; urgency=medium

  * What has changed stands in /usr/share/doc/${name}/changelog.gz.

 -- Antre contributors <antre@localhost>  ${date}
`;
}

function md5Line(tree, path) {
  return `${createHash('md5')
    .update(readFileSync(join(tree, path)))
    .digest('hex')}  ${path}\n`;
}

/** Every file below `tree` but dpkg's own, sorted. */
export function filesBelow(tree) {
  return readdirSync(tree, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(tree.length + 1))
    .filter((path) => !path.startsWith('DEBIAN/'))
    .sort();
}

/** Nothing of how this machine makes files goes into a package. */
function setModesAndTimes(tree, epoch) {
  for (const path of ['', ...readdirSync(tree, { recursive: true })]) {
    const full = join(tree, path);
    if (lstatSync(full).isSymbolicLink()) continue;
    chmodSync(full, modeOf(path, statSync(full).isDirectory()));
    lutimesSync(full, epoch, epoch);
  }
}

function modeOf(path, isFolder) {
  if (setUid.test(path)) return 0o4755;
  return isFolder || executable.test(path) || maintainerScripts.includes(path.replace('DEBIAN/', ''))
    ? 0o755
    : 0o644;
}
