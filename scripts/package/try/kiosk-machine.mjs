// A kiosk in QEMU, with screens that are plugged in and out, a printer, and somebody who touches it.
import { spawn } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { openScreenCable } from './screen-cable.mjs';
import { VirtualMachine } from './virtual-machine.mjs';

/** What is plugged in, from the kiosk's screen on. */
const sizes = [
  [1080, 1920],
  [1920, 1080],
];

/** A kiosk of the hardware that QEMU has: it is touched as by a tablet, whose surface is all screens side by side. */
export class KioskMachine extends VirtualMachine {
  #cables = [];

  /** Switches the kiosk on with so many screens. */
  constructor(disk, { screens, ...options }) {
    const cables = sizes.map((_size, head) => `${disk}.screen-${head}`);
    for (const cable of cables) rmSync(cable, { force: true });
    super(disk, {
      ...options,
      extra: [
        ...['-nic', 'user,model=virtio-net-pci', '-device', 'virtio-vga,id=video,max_outputs=2'],
        ...cables.flatMap((cable, head) => ['-vnc', `unix:${cable},display=video,head=${head}`]),
      ],
    });
    this.screens = screens;
    this.cables = cables;
  }

  /** This machine's printer is the fake one at a port, in the settings file of a kiosk. */
  static choosePrinter(settings, port) {
    appendFileSync(settings, `ANTRE_PRINTER=tcp://10.0.2.2:${port}\n`);
  }

  /** Plugs in the screens that it has. */
  async plugAll() {
    for (let head = 0; head < this.screens; head += 1) await this.plug(head);
  }

  async plug(head) {
    this.#cables[head] ??= await openScreenCable(this.cables[head]);
    await this.#cables[head](...sizes[head]);
  }

  async unplug(head) {
    await this.#cables[head]();
  }

  /** What a screen shows, as pixels. */
  async look(head = 0) {
    const bytes = readFileSync(await this.photograph(`${this.disk}.ppm`, head));
    const header = /^P6\n(\d+) (\d+)\n\d+\n/.exec(bytes.subarray(0, 40).toString('latin1'));
    return { width: Number(header[1]), height: Number(header[2]), pixels: bytes.subarray(header[0].length) };
  }

  /** Looks at a screen until it shows the same twice; returns that. */
  async untilStill(head = 0) {
    let before = await this.look(head);
    await this.untilShown(
      (now) => {
        const isStill = difference(before, now) < 0.001;
        before = now;
        return isStill;
      },
      'the same twice',
      { head },
    );
    return before;
  }

  /** Touches a place of the kiosk's screen, in pixels. */
  async touch([x, y]) {
    const plugged = sizes.slice(0, this.screens);
    const width = plugged.reduce((sum, [each]) => sum + each, 0);
    const height = Math.max(...plugged.map(([, each]) => each));
    await this.tap(x / width, y / height);
  }

  /** Looks at a screen until it shows what is asked for; returns the seconds since it was switched on. */
  async untilShown(isIt, what, { head = 0, seconds = this.isFast ? 60 : 900 } = {}) {
    const until = this.seconds + seconds;
    while (this.seconds < until) {
      const at = this.seconds;
      if (isIt(await this.look(head))) return at;
      await wait(400);
    }
    throw new Error(`Screen ${head + 1} did not show ${what}:\n${this.lastWords}`);
  }
}

/** Which share of the pixels two pictures differ in; everything where their sizes differ. */
export function difference(one, other) {
  if (one.pixels.length !== other.pixels.length) return 1;
  let different = 0;
  for (let at = 0; at < one.pixels.length; at += 3) {
    if (
      one.pixels[at] !== other.pixels[at] ||
      one.pixels[at + 1] !== other.pixels[at + 1] ||
      one.pixels[at + 2] !== other.pixels[at + 2]
    )
      different += 1;
  }
  return different / (one.pixels.length / 3);
}

/** The printer: what comes out of it as lines of text. */
export class FakePrinter {
  #child;
  #onPaper = () => {};
  papers = [];

  /** Waits for a kiosk at that port of this machine. */
  constructor(port) {
    this.#child = spawn(process.execPath, ['test/support/start-fake-printer.mjs', String(port)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    createInterface({ input: this.#child.stdout }).on('line', (line) => {
      const { lines } = JSON.parse(line);
      if (lines) this.papers.push(lines);
      this.#onPaper();
    });
  }

  /** Resolves once so many papers came out in all. */
  async until(count, seconds = 30) {
    const isThere = () => this.papers.length >= count;
    await Promise.race([
      new Promise((resolve) => {
        this.#onPaper = () => isThere() && resolve();
        this.#onPaper();
      }),
      wait(seconds * 1000, undefined, { ref: false }).then(() => {
        throw new Error(`Only ${this.papers.length} of ${count} papers came out`);
      }),
    ]);
  }

  /** The papers' numbers, SALINAN behind a copy's. */
  get numbers() {
    return this.papers.map((lines) => {
      const number = lines.map((line) => /^([A-Z]+-\d+) /.exec(line)?.[1]).find(Boolean) ?? '?';
      return lines.some((line) => line.startsWith('SALINAN')) ? `${number} SALINAN` : number;
    });
  }

  close() {
    this.#child.kill();
  }
}
