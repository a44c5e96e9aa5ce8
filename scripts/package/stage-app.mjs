// The app as it is shipped: only what runs, for one platform.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, sep } from 'node:path';
import { fromRegistry } from './from-registry.mjs';

/** What Node loads, and the licences. */
const shippedEndings = new Set(['.js', '.cjs', '.mjs', '.json', '.node']);
const licence = /^(licen[cs]e|copying|notice)/i;
/** Folders of a package that only its makers need; not `src`, which some load. */
const unusedFolders = new Set(['docs', 'test', 'tests', 'example', 'examples', '.github']);
/** What packages name as needed, and nothing loads: types, and headers to compile add-ons with. */
const notLoaded = /^node_modules\/(.*\/)?(@types\/[^/]+|node-addon-api)$/;

/** What only the other kind runs: a hub has no windows, and a kiosk's entry is Electron's. */
const ofTheOtherKind = { hub: /^(main|preload)\b.*\.cjs$/, kiosk: /^headless\b.*\.cjs$/ };

/**
 * Puts the built app for a `kind` (`hub`, `kiosk`) with the add-ons of one platform (`{os, cpu}` in Node's names) into
 * `target`. Bindings that aren't installed here come from the registry by way of `cache`. Returns the packages that are
 * shipped as `{name, version}`.
 */
export function stageApp(root, target, kind, platform, cache) {
  const { name, productName, version, description, license, author, dependencies } = readJson(
    join(root, 'package.json'),
  );
  mkdirSync(target, { recursive: true });
  const main = `build/main/${kind === 'hub' ? 'headless' : 'main'}.cjs`;
  const manifest = { name, productName, version, description, license, author, main, dependencies };
  writeFileSync(join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  cpSync(join(root, 'LICENSE'), join(target, 'LICENSE'));
  for (const part of ['main', 'pages', 'third-party-notices.txt']) {
    cpSync(join(root, 'build', part), join(target, 'build', part), {
      recursive: true,
      filter: (path) => part !== 'main' || !ofTheOtherKind[kind].test(basename(path)),
    });
  }
  return packagesToShip(root, platform).map(({ path, packageName, entry }) => {
    const installed = join(root, path);
    const from = existsSync(installed)
      ? installed
      : fromRegistry(cache, `${packageName}@${entry.version}`, entry.integrity);
    copyPackage(from, join(target, path), platform);
    return { name: packageName, version: entry.version };
  });
}

/** What the lockfile has for production and this platform. */
function packagesToShip(root, { os, cpu }) {
  const { packages } = readJson(join(root, 'package-lock.json'));
  return Object.entries(packages)
    .filter(
      ([path, { dev, devOptional, link }]) =>
        path.startsWith('node_modules/') && !dev && !devOptional && !link,
    )
    .filter(([path]) => !notLoaded.test(path))
    .filter(([, entry]) => !entry.os || (entry.os.includes(os) && entry.cpu.includes(cpu)))
    .filter(([, entry]) => !entry.libc || entry.libc.includes('glibc'))
    .map(([path, entry]) => ({ path, entry, packageName: path.split('node_modules/').at(-1) }));
}

function copyPackage(from, to, platform) {
  const { bin = {} } = readJson(join(from, 'package.json'));
  const commands = new Set(Object.values(typeof bin === 'string' ? { bin } : bin).map((path) => join(path)));
  for (const file of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name).slice(from.length + 1);
    if (commands.has(path) || !isLoaded(path.split(sep), platform)) continue;
    mkdirSync(dirname(join(to, path)), { recursive: true });
    cpSync(join(from, path), join(to, path));
  }
}

function isLoaded(parts, { os, cpu }) {
  const file = parts.at(-1);
  if (parts.includes('node_modules') || parts.slice(0, -1).some((part) => unusedFolders.has(part)))
    return false;
  const prebuilds = parts.indexOf('prebuilds');
  if (prebuilds >= 0) {
    const machine = new RegExp(`(^|[-_])${os}-${cpu}(?![\\w-])`);
    return machine.test(parts[prebuilds + 1]) && !/musl/.test(file);
  }
  return licence.test(file) || shippedEndings.has(extname(file));
}

/** Puts what starts and watches over an installed Antre into `target`/scripts; `entry` is `hub` or `kiosk`. */
export function stageStarter(root, target, entry) {
  const files = [
    'heap-flags.cjs',
    'kept-restarts.cjs',
    'patience.cjs',
    'supervise.cjs',
    'installed/tell-systemd.cjs',
    'installed/watch-installed.cjs',
    `installed/${entry}.cjs`,
  ];
  for (const file of files) {
    mkdirSync(dirname(join(target, 'scripts', file)), { recursive: true });
    cpSync(join(root, 'scripts', file), join(target, 'scripts', file));
  }
}

/** Puts Node for a platform into `target`, with its licence; returns its version. */
export function stageNode(root, target, platform, cache) {
  const runtimes = readJson(join(import.meta.dirname, 'runtimes.json'));
  const { package: spec, integrity } = runtimes[`${platform.os}-${platform.cpu}`];
  const [, version] = spec.split('@');
  const program = platform.os === 'win32' ? 'bin/node.exe' : 'bin/node';
  const installed = join(root, 'node_modules/node');
  const isInstalled =
    platform.os === process.platform &&
    platform.cpu === process.arch &&
    existsSync(join(installed, program)) &&
    readJson(join(installed, 'package.json')).version === version;
  const from = isInstalled ? installed : fromRegistry(cache, spec, integrity);
  mkdirSync(target, { recursive: true });
  cpSync(join(from, program), join(target, basename(program)));
  cpSync(join(root, 'packaging/licences/node.txt'), join(target, 'LICENSE.node'));
  return version;
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Puts the scripts of the kiosk's locked session into `target`/session. */
export function stageSession(root, target) {
  cpSync(join(root, 'packaging/session'), join(target, 'session'), { recursive: true });
}
