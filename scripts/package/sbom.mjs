// What is shipped, as a CycloneDX list: of npm's own list of all packages those that went into the build or lie beside it,
// and the runtimes.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './from-registry.mjs';

/**
 * Returns the list as text. `shipped` are the add-ons' packages (`{name, version}`), `runtimes` are Node and Electron
 * (`{name, version, licence}`), `epoch` is the time that it names, in seconds since 1970.
 */
export function shippedSbom(root, { shipped, runtimes, epoch }) {
  const all = JSON.parse(
    run(npmBesideNode(), [...npmArguments(), 'sbom', '--sbom-format=cyclonedx', '--offline'], { cwd: root }),
  );
  const wanted = new Set([...bundled(root), ...shipped].map(keyOf));
  const found = all.components.filter((each) => wanted.has(keyOf(nameOf(each))));
  const known = new Set(found.map((each) => keyOf(nameOf(each))));
  const missing = [...wanted]
    .filter((key) => !known.has(key))
    // Bindings for another machine, which npm does not list here.
    .map((key) => shipped.find((each) => keyOf(each) === key))
    .filter(Boolean)
    .map(({ name, version }) => component({ name, version }));
  const components = [...found, ...missing, ...runtimes.map(component)].sort((a, b) =>
    keyOf(nameOf(a)) < keyOf(nameOf(b)) ? -1 : 1,
  );
  const refs = new Set(components.map((each) => each['bom-ref']));
  const list = {
    ...all,
    metadata: { ...all.metadata, timestamp: new Date(epoch * 1000).toISOString() },
    components,
    dependencies: all.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) })),
  };
  list.serialNumber = `urn:uuid:${uuidOf(JSON.stringify({ ...list, serialNumber: undefined }))}`;
  return `${JSON.stringify(list, null, 1)}\n`;
}

/** What the builds bundled, as the notices name it: `name version (licence)` below each line. */
function bundled(root) {
  const notices = readFileSync(join(root, 'build/third-party-notices.txt'), 'utf8');
  return [...notices.matchAll(/^-{78}\n(\S+) (\S+) \(/gm)].map(([, name, version]) => ({ name, version }));
}

function nameOf({ group, name, version }) {
  return { name: group ? `${group}/${name}` : name, version };
}

function component({ name, version, licence }) {
  return {
    'bom-ref': `${name}@${version}`,
    type: 'library',
    name,
    version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    ...(licence ? { licenses: [{ license: { id: licence } }] } : {}),
  };
}

const keyOf = ({ name, version }) => `${name}@${version}`;

/** A name-based number (version 8 of RFC 9562: our own way), so that the same list has the same. */
function uuidOf(text) {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** npm that started this, else the one in PATH; an npm in PATH may belong to another Node, and knows it. */
function npmBesideNode() {
  return npmFile() ? process.execPath : 'npm';
}
function npmArguments() {
  return npmFile() ? [npmFile()] : [];
}
function npmFile() {
  const beside = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  return [process.env.npm_execpath, beside].find((file) => file?.endsWith('.js') && existsSync(file));
}
