// What is tried of an installed kiosk: its screens, its keys, its first ticket, its second screen's cable, and power cuts.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { showEmptyWindow } from './empty-window.mjs';
import { difference, FakePrinter, KioskMachine } from './kiosk-machine.mjs';
import { coloursIn, isEmptyWindow, isPage, manyColours } from './shown.mjs';

/** Where on the upright kiosk's screen (1080 × 1920) the practice hall's buttons are. */
const buttons = { counter: [280, 398], service: [287, 1355], take: [700, 1855], done: [540, 1838] };
/** In the machine: what shows an empty window in the kiosk's place. */
export const emptyWindow = '/srv/empty-window.asar';

/**
 * Starts the kiosk on `disk` and tries all of it; `machineOf` are `KioskMachine`'s options
 * and the printer's port; `cutsAfterMs` the milliseconds from a touch that takes a number to a power cut, each. Pictures are kept in
 * `pictures`. Last the disk is made one that shows an empty window.
 * Throws at the first thing that isn't as it must be.
 */
export async function tryKiosk(disk, pictures, { printerPort, cutsAfterMs, ...machineOf }) {
  mkdirSync(pictures, { recursive: true });
  const printer = new FakePrinter(printerPort);
  let machine;
  const switchOn = async () => {
    machine = new KioskMachine(disk, machineOf);
    await machine.plugAll();
    return untilKiosk(machine);
  };
  try {
    const start = await switchOn();
    console.log(`the kiosk's page is there ${start.words}`);
    await keepPictures(machine, pictures, 'start');
    console.log(await machine.reportOf('antre-kiosk.service'));
    if (machine.screens > 1) await trySecondScreen(machine, pictures);
    await tryKeys(machine);
    await takeNumber(machine, printer);
    await machine.photograph(join(pictures, 'first-ticket.png'));
    console.log(`first ticket: ${printer.numbers.join()}`);
    await tryPowerCuts({ machine: () => machine, switchOn, printer, cutsAfterMs });
    console.log(
      await machine.run('journalctl -t antre-kiosk --no-pager | grep -c "could not be counted" || true'),
    );
    await machine.run(showEmptyWindow(emptyWindow));
    await machine.end();
    machine = new KioskMachine(disk, machineOf);
    await machine.plugAll();
    await machine.untilShown(isEmptyWindow, 'an empty window', { seconds: machine.isFast ? 300 : 1800 });
    const empty = await momentOf(machine);
    console.log(
      `the same with an empty window ${empty.words}: the kiosk takes ${(start.own / empty.own).toFixed(2)} times as long`,
    );
  } catch (error) {
    await keepPictures(machine, pictures, 'failed').catch(() => {});
    throw error;
  } finally {
    printer.close();
    await machine?.end();
  }
}

/** Starts a stick with the kiosk, takes a number, and looks where its data lie. */
export async function tryStick(stick, pictures, { printerPort, ...machineOf }) {
  mkdirSync(pictures, { recursive: true });
  const printer = new FakePrinter(printerPort);
  const machine = new KioskMachine(stick, machineOf);
  try {
    await machine.plugAll();
    console.log(`the kiosk's page is there ${(await untilKiosk(machine)).words}`);
    await keepPictures(machine, pictures, 'start');
    console.log(await machine.reportOf('antre-kiosk.service'));
    await takeNumber(machine, printer);
    console.log(`on paper ${printer.numbers.join()}; in the database ${await machine.run(databaseNumbers)}`);
    console.log(await machine.run('findmnt --noheadings --real; lsblk --output NAME,SIZE,PARTLABEL,FSTYPE'));
    await machine.run('sync');
  } catch (error) {
    await keepPictures(machine, pictures, 'failed').catch(() => {});
    throw error;
  } finally {
    printer.close();
    await machine.end();
  }
}

/** Resolves once the kiosk's page is drawn; says after how long, by the machine's own clock. */
async function untilKiosk(machine) {
  await machine.untilShown(isPage, "the kiosk's page", { seconds: machine.isFast ? 300 : 1800 });
  const moment = await momentOf(machine);
  await machine.untilStill();
  return moment;
}

async function keepPictures(machine, pictures, name) {
  for (let head = 0; head < machine.screens; head += 1) {
    console.log(await machine.photograph(join(pictures, `${name}-${head + 1}.png`), head));
  }
}

