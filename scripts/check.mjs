// npm run check: habits (Biome), types (tsc), layers (dependency-cruiser), rooms that grew too large, dead code (knip), whether
// texts for people stand in the catalogue, and whether the files that documents name are there. `npm run check -- types knip` does some of them.
// Prints a line for each; run with others by scripts/test.cjs, which counts those lines.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { largeRooms } from './large-rooms.mjs';
import { textsOutside } from './texts-outside.mjs';

const root = join(import.meta.dirname, '..');

const checks = [
  { name: 'Biome', run: () => tool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings']) },
  // What runs in Node, in pages, and in tests, which have both; what hasn't changed since the last time isn't checked again.
  // By one checker: several each work out the same types anew, which takes twice the work.
  {
    name: 'types',
    run: () =>
      tool('typescript/bin/tsc', [
        '--build',
        '--checkers',
        '1',
        '--builders',
        '1',
        'tsconfig.json',
        'renderer',
        'test',
      ]),
  },
  { name: 'layers', run: layers },
  { name: 'rooms', run: () => found(largeRooms(root)) },
  { name: 'knip', run: () => tool('knip/bin/knip.js', ['--no-progress']) },
  { name: 'texts', run: () => found(textsOutside(root)) },
  { name: 'documents', run: documents },
];

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(
    `No such check: ${unknown.join(', ')}. There are: ${checks.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}

let failed = 0;
for (const { name, run } of checks) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const { passed, output } = run();
  if (!passed) {
    failed += 1;
    console.log(output.trimEnd());
  }
  console.log(`${passed ? 'passed' : 'FAILED'}: ${name}`);
}
process.exitCode = failed > 0 ? 1 : 0;

function tool(script, parameters) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules', script), ...parameters],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  return { passed: status === 0, output: `${stdout}${stderr}`, stdout };
}

// dependency-cruiser answers "no violations" also where it could read no module at all.
function layers() {
  const result = tool('dependency-cruiser/bin/dependency-cruiser.mjs', [
    '--output-type',
    'json',
    'electron',
    'native',
    'renderer',
    'test',
  ]);
  const { summary } = JSON.parse(result.stdout);
  const { totalCruised, violations } = summary;
  if (totalCruised === 0) return { passed: false, output: 'dependency-cruiser saw no module.' };
  const lines = [
    ...violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    ...stylesAcross().map(({ from, to }) => `styles-of-another-surface: ${from} → ${to}`),
  ];
  return found(lines);
}

/** Style sheets that take from another surface's by `composes` or `@import`, which dependency-cruiser doesn't read. */
function stylesAcross() {
  const shared = ['ui', 'client', 'i18n', 'voice'];
  const roomOf = (path) => relative(join(root, 'renderer'), path).split(sep)[0];
  return globSync('renderer/**/*.css', { cwd: root }).flatMap((from) =>
    [...readFileSync(join(root, from), 'utf8').matchAll(/(?:\bfrom|@import)\s+(?:url\()?["']([^"']+)/g)]
      .map(([, to]) => join(root, dirname(from), to))
      .filter((to) => ![roomOf(join(root, from)), ...shared].includes(roomOf(to)))
      .map((to) => ({ from, to: relative(root, to) })),
  );
}

function found(lines) {
  return { passed: lines.length === 0, output: lines.join('\n') };
}

/** Documents that name a file from the root (`electron/app.ts`) or link to one must go with it when it is renamed. */
function documents() {
  const missing = globSync(['*.md', 'docs/**/*.md'], { cwd: root }).flatMap((document) => {
    const text = readFileSync(join(root, document), 'utf8');
    const named = [...text.matchAll(/`((?:electron|native|renderer|scripts|test|docs)\/[\w./-]+)`/g)];
    const linked = [...text.matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)];
    return [
      ...named.map(([, path]) => path),
      ...linked.map(([, path]) => join(dirname(document), path)),
    ].flatMap((path) =>
      existsSync(join(root, path)) ? [] : [`${document} names ${path}, which isn't there`],
    );
  });
  return found(missing);
}
