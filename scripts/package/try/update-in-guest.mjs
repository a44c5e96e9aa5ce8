// Run in the machine that scripts/package/try/update.mjs starts: takes a number a second while Antre is updated, and looks that each
// update comes to what it must; then has the power cut, again and again, and goes on where that left it.
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isPage, readVirtualScreen } from './shown.mjs';

const url = 'http://127.0.0.1:4180';
const outside = '/srv/outside';
const kept = `${outside}/cuts`;
const tapsFile = `${outside}/taps`;
/** When the power is cut: among numbers that are given, five seconds after the last one, while a copy is made, in steps of an update. */
const cuts = ['tap', 'quiet', 'backup', 'installing', 'starting', 'watching'];
/** How many cuts there were. A number may each time have been given whose visitor was never told. */
const cutsBefore = existsSync(kept) ? Number(readFileSync(kept, 'utf8')) : 0;
const { kind, only } = JSON.parse(readFileSync(`${outside}/try.json`, 'utf8'));
const isKiosk = kind === 'kiosk';
const unit = isKiosk ? 'antre-kiosk.service' : 'antre.service';
/** What a virtual screen shows (scripts/package/try/virtual-screen.mjs). */
const screen = '/srv/screen/Xvfb_screen0';
const say = (words) => console.log(`try: ${words}`);
const sh = (words) => execFileSync('sh', ['-c', words], { encoding: 'utf8' }).trim();
const root = '/var/lib/antre-update';
/** One whose database is as converted as that of those that come after it. */
const thirdVersion = `/srv/updates/3/apt/pool/main/a/antre-${kind}/*.deb`;
const state = () => JSON.parse(readFileSync(`${root}/state.json`, 'utf8'));
// biome-ignore lint/suspicious/noTemplateCurlyInString: what dpkg-query fills in.
const installed = () => sh(`dpkg-query -W -f '${'${db:Status-Abbrev}${Version}'}' antre-${kind}`);

let dark = 0;
let wellAt = Date.now();
let withoutPage = 0;
let pageAt = Date.now();
let watching = true;
let tapping = true;

try {
  await untilServed();
  if (isKiosk) await untilPage();
  void watch();
  if (isKiosk) void watchScreen();
  void tap();
  await pause(3000);
  if (cutsBefore > 0) await afterCut(cuts[cutsBefore - 1]);
  else if (only === 'cuts') await tried('3', 'done', '', '3');
  else if (isKiosk) await tryUpdatesOfKiosk();
  else await tryUpdates();
  if (cutsBefore < cuts.length) await cutAt(cuts[cutsBefore]);
  else say('end');
} catch (error) {
  say(`failed: ${String(error.stack ?? error).replaceAll('\n', ' ')}`);
} finally {
  watching = false;
}

async function tryUpdates() {
  say(`before: ${installed()}`);
  for (const place of ['changed', 'changed-list', 'unsigned', 'foreign']) {
    const { status, words } = await update(place, { lasts: false });
    const [found] = state().looked.places;
    say(`${place}: ${found.fault} (${found.detail}); exit ${status}; ${installed()}`);
    expect(
      found.fault,
      { changed: 'tampered', 'changed-list': 'tampered', unsigned: 'unsigned', foreign: 'foreign' }[place],
    );
    expect([status, words.includes('nothing is installed')], [1, true]);
  }
  const changed = await update('changed-package');
  expect([state().last.outcome, state().last.reason], ['refused', 'unfetched']);
  say(`changed-package: ${changed.told}`);

  await tried('2', 'done', '', '2');
  await tried('6', 'refused', 'rehearsal', '2');
  await tried('4', 'went_back', 'unhealthy', '2');
  await tried('5', 'went_back', 'unhealthy', '2');
  await tried('7', 'went_back', 'unhealthy', '2');
  await tried('3', 'done', '', '3');

  // Killed at every step, each time anew.
  for (const phase of ['preparing', 'waiting', 'installing', 'starting', 'watching']) {
    const following = update('8');
    await untilPhase(phase);
    sh('systemctl kill --signal=KILL antre-update.service');
    const { told } = await following;
    say(`killed while ${phase}: ${told}; ${installed()}`);
    expect(state().last.outcome, phase === 'preparing' ? 'refused' : 'done');
    await judge();
    if (phase !== 'preparing') await putBack(thirdVersion);
  }

  const full = update('9');
  await untilPhase('installing');
  const free = Number(sh('df --output=avail -B1 /usr | tail -n 1'));
  sh(`fallocate -l ${free} /srv/full || true`);
  const { told } = await full;
  rmSync('/srv/full', { force: true });
  say(`disk filled while installing: ${told}; ${installed()}`);
  await judge();
}

