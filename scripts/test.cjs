// npm test: installs what is missing, builds, runs the checks and every suite, and ends with one line:
// "N passed, N failed", and ", N skipped" where any were. With ANTRE_TEST_ALL=1 a suite that can't run here is a
// failure. Node's built-ins only, from Node 18 on.
const { spawn, spawnSync } = require('node:child_process');
const { existsSync, mkdirSync, readFileSync, rmSync } = require('node:fs');
const { availableParallelism } = require('node:os');
const { delimiter, join, relative } = require('node:path');
const { findElectron } = require('./find-electron.cjs');
const { buildWhenStale, installPackages, nodeToUse, root } = require('./prepare.cjs');

const results = join(root, 'test-results');
const counts = { passed: 0, failed: 0, skipped: 0 };
/** What failed, named again at the end, where who reads a long log looks first. */
const failures = [];
/** What passed only when it was tried again: each hides a fault of the test or of the product. */
const flakes = [];

installPackages();
buildWhenStale();
mkdirSync(results, { recursive: true });

check();
suite('parts');
suite('faults');
hardwareSuite();
if (chromium()) suite('browser');
else skip('browser', 'no Chromium here; install it: apt-get install chromium');
electronSuite();
if (process.env.ANTRE_TEST_ALL) besideOtherWork();

for (const flake of flakes) console.log(`Passed only at a second try: ${flake}`);
for (const failure of failures) console.log(`FAILED: ${failure}`);
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;

function check() {
  const { stdout, stderr } = spawnSync(nodeToUse(), ['scripts/check.mjs'], { cwd: root, encoding: 'utf8' });
  process.stdout.write(`${stdout}${stderr}`);
  const passed = stdout.match(/^passed: /gm)?.length ?? 0;
  const failed = stdout.match(/^FAILED: /gm)?.length ?? 0;
  failures.push(...[...stdout.matchAll(/^FAILED: (.*)$/gm)].map(([, what]) => what));
  counts.passed += passed;
  counts.failed += passed + failed === 0 ? 1 : failed;
}

/** Runs one project of vitest.config.mts, through another program where it needs one (`xvfb-run`). */
function suite(project, through = []) {
  tests(project, ['--project', project, '--passWithNoTests'], through);
}

/**
 * Tests that hear the clock most (printers that lie and come loose, lines that break, a hall that is followed), beside four
 * busy processes a core, as on a machine that is several times slower: what measures the machine, or waits for a time
 * instead of what happens, fails here.
 */
function besideOtherWork() {
  const files = [
    'test/printer/lying-printers.test.ts',
    'test/printing/print-outbox.test.ts',
    'test/second-kiosk/printing-for-a-hub.test.ts',
    'test/server/events.test.ts',
    'test/e2e/browser/held-streams.test.ts',
  ];
  const burners = Array.from({ length: 4 * availableParallelism() }, () =>
    spawn(process.execPath, ['--eval', 'const end = Date.now() + 1_200_000; while (Date.now() < end);'], {
      stdio: 'ignore',
    }),
  );
  tests('beside-other-work', files);
  for (const burner of burners) burner.kill('SIGKILL');
}

/** Runs vitest with these parameters, and counts what came of it under a name. */
function tests(name, chosen, through = []) {
  const report = join(results, `${name}.json`);
  const flaky = join(results, `${name}-flakes.json`);
  for (const file of [report, flaky]) rmSync(file, { force: true });
  console.log(`\nSuite ${name}`);
  const [program, ...parameters] = [
    ...through,
    nodeToUse(),
    'node_modules/vitest/vitest.mjs',
    'run',
    ...chosen,
    '--reporter=default',
    '--reporter=json',
    '--reporter=./scripts/report-flakes.mjs',
    `--outputFile.json=${report}`,
  ];
  const { status } = spawnSync(program, parameters, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ANTRE_FLAKES: flaky },
  });
  if (existsSync(flaky)) flakes.push(...JSON.parse(readFileSync(flaky, 'utf8')));
  if (!existsSync(report)) {
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
  counts.skipped += numPendingTests + numTodoTests;
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
  } else suite('hardware');
}

function electronSuite() {
  const { path, why } = findElectron({ download: !process.env.ANTRE_TEST_ALL });
  if (!path) {
    skip('electron', `${why}; run "npx install-electron"`);
    return;
  }
  process.env.ANTRE_TEST_ELECTRON = path;
  if (process.platform !== 'linux' || process.env.DISPLAY) suite('electron');
  else if (onPath('xvfb-run')) {
    suite('electron', ['xvfb-run', '--auto-servernum', '--server-args=-screen 0 1920x1080x24']);
  } else skip('electron', 'no screen here; install one: apt-get install xvfb xauth');
}

/** The same places as test/support/chromium.ts. */
function chromium() {
  const { chromium: playwright } = require(join(root, 'node_modules/playwright'));
  return [
    process.env.ANTRE_TEST_CHROMIUM,
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
