// npm test: installs what is missing, builds, runs the checks and every suite, and ends with one line:
// "N passed, N failed", and ", N skipped" where any were. With ANTRE_TEST_ALL=1 a suite that can't run here is a
// failure. Node's built-ins only, from Node 18 on.
//
// npm run test:long: what is left out of that, since it proves more than each change needs: the tests with the tag
// `long`, and some of the others beside other work.
const { spawn } = require('node:child_process');
const {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statfsSync,
} = require('node:fs');
const { availableParallelism } = require('node:os');
const { delimiter, join, relative } = require('node:path');
const { findElectron } = require('./find-electron.cjs');
const { buildWhenStale, installPackages, nodeToUse, root } = require('./prepare.cjs');

const isLong = process.argv.includes('--long');
const results = join(root, 'test-results');
const counts = { passed: 0, failed: 0, skipped: 0 };
/** What failed, named again at the end, where who reads a long log looks first. */
const failures = [];
/** What passed only when it was tried again: each hides a fault of the test or of the product. */
const flakes = [];

installPackages();
buildWhenStale();
mkdirSync(results, { recursive: true });
keepTemporaryFilesInMemory();

// Two lanes side by side: much of what the second one does is waiting for what it killed to come back. What it says is
// shown whole, once a suite has ended. A third lane saved no time on two cores, and windows missed their moment.
void Promise.all([
  inTurn(...(isLong ? [] : [check]), () => suite('parts', { isShown: true }), browserSuite),
  inTurn(hardwareSuite, () => suite('faults'), electronSuite),
])
  .then(() => (isLong ? besideOtherWork() : undefined))
  .then(tellCounts);

/**
 * Where the system offers enough of its memory as a folder, what tests write lies there: thousands of small databases
 * wait for the disk at each commit. It is removed however this ends, since it takes memory until then.
 */
function keepTemporaryFilesInMemory() {
  const memory = '/dev/shm';
  // Node can't tell how much room there is before 18.15.
  if (process.platform !== 'linux' || !existsSync(memory) || !statfsSync) return;
  const { bavail, bsize } = statfsSync(memory);
  if (bavail * bsize < 4 * 1024 ** 3) return;
  const folder = mkdtempSync(join(memory, 'antre-test-'));
  // A PostgreSQL of the tests, which doesn't run as root, has to get through.
  chmodSync(folder, 0o711);
  process.env.TMPDIR = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));
}

async function inTurn(...suites) {
  for (const each of suites) await each();
}

function tellCounts() {
  for (const flake of flakes) console.log(`Passed only at a second try: ${flake}`);
  for (const failure of failures) console.log(`FAILED: ${failure}`);
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
  process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
}

async function check() {
  const { output } = await run([nodeToUse(), 'scripts/check.mjs']);
  process.stdout.write(output);
  const passed = output.match(/^passed: /gm)?.length ?? 0;
  const failed = output.match(/^FAILED: /gm)?.length ?? 0;
  failures.push(...[...output.matchAll(/^FAILED: (.*)$/gm)].map(([, what]) => what));
  counts.passed += passed;
  counts.failed += passed + failed === 0 ? 1 : failed;
}

/** Runs a program. Resolves, once it has ended, to its exit status and what it said, unless that is shown at once. */
function run([program, ...parameters], { isShown = false, environment = {} } = {}) {
  const child = spawn(program, parameters, {
    cwd: root,
    stdio: isShown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ output: `${output}${error.message}\n`, status: 1 }));
    child.on('close', (status, signal) => resolve({ output, status: status ?? signal }));
  });
}

/** Runs one project of vitest.config.mts: its tests with the tag `long`, or those without. */
function suite(project, options) {
  const tags = `--tags-filter=${isLong ? 'long' : '!long'}`;
  return tests(project, ['--project', project, tags, '--passWithNoTests'], options);
}

/**
 * Tests that hear the clock most (printers that lie and come loose, lines that break, a hall that is followed), beside four
 * busy processes a core, as on a machine that is several times slower: what measures the machine, or waits for a time
 * instead of what happens, fails here.
 */
async function besideOtherWork() {
  const files = [
    'test/printer/lying-printers.test.ts',
    'test/server/events.test.ts',
    'test/e2e/browser/held-streams.test.ts',
  ];
  const burners = Array.from({ length: 4 * availableParallelism() }, () =>
    spawn(process.execPath, ['--eval', 'const end = Date.now() + 1_200_000; while (Date.now() < end);'], {
      stdio: 'ignore',
    }),
  );
  await tests('beside-other-work', files, { isShown: true });
  for (const burner of burners) burner.kill('SIGKILL');
}