/** What differs with windows: they come back, and the former version's do. */
async function tryUpdatesOfKiosk() {
  say(`before: ${installed()}`);
  await tried('2', 'done', '', '2');
  await tried('4', 'went_back', 'unhealthy', '2');
  await tried('5', 'went_back', 'unhealthy', '2');
  await tried('3', 'done', '', '3');
}

/** Asks for the power to be cut in the middle of something. */
async function cutAt(moment) {
  writeFileSync(kept, String(cutsBefore + 1));
  if (moment === 'tap') await pause(4000 + Math.random() * 2000);
  else if (moment === 'quiet') {
    tapping = false;
    await pause(5000);
  } else if (moment === 'backup') {
    execFile('/usr/bin/antre', ['backup'], () => {});
    await pause(700);
  } else {
    void update('9').catch(() => {});
    await untilPhase(moment);
    await pause(moment === 'installing' ? 1500 : 700);
  }
  say(`cut the power (${moment})`);
  await pause(60_000);
}

async function afterCut(moment) {
  for (let seconds = 0; existsSync(`${root}/job.json`) && seconds < 600; seconds += 1) await pause(1000);
  const isUpdate = cuts.indexOf(moment) > cuts.indexOf('backup');
  say(
    `after the power cut (${moment}): ${isUpdate ? `${JSON.stringify(state().last)}; ` : ''}${installed()}`,
  );
  if (isUpdate) expect(installed().startsWith('ii '), true);
  // What was half put in may also be given up: then the former one runs again, and says so.
  if (isUpdate && !['done', 'went_back'].includes(state().last.outcome))
    throw new Error('it neither runs nor went back');
  await judge();
  if (moment === 'backup')
    say(`  ${sh('antre backup --language en; ls -s /var/lib/antre/backups').replaceAll('\n', '; ')}`);
  if (isUpdate) await putBack(thirdVersion);
}

/** Updates to a version and expects what must come of it. */
async function tried(version, outcome, reason, runs) {
  dark = 0;
  withoutPage = 0;
  const began = Date.now();
  const { told } = await update(version);
  const took = Math.round((Date.now() - began) / 1000);
  say(
    `to ${version}: ${told}; ${installed()}; ${took} s, dark for at most ${(dark / 1000).toFixed(1)} s at a time${isKiosk ? `, its page for ${(withoutPage / 1000).toFixed(1)} s` : ''}`,
  );
  const { last } = state();
  expect([last.outcome, last.reason], [outcome, reason]);
  expect(installed().endsWith(`-${runs}`), true);
  await judge();
}

async function update(place, { lasts = true } = {}) {
  if (existsSync('/srv/current')) unlinkSync('/srv/current');
  symlinkSync(`/srv/updates/${place}/apt`, '/srv/current');
  const parameters = ['update', '--now', '--language', 'en'];
  const said = await new Promise((resolve) => {
    execFile('/usr/bin/antre', parameters, (error, out, err) =>
      resolve({ status: error ? error.code : 0, words: `${out}${err}` }),
    );
  });
  const told = said.words.trim().split('\n').at(-1);
  if (lasts && !/Version/.test(told)) throw new Error(said.words);
  return { ...said, told };
}

