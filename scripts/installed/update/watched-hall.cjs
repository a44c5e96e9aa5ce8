// The hall of this machine, seen from outside: started, stopped, and whether a version of it runs well. Node's built-ins only.
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');
const { hubOf } = require('./hub.cjs');
const { run } = require('./run.cjs');

const askEveryMs = 500;
/** One that ends so often is not waited for. */
const mostStarts = 3;
/** A large database takes its time. */
const longestMs = 30 * 60_000;

const isRunning = (unit) => run('systemctl', ['is-active', unit]).words.trim() !== 'inactive';
const stop = (unit) => run('systemctl', ['stop', unit]);
/** Not waited for: how it starts is watched. */
const restart = (unit) => run('systemctl', ['--no-block', 'restart', unit]);

/** Where the hall's data lies. */
const dataDir = process.env.ANTRE_DATA_DIR || '/var/lib/antre';

/**
 * Waits until a version that began after `since` has run for `steadyMs` at one stretch and answered all the while. Resolves with
 * null; with what was wrong where after `withinMs` no such stretch is under way or they break off, or it began too often.
 */
async function untilWell({ version, since, withinMs, steadyMs }) {
  const until = Date.now() + withinMs;
  let stretch = null;
  const begun = new Set();
  for (;;) {
    const found = await look(version, since);
    const now = Date.now();
    if (found.fault) stretch = null;
    else if (stretch?.began !== found.began) stretch = { began: found.began, at: now };
    if (stretch && now - stretch.at >= steadyMs) return null;
    if (found.began) begun.add(found.began);
    if (begun.size > mostStarts) return 'it starts again and again';
    if (now > until && !(stretch && stretch.at <= until)) return found.fault ?? 'it starts again and again';
    await pause(askEveryMs);
  }
}

async function look(version, since) {
  const { runs = [], versions = [] } = readJson('runs.json') ?? {};
  const last = runs.at(-1);
  const runsNow = versions.at(-1)?.version;
  // A second: the clock that wrote it down may be read at another moment.
  if (!last || last.began < since - 1000) return { fault: 'it has not started' };
  if (runsNow !== version) return { fault: `version ${runsNow} runs` };
  return { began: last.began, fault: last.ended ? inWords(last.ended) : await faultOfServer(version) };
}

const inWords = ({ how, error }) => `it ended (${how} ${error})`.slice(0, 300);

/** Why the server that runs here isn't well, or undefined. */
async function faultOfServer(version) {
  const access = readJson('local-access.json');
  // A second kiosk, a desk or a screen serves nobody itself.
  if (!access && hubOf(dataDir) !== null) return undefined;
  if (access?.version !== version) return 'its server does not listen';
  try {
    const answer = await fetch(`${access.url}/healthz`, { signal: AbortSignal.timeout(10_000) });
    return answer.status === 200 ? undefined : `/healthz answers ${answer.status}`;
  } catch (error) {
    return `/healthz does not answer (${error.cause?.code ?? error.name})`;
  }
}

function readJson(name) {
  try {
    return JSON.parse(readFileSync(join(dataDir, name), 'utf8'));
  } catch {
    return null;
  }
}

const hasDatabase = () => existsSync(join(dataDir, 'antre.sqlite'));

/** Runs the technicians' command of an installed or unpacked package, as the hall's own user. Returns `{isGood, words}`. */
function antre(root, parameters, { folder = dataDir, env = {} } = {}) {
  const app = ['app', 'electron/resources/app.asar.unpacked']
    .map((below) => join(root, 'usr/lib/antre', below, 'build/main/antre.cjs'))
    .find(existsSync);
  const own = { ANTRE_DATA_DIR: folder, ANTRE_HUB: '', ANTRE_SURFACE: '' };
  return run(join(root, 'usr/lib/antre/node'), [app ?? 'missing', ...parameters, '--language', 'en'], {
    env: { ...own, ...env },
    timeout: longestMs,
  });
}

module.exports = { antre, dataDir, hasDatabase, isRunning, restart, stop, untilWell };
