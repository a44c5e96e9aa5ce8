import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import type { KeptTime } from './queue/clock-judgement';

/** Where every part gets the time from, so that tests can move it. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z: the hall's time. */
  now(): number;
}

/** Why the computer's clock isn't simply believed. */
export interface ClockDoubt {
  /**
   * `held`: it jumped, and the hall goes on by the time that passed. `unknown`: it shows what can't be, and for how long the
   * machine was off is unknown. `others`: most of the hall's other machines show another time.
   */
  readonly kind: 'held' | 'unknown' | 'others';
  /** What the computer shows; the hall's time is `now()`. */
  readonly computer: number;
  /** What most of the hall's other machines show, or null. */
  readonly others: number | null;
  readonly synchronised: boolean | null;
}

/** The hall's time, judged. */
export interface HallClock extends Clock {
  /** Null where nothing speaks against the computer's clock. */
  doubt(): ClockDoubt | null;
  /** What the computer shows, believed or not. */
  computer(): number;
  /** Another machine of the hall, of proven people or devices, tells what its clock shows. */
  heard(machine: string, moment: number): void;
  /**
   * An admin's word: from now on the hall follows the computer's clock. `act` writes down what hangs on it, together with the
   * new time (`kept`); where it throws, nothing is changed.
   */
  follow<Result>(act: () => Result): Result;
  /** What is to be written of the time: the next start judges by it. */
  kept(): KeptTime;
}

/** The computer's clock and what is known of it. All in whole milliseconds: moments made of them are kept as such. */
export interface MachineClock {
  /** What the computer shows, since 1970-01-01T00:00Z; people and programs set it. */
  wall(): number;
  /** What passed since some moment, whatever the clock is set to; sleep may be left out. */
  passed(): number;
  /** What passed since the machine was switched on, sleep counted. */
  uptime(): number;
  /** Which start of the machine this is, or null where the system doesn't tell. */
  readonly boot: string | null;
  /** Whether the system says that a time server keeps its clock; null: it doesn't tell. Never rejects. */
  synchronised(): Promise<boolean | null>;
}

export const machineClock: MachineClock = {
  wall: () => Date.now(),
  passed: () => Math.floor(performance.now()),
  uptime: () => Math.floor(uptime() * 1000),
  boot: bootOfLinux(),
  synchronised: () =>
    new Promise((resolve) => {
      if (process.platform !== 'linux') resolve(null);
      else {
        const question = ['show', '--property=NTPSynchronized', '--value'];
        execFile('timedatectl', question, { timeout: 5_000 }, (error, output) => {
          const told = output.trim();
          resolve(error || (told !== 'yes' && told !== 'no') ? null : told === 'yes');
        });
      }
    }),
};

function bootOfLinux(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}
