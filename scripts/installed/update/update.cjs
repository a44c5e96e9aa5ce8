// Takes a newer Antre from a signed place, and goes back to the one before where that doesn't come up well. Run as root by
// antre-update.service whenever somebody asked (`requests/request`: `look`, or `install VERSION`), or one was broken off (`job.json`).
// What is asked for is read as a version and nothing else; where it comes from is looked for here. Node's built-ins only.
const {
  chownSync,
  closeSync,
  constants,
  cpSync,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs');
const { dirname, join } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');
const { askPlace, fetchFrom, findPlaces } = require('./places.cjs');
const {
  bytesBelow,
  freeBytes,
  install,
  installedPackage,
  isNewer,
  keepFormer,
  missingFor,
} = require('./installed-package.cjs');
const { hubOf, versionAt } = require('./hub.cjs');
const { antre, dataDir, hasDatabase, isRunning, restart, stop, untilWell } = require('./watched-hall.cjs');
const { run } = require('./run.cjs');

const folder = process.env.ANTRE_UPDATES || '/var/lib/antre-update';
const keyring = process.env.ANTRE_UPDATE_KEYRING || '/usr/share/keyrings/antre.gpg';
const work = join(folder, 'work');
const former = join(folder, 'former');
const trial = join(folder, 'trial');
const reserve = join(folder, 'reserve');
const jobFile = join(folder, 'job.json');
const stateFile = join(folder, 'state.json');
const requests = join(folder, 'requests');

const limits = {
  /** A new version has so long to come up well, and must then stay so. */
  healthyMs: seconds('ANTRE_UPDATE_HEALTHY', 120),
  steadyMs: seconds('ANTRE_UPDATE_STEADY', 30),
  /** So long at most it is waited until nobody is at a kiosk. */
  leisureMs: seconds('ANTRE_UPDATE_LEISURE', 600),
};
const spareBytes = 200 * 1024 * 1024;

/** Why nothing was changed: a word that the pages put into a sentence, and the machine's own words. */
class NotTaken extends Error {
  constructor(reason, detail = '') {
    super(`${reason} ${detail}`.trim());
    Object.assign(this, { reason, detail });
  }
}

async function main() {
  process.umask(0o022);
  mkdirSync(work, { recursive: true });
  const asked = takeRequest();
  const job = readJson(jobFile);
  if (job?.phase === 'preparing') return refuse(job.version, new NotTaken('broken_off'));
  if (job) return await goOn(job);
  if (asked === 'look') return void look();
  const version = /^install ([0-9][A-Za-z0-9.+~-]{0,60})$/.exec(asked)?.[1];
  if (version) await takeVersion(version);
}

/** Looks in all places for newer versions, and writes down what each has. */
function look() {
  const installed = installedPackage();
  const hasKey = existsSync(keyring);
  const places = findPlaces();
  const found = hasKey ? places.map((place) => askPlace(place, { name: installed.name, work, keyring })) : [];
  const told = found.map((each) => ({
    ...each,
    isNewer: each.version !== null && isNewer(each.version, installed.version),
  }));
  keepState({
    package: installed.name,
    installed: installed.version,
    looked: { at: Date.now(), hasKey, places: told },
  });
  return { installed, places: told };
}

async function takeVersion(version) {
  keepJob({ version, phase: 'preparing' });
  let job;
  try {
    job = await prepare(version);
  } catch (error) {
    return refuse(version, error);
  }
  keepJob(job);
  await goOn(job);
}

/** Nothing of what is installed was touched. */
function refuse(version, { reason = 'failed', detail, message }) {
  end(
    { version, from: installedPackage()?.version ?? '' },
    { outcome: 'refused', reason, detail: detail ?? message },
  );
}

/** All that can go wrong beforehand goes wrong here, while the hall goes on. Throws `NotTaken`. */
async function prepare(version) {
  const { installed, places } = look();
  if (!isNewer(version, installed.version)) throw new NotTaken('not_newer', installed.version);
  await requireHubFirst(version);
  const place = places.find((each) => each.version === version && each.fault === null);
  if (!place) throw new NotTaken('not_found', places.find(({ fault }) => fault)?.detail);
  const target = join(work, 'new');
  const fetched = fetchFrom(place, { name: installed.name, version, work, keyring, target });
  if (!fetched.file) throw new NotTaken('unfetched', fetched.detail);
  requireRoom(fetched.file, 3 * statSync(fetched.file).size);
  const missing = missingFor(fetched.file);
  if (missing) throw new NotTaken('needs', missing);
  const kept = keepFormer(installed.name, former);
  if (!kept.file) throw new NotTaken('no_way_back', kept.detail);
  const copy = hasDatabase() ? copyDatabase() : null;
  const trialMs = rehearse(fetched.file, copy);
  // What an unpacked package needs for a moment, kept for the way back.
  const { isGood, words } = run('fallocate', ['-l', String(statSync(kept.file).size + spareBytes), reserve]);
  if (!isGood) throw new NotTaken('no_room', words);
  // All that the way on and the way back need lies on the disk before either is begun.
  run('sync', ['--file-system', folder]);
  return {
    version,
    from: installed.version,
    name: installed.name,
    unit: installed.unit,
    wasRunning: isRunning(installed.unit),
    file: fetched.file,
    formerFile: kept.file,
    copy,
    healthyMs: limits.healthyMs + 3 * trialMs,
    phase: 'waiting',
  };
}

/**
 * The machines of a hall work with a hub that is as new as they are, or newer: a machine that works for another one takes no version
 * that its hub doesn't have yet.
 */
async function requireHubFirst(version) {
  const hub = hubOf(dataDir);
  if (hub === null) return;
  const { version: there, detail } = await versionAt(hub);
  if (there === null) throw new NotTaken('hub_silent', `${hub}: ${detail}`);
  if (isNewer(upstream(version), there)) throw new NotTaken('hub_older', `${hub}: ${there}`);
}

/** The version of the program in a package's: `0.2.0` of `0.2.0-1`. */
function upstream(version) {
  return version.replace(/-[^-]*$/, '');
}

function requireRoom(file, bytes) {
  const database = hasDatabase() ? statSync(join(dataDir, 'antre.sqlite')).size : 0;
  const needed = 3 * database + 3 * bytesBelow('/usr/lib/antre') + bytes + spareBytes;
  const free = Math.min(freeBytes(dirname(file)), freeBytes('/usr/lib/antre'));
  if (free < needed)
    throw new NotTaken('no_room', `${Math.round(free / 1e6)} MB < ${Math.round(needed / 1e6)} MB`);
}

/** The hall makes one of its copies, as for a technician; returns the file. */
function copyDatabase() {
  const made = antre('/', ['backup']);
  const file = /: (\/.*\.sqlite)\s*$/m.exec(made.words)?.[1];
  if (!made.isGood || !file) throw new NotTaken('uncopied', complaint(made.words));
  return file;
}

/**
 * Lets the new version begin with a copy of the database in a folder of its own, and lets the present one take that back: what
 * can't be opened, converted or gone back from is known before anything is changed. Returns how long it took, in milliseconds.
 */
function rehearse(file, copy) {
  if (!copy) return 0;
  const program = join(work, 'trial-program');
  rmSync(program, { recursive: true, force: true });
  const unpacked = run('dpkg-deb', ['--extract', file, program]);
  if (!unpacked.isGood) throw new NotTaken('rehearsal', complaint(unpacked.words));
  rmSync(trial, { recursive: true, force: true });
  mkdirSync(trial, { mode: 0o700 });
  const { uid, gid } = statSync(dataDir);
  const database = join(trial, 'antre.sqlite');
  cpSync(copy, database);
  for (const each of [database, trial]) chownSync(each, uid, gid);
  const at = Date.now();
  // No printer: what waits to be printed is the hall's that runs.
  const began = antre(program, ['backup'], { folder: trial, env: { ANTRE_PRINTER: 'none' } });
  const took = Date.now() - at;
  if (!began.isGood) throw new NotTaken('rehearsal', complaint(began.words));
  const back = antre('/', ['take-back', copy], { folder: trial });
  if (!back.isGood) throw new NotTaken('no_way_back', complaint(back.words));
  for (const each of [trial, program]) rmSync(each, { recursive: true, force: true });
  return took;
}

/** Goes on with a job from where it is, also after this program or the machine ended in the middle of it. */
async function goOn(given) {
  let job = given;
  const to = (phase, more = {}) => {
    job = { ...job, ...more, phase };
    keepJob(job);
  };
  /** Waits until a version runs well. */
  const runs = (version, since) =>
    untilWell({ version: upstream(version), since, withinMs: job.healthyMs, steadyMs: limits.steadyMs });

  if (job.phase === 'waiting') {
    await leisure();
    to('installing');
  }
  if (job.phase === 'installing') {
    const fault = install(job.file);
    if (fault) to('going_back', { reason: 'installing', detail: fault });
    else to('starting', { since: Date.now() });
  }
  if (job.phase === 'starting') {
    if (!job.wasRunning) return end(job, { outcome: 'done' });
    // Nothing between its end and its start: that alone is dark.
    restart(job.unit);
    to('watching');
  }
  if (job.phase === 'watching') {
    const fault = await runs(job.version, job.since);
    if (!fault) return end(job, { outcome: 'done' });
    to('going_back', { reason: 'unhealthy', detail: fault });
  }
  stop(job.unit);
  rmSync(reserve, { force: true });
  const taken = job.copy ? antre(join(former, 'tree'), ['take-back', job.copy]) : { isGood: true, words: '' };
  // Numbers were given that the former version can't have: the new one goes on as well as it can, and people decide.
  const fault = install(taken.isGood ? job.formerFile : job.file);
  const since = Date.now();
  if (job.wasRunning) restart(job.unit);
  const unwell = job.wasRunning ? await runs(taken.isGood ? job.from : job.version, since) : null;
  end(job, {
    outcome: taken.isGood && !fault && !unwell ? 'went_back' : 'stayed',
    reason: job.reason,
    detail: [job.detail, taken.isGood ? '' : complaint(taken.words), fault, unwell]
      .filter(Boolean)
      .join('; '),
  });
}

/** Writes down how it went; nothing is under way any more. */
function end({ version, from }, { outcome, reason = '', detail = '' }) {
  keepState({
    installed: installedPackage()?.version ?? null,
    underWay: null,
    looked: null,
    last: { version, from, at: Date.now(), outcome, reason, detail },
  });
  rmSync(jobFile, { force: true });
  for (const each of [reserve, trial, former, work]) rmSync(each, { recursive: true, force: true });
}

/** Waits until the hall says that nobody is at a kiosk, which it does by a file; it need not live to say so. */
async function leisure() {
  const until = Date.now() + limits.leisureMs;
  const go = join(requests, 'go');
  rmSync(go, { force: true });
  while (Date.now() < until && !lstatSync(go, { throwIfNoEntry: false })) await pause(500);
  rmSync(go, { force: true });
}

/** Reads what was asked for, and takes it away; it lies in a folder of the hall's user, who may have put anything there. */
function takeRequest() {
  const file = join(requests, 'request');
  let descriptor;
  try {
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    rmSync(file, { recursive: true, force: true });
    return '';
  }
  try {
    if (!fstatSync(descriptor).isFile()) return '';
    const buffer = Buffer.alloc(100);
    return buffer.toString('utf8', 0, readSync(descriptor, buffer)).trim();
  } finally {
    closeSync(descriptor);
    rmSync(file, { recursive: true, force: true });
  }
}

function keepJob(job) {
  writeWhole(jobFile, job);
  keepState({ underWay: { version: job.version, phase: job.phase, since: Date.now() } });
}

/** What the hall reads; it holds nothing that isn't everybody's. */
function keepState(changed) {
  writeWhole(stateFile, { ...readJson(stateFile), ...changed });
}

function writeWhole(file, content) {
  const written = openSync(`${file}.new`, 'w', 0o644);
  writeFileSync(written, JSON.stringify(content));
  run('sync', [`${file}.new`]);
  closeSync(written);
  renameSync(`${file}.new`, file);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** What a program of Antre's own complained of, in one line and without where in its code. */
function complaint(words) {
  const lines = words.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /.test(line));
  return lines.join('; ').slice(-300);
}

function seconds(name, usual) {
  return (Number(process.env[name]) || usual) * 1000;
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