/** The former package again, as a technician would put it there by hand. */
async function putBack(deb) {
  sh(`apt-get -q -y --allow-downgrades install ${deb} 2>&1`);
  await pause(3000);
  await untilServed();
}

async function untilPhase(phase) {
  const until = Date.now() + 240_000;
  for (;;) {
    const now = state().underWay?.phase;
    if (now === phase) return;
    if (Date.now() > until) throw new Error(`never ${phase}`);
    await pause(20);
  }
}

async function untilServed() {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await answers()) return;
    await pause(500);
  }
  throw new Error('nobody answers');
}

async function answers() {
  try {
    return (await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

/** The longest time in which nobody answered. */
async function watch() {
  while (watching) {
    if (await answers()) {
      dark = Math.max(dark, Date.now() - wellAt);
      wellAt = Date.now();
    }
    await pause(100);
  }
}

/** Resolves once the kiosk's page is drawn. */
async function untilPage() {
  for (let tries = 0; tries < 240; tries += 1) {
    if (showsPage()) return;
    await pause(500);
  }
  throw new Error('no page is drawn');
}

function showsPage() {
  try {
    return isPage(readVirtualScreen(screen));
  } catch {
    return false;
  }
}

/** The longest time in which the kiosk's screen had no page. */
async function watchScreen() {
  while (watching) {
    if (showsPage()) {
      withoutPage = Math.max(withoutPage, Date.now() - pageAt);
      pageAt = Date.now();
    }
    await pause(300);
  }
}

/** A visitor a second, as a kiosk's page does: one that got no answer asks again for the same number. */
async function tap() {
  let service;
  for (let at = 0; watching; at += 1) {
    const key = `tap-${Date.now()}-${at}`;
    for (;;) {
      try {
        service ??= (await (await fetch(`${url}/api/v1/counters`)).json())
          .flatMap(({ services }) => services)
          .find(({ status }) => status === 'open').id;
        const answer = await fetch(`${url}/api/v1/tickets`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: url, 'idempotency-key': key },
          body: JSON.stringify({ serviceId: service, language: 'id' }),
          signal: AbortSignal.timeout(5000),
        });
        if (answer.status !== 201) throw new Error(String(answer.status));
        appendFileSync(tapsFile, `${(await answer.json()).number}\n`);
        while (!tapping) await pause(100);
        break;
      } catch {
        if (!watching) return;
        await pause(200);
      }
    }
    await pause(1000);
  }
}

/** Every number that somebody was told is in the database once, and no other was given. */
async function judge() {
  await untilServed();
  if (isKiosk) await untilPage();
  await pause(2500);
  const told = readFileSync(tapsFile, 'utf8').trim().split('\n');
  const twice = told.length - new Set(told).size;
  const rows = sh(
    `cd "$(find /usr/lib/antre -name better-sqlite3 -type d | head -n 1)/../.." && runuser -u antre -- /srv/node -e "const D=require('better-sqlite3');const d=new D('/var/lib/antre/antre.sqlite',{readonly:true});console.log(d.pragma('integrity_check',{simple:true}),d.pragma('user_version',{simple:true}),d.prepare('SELECT count(*) FROM tickets').pluck().get())"`,
  );
  const [sound, shape, count] = rows.split(' ');
  const code = spawnSync('systemctl', ['is-active', '--quiet', unit]).status;
  say(
    `  ${told.length} numbers told, ${twice} twice, ${count} in the database (shape ${shape}, ${sound}), service ${code === 0 ? 'active' : 'NOT ACTIVE'}`,
  );
  if (twice > 0 || sound !== 'ok' || code !== 0) throw new Error('numbers are not whole');
  // One more may just have been given.
  if (Number(count) < told.length || Number(count) > told.length + 1 + cutsBefore)
    throw new Error('numbers were lost, or given to nobody');
}

function expect(found, wanted) {
  if (JSON.stringify(found) !== JSON.stringify(wanted))
    throw new Error(
      `${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}: ${JSON.stringify(state())}`,
    );
}