/** Keys that lead out of other sessions. */
async function tryKeys(machine) {
  const before = await machine.look();
  for (const keys of [
    ['ctrl', 'alt', 'f2'],
    ['ctrl', 'alt', 'backspace'],
    ['alt', 'f4'],
    ['ctrl', 'q'],
    ['meta_l', 'd'],
  ]) {
    await machine.press(...keys);
    await wait(machine.isFast ? 1500 : 8000);
  }
  const terminal = await machine.run('cat /sys/class/tty/tty0/active');
  const after = await machine.look();
  const changed = difference(before, after);
  console.log(`after the keys that lead out of other sessions: ${terminal}, ${percent(changed)} changed`);
  // On a slow machine the page's typeface may come meanwhile.
  if (terminal !== 'tty1' || !isPage(after)) throw new Error('Keys led out of the kiosk');
}

/** The lobby's screen is switched off in the evening, and on again. */
async function trySecondScreen(machine, pictures) {
  await untilLobby(machine);
  await keepPictures(machine, pictures, 'both');
  await machine.unplug(1);
  await machine.untilShown((now) => coloursIn(now) < manyColours, 'nothing', { head: 1 });
  await machine.plug(1);
  await untilLobby(machine);
  await keepPictures(machine, pictures, 'again');
}

/** The lobby's page has colours, and never stands still. */
async function untilLobby(machine) {
  await machine.untilShown((now) => coloursIn(now) > manyColours, 'the lobby', { head: 1 });
  console.log(`the second screen shows the lobby ${(await momentOf(machine)).words}`);
}

/** Now, in seconds since the machine was switched on: by its own clock, and by ours. */
async function momentOf(machine) {
  const ours = machine.seconds;
  const own = Number(await machine.run("cut -d' ' -f1 /proc/uptime"));
  return { own, words: `after ${own.toFixed(1)} s of its own clock (${ours.toFixed(0)} s of ours)` };
}

/** Touches the three buttons; resolves once the paper came out. */
async function takeNumber(machine, printer) {
  const count = printer.papers.length;
  await touchThrough(machine);
  const before = await machine.look();
  await machine.touch(buttons.take);
  await printer.until(count + 1, machine.isFast ? 30 : 600);
  await machine.untilShown((now) => difference(before, now) > 0.3, 'the number');
}

async function touchThrough(machine) {
  for (const button of [buttons.counter, buttons.service]) {
    const before = await machine.look();
    await machine.touch(button);
    await machine.untilShown((now) => difference(before, now) > 0.005, 'the next step');
    await machine.untilStill();
  }
}

/** Power cuts while a number is taken, and while a copy is made: what is on paper is in the hall's database, once. */
async function tryPowerCuts({ machine, switchOn, printer, cutsAfterMs }) {
  for (const afterMs of cutsAfterMs) {
    await machine().touch(buttons.done);
    await machine().untilShown(isPage, "the kiosk's page again");
    await touchThrough(machine());
    await machine().touch(buttons.take);
    await wait(afterMs);
    await machine().end();
    console.log(`cut ${afterMs} ms after the touch; up again ${(await switchOn()).words}`);
    await takeNumber(machine(), printer);
    await compare(machine(), printer);
  }
  const copying = machine().run('antre backup');
  await wait(machine().isFast ? 300 : 3000);
  await machine().end();
  await copying.catch(() => {});
  console.log(`cut while a copy was made; up again ${(await switchOn()).words}`);
  await takeNumber(machine(), printer);
  await compare(machine(), printer);
  console.log(await machine().run('antre backup; ls -l /var/lib/antre/backups'));
}

/** The papers that came out, against the database. */
async function compare(machine, printer) {
  const numbers = (await machine.run(databaseNumbers)).split(' ');
  const once = printer.numbers.filter((number) => !number.endsWith('SALINAN'));
  console.log(`on paper ${printer.numbers.join(' ')}; in the database ${numbers.join(' ')}`);
  if (new Set(once).size !== once.length) throw new Error('A number came out twice');
  const lost = printer.numbers.map((number) => number.slice(0, 5)).filter((each) => !numbers.includes(each));
  if (lost.length > 0) throw new Error(`On paper only: ${lost.join(' ')}`);
  if (numbers.some((number, at) => number !== `A-${String(at + 1).padStart(3, '0')}`))
    throw new Error('The numbers do not go on');
}

const databaseNumbers = `addon=$(find /usr/lib/antre/electron/resources -path '*unpacked/node_modules/better-sqlite3' -type d)
runuser -u antre -- /usr/lib/antre/node -e "
  const database = new (require('$addon'))('/var/lib/antre/antre.sqlite', { readonly: true });
  const rows = database.prepare('SELECT prefix, sequence FROM tickets ORDER BY prefix, sequence').all();
  console.log(rows.map(({ prefix, sequence }) => prefix + '-' + String(sequence).padStart(3, '0')).join(' '));"`;

function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}
