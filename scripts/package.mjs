// npm run package: makes what this machine can make of Antre for halls, and says of each what was made, or why not and what
// would cure that. Without a network it makes what node_modules and Debian's own tools are enough for.
//   npm run package                              everything
//   npm run package -- hub --arch arm64          some of it: hub, kiosk, windows, repository, image
//   npm run package -- --release                 for halls: refuses an Electron that gets no fixes any more, packs smaller
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeRepository } from './package/apt-repository.mjs';
import { makeDebianPackage } from './package/debian.mjs';
import { givenElectron, stageElectron } from './package/electron.mjs';
import { NotMade, run } from './package/from-registry.mjs';
import { makeImage } from './package/image.mjs';
import { removeTree } from './package/remove-tree.mjs';
import { shippedSbom } from './package/sbom.mjs';
import { stageApp, stageNode, stageSession, stageStarter } from './package/stage-app.mjs';
import { makeWindowsInstaller } from './package/windows.mjs';
import prepare from './prepare.cjs';

const { buildWhenStale, root } = prepare;
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    arch: { type: 'string', default: 'amd64,arm64' },
    output: { type: 'string', default: join(root, 'build/packages') },
    release: { type: 'boolean', default: false },
  },
});
const kinds = ['hub', 'kiosk', 'windows', 'repository', 'image'];
const unknown = positionals.filter((kind) => !kinds.includes(kind));
if (unknown.length > 0) fail(`No such package: ${unknown.join(', ')}. There are: ${kinds.join(', ')}`);
const wanted = new Set(positionals.length > 0 ? positionals : kinds);

const cpus = { amd64: 'x64', arm64: 'arm64' };
const architectures = options.arch.split(',');
if (architectures.some((each) => !(each in cpus)))
  fail(`--arch is ${options.arch}; expected amd64, arm64 or both`);

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const epoch = Number(process.env.SOURCE_DATE_EPOCH) || committedAt();
const version = `${manifest.version}-1`;
const isForHalls = options.release;
const output = options.output;
const work = join(output, 'work');
const cache = join(root, 'build/packages/kept');

buildWhenStale();
let notMade = 0;
const debs = [];

if (wanted.has('hub')) {
  for (const architecture of architectures) {
    await make(`antre-hub ${architecture}`, () => debs.push(makeHub(architecture)) && debs.at(-1));
  }
}
if (wanted.has('kiosk'))
  await make('antre-kiosk amd64', async () => debs.push(await makeKiosk()) && debs.at(-1));
if (wanted.has('repository')) await make('apt repository', () => makeRepository(output, join(output, 'apt')));
if (wanted.has('image'))
  await make('kiosk image', () =>
    makeImage(root, join(output, 'apt'), { version, epoch, work, isForHalls }, output),
  );
if (wanted.has('windows')) await make('Windows installer', makeWindows);
removeTree(work);
process.exitCode = notMade > 0 ? 1 : 0;

/** Makes one artefact, and says what came of it. */
async function make(name, maker) {
  const began = Date.now();
  try {
    const made = await maker();
    console.log(`made: ${name}: ${described(made)}, ${Math.round((Date.now() - began) / 1000)} s`);
  } catch (error) {
    notMade += 1;
    if (!(error instanceof NotMade)) throw error;
    console.log(`not made: ${name}: ${error.message}. Cure: ${error.cure}.`);
  }
}

function described(path) {
  if (statSync(path).isDirectory()) return path;
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  writeFileSync(`${path}.sha256`, `${sha256}  ${basename(path)}\n`);
  return `${path}, ${(statSync(path).size / 1e6).toFixed(1)} MB, sha256 ${sha256}`;
}

function makeHub(architecture) {
  const tree = emptyTree(`hub-${architecture}`);
  const installed = join(tree, 'usr/lib/antre');
  const platform = { os: 'linux', cpu: cpus[architecture] };
  const shipped = stageApp(root, join(installed, 'app'), 'hub', platform, cache);
  const node = stageNode(root, installed, platform, cache);
  stageStarter(root, installed, 'hub');
  const sbom = shippedSbom(root, {
    shipped,
    runtimes: [{ name: 'node', version: node, licence: 'MIT' }],
    epoch,
  });
  return makeDebianPackage(
    root,
    'antre-hub',
    tree,
    { version, epoch, architecture, sbom, isForHalls },
    output,
  );
}

async function makeKiosk() {
  const electron = givenElectron(manifest.devDependencies.electron);
  const about = `Electron ${electron.version}${electron.isSupported ? '' : ', which gets no fixes any more: to try with, not for a hall'}`;
  if (isForHalls && !electron.isSupported) {
    throw new NotMade(
      `it would contain ${about}`,
      `npx install-electron (${manifest.devDependencies.electron})`,
    );
  }
  const tree = emptyTree('kiosk');
  const installed = join(tree, 'usr/lib/antre');
  const platform = { os: 'linux', cpu: 'x64' };
  const app = emptyTree('kiosk-app');
  const shipped = stageApp(root, app, 'kiosk', platform, cache);
  const node = stageNode(root, installed, platform, cache);
  stageStarter(root, installed, 'kiosk');
  stageSession(root, installed);
  const { fuses, files } = await stageElectron(electron, app, join(installed, 'electron'));
  console.log(`  ${about}; ${files} files in its archive; fuses read back: ${JSON.stringify(fuses)}`);
  const runtimes = [
    { name: 'node', version: node, licence: 'MIT' },
    { name: 'electron', version: electron.version, licence: 'MIT' },
  ];
  const sbom = shippedSbom(root, { shipped, runtimes, epoch });
  const release = { version, epoch, architecture: 'amd64', sbom, isForHalls };
  return makeDebianPackage(root, 'antre-kiosk', tree, release, output);
}

function makeWindows() {
  const tree = emptyTree('windows');
  const platform = { os: 'win32', cpu: 'x64' };
  const shipped = stageApp(root, join(tree, 'app'), 'hub', platform, cache);
  const node = stageNode(root, tree, platform, cache);
  stageStarter(root, tree, 'hub');
  const runtimes = [{ name: 'node', version: node, licence: 'MIT' }];
  writeFileSync(join(tree, 'sbom.cdx.json'), shippedSbom(root, { shipped, runtimes, epoch }));
  return makeWindowsInstaller(root, tree, { version: manifest.version, epoch }, output);
}

function emptyTree(name) {
  const tree = join(work, name);
  rmSync(tree, { recursive: true, force: true });
  mkdirSync(tree, { recursive: true });
  return tree;
}

/** When the commit that is packaged was made, in seconds since 1970: what packages call their time. */
function committedAt() {
  try {
    return Number(run('git', ['log', '-1', '--format=%ct'], { cwd: root }).trim());
  } catch (error) {
    return fail(
      `When this was written isn't known: ${error.message.trim()}. Cure: SOURCE_DATE_EPOCH=SECONDS`,
    );
  }
}

function fail(sentence) {
  console.error(sentence);
  process.exit(2);
}