/**
 * Runs vitest with these parameters, through another program where it needs one (`xvfb-run`), and counts what came of it.
 */
async function tests(name, chosen, { through = [], isShown = false } = {}) {
  const report = join(results, `${name}.json`);
  const ownReport = join(results, `${name}-run.json`);
  for (const file of [report, ownReport]) rmSync(file, { force: true });
  if (isShown) console.log(`\nSuite ${name}`);
  const { output, status } = await run(
    [
      ...through,
      nodeToUse(),
      'node_modules/vitest/vitest.mjs',
      'run',
      ...chosen,
      '--reporter=default',
      '--reporter=json',
      '--reporter=./scripts/report-run.mjs',
      `--outputFile.json=${report}`,
    ],
    { isShown, environment: { ANTRE_RUN: ownReport, ...(isLong ? { ANTRE_LONG: '1' } : {}) } },
  );
  if (!isShown) process.stdout.write(`\nSuite ${name}\n${output}`);
  if (!existsSync(report) || !existsSync(ownReport)) {
    counts.failed += 1;
    console.log(`FAILED: the suite ${name} ended with status ${status} and without a report.`);
    return;
  }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults, success } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  // A file that could not be loaded has no tests to count.
  const unloaded = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = numFailedTests + unloaded;
  for (const { name: file, assertionResults } of testResults) {
    for (const test of assertionResults) {
      if (test.status === 'failed') failures.push(`${relative(root, file)}: ${test.fullName}`);
    }
  }
  counts.passed += numPassedTests;
  const { flakes: ownFlakes, leftOut } = JSON.parse(readFileSync(ownReport, 'utf8'));
  flakes.push(...ownFlakes);
  const skipped = numPendingTests + numTodoTests - leftOut;
  counts.skipped += skipped;
  if (skipped > 0 && process.env.ANTRE_TEST_ALL) {
    counts.failed += 1;
    failures.push(
      `the suite ${name} skipped ${skipped} tests: it lacks a program that .ci/run should install`,
    );
  }
  // Also an error outside any test (a rejection nobody waited for) fails the run.
  counts.failed += failed === 0 && (!success || status !== 0) ? 1 : failed;
}

function skip(project, why) {
  if (process.env.ANTRE_TEST_ALL) {
    counts.failed += 1;
    console.log(`FAILED: the suite ${project} must run here: ${why}.`);
  } else {
    counts.skipped += 1;
    console.log(`Skipped the suite ${project}: ${why}.`);
  }
}

/** Against real kernel drivers, in an emulated machine. */
function hardwareSuite() {
  const packages = {
    'qemu-system-x86_64': 'qemu-system-x86',
    busybox: 'busybox-static',
    cpio: 'cpio',
    depmod: 'kmod',
    'apt-get': 'apt',
  };
  const missing = Object.keys(packages).filter((program) => !onPath(program));
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    skip('hardware', 'it emulates a Debian machine on Linux x64 only');
  } else if (missing.length > 0) {
    const names = missing.map((program) => packages[program]).join(' ');
    skip('hardware', `it lacks ${missing.join(', ')}; install: apt-get install ${names}`);
  } else return suite('hardware');
}

function browserSuite() {
  if (chromium()) return suite('browser', { isShown: true });
  skip('browser', 'no Chromium here; install it: apt-get install chromium');
}

function electronSuite() {
  const { path, why } = findElectron({ download: !process.env.ANTRE_TEST_ALL });
  if (!path) {
    skip('electron', `${why}; run "npx install-electron"`);
    return;
  }
  process.env.ANTRE_TEST_ELECTRON = path;
  if (process.platform !== 'linux' || process.env.DISPLAY) return suite('electron');
  else if (onPath('xvfb-run')) {
    return suite('electron', {
      through: ['xvfb-run', '--auto-servernum', '--server-args=-screen 0 1920x1080x24'],
    });
  } else skip('electron', 'no screen here; install one: apt-get install xvfb xauth');
}

/** The same places as test/support/chromium.ts. */
function chromium() {
  const { chromium: playwright } = require(join(root, 'node_modules/playwright'));
  return [
    process.env.ANTRE_TEST_CHROMIUM,
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    playwright.executablePath(),
  ].some((place) => place && existsSync(place));
}

function onPath(program) {
  // depmod lies in /usr/sbin, which only root's path holds.
  return [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'].some((folder) =>
    existsSync(join(folder, program)),
  );
}
