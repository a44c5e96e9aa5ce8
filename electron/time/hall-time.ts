import type { ClockDoubt, HallClock, MachineClock } from '../clock';
import type { Log } from '../log';
import {
  agree,
  type Judgement,
  judgeAtStart,
  judgeByEvidence,
  judgeRunning,
  type KeptTime,
  majority,
} from '../queue/clock-judgement';
import { formatEpochDay, localEpochDay, startOfDay } from '../queue/local-day';
import { businessDateAt, newestNumberedDate } from '../store/business-date';
import { keepTime, readKeptTime } from '../store/kept-time';
import type { Store } from '../store/store';

/** What another machine told of its clock is worth so long. */
const heardFor = 10 * 60_000;
const machinesKept = 64;
/** A followed correction of more is written down at once: else the next start would see many of them as one jump. */
const correction = 60_000;
/** The time is written down, and what stays in doubt is looked at anew, so often. */
const lookEvery = 60;

interface Parts {
  readonly machine: MachineClock;
  readonly store: Store;
  readonly timezone: () => string;
  readonly log: Log;
}

/**
 * The hall's time: the computer's clock as long as nothing speaks against it, else what has passed since it was sure. Every
 * part asks `now()`; the rules are in `queue/clock-judgement.ts`.
 */
export class HallTime implements HallClock {
  readonly #parts: Parts;
  readonly #isNew: boolean;
  #judged: Judgement;
  /** The stopwatch as `#judged` was sure, and what the machine had slept by then. */
  #passed: number;
  #slept: number;
  #synchronised: boolean | null = null;
  /** An admin said that the others are wrong; until they agree again. */
  #othersAreWrong = false;
  /** By how much each machine's clock was ahead of the stopwatch, and when that was told. */
  readonly #others = new Map<string, { readonly ahead: number; readonly passed: number }>();
  #ticks = 0;

  /** Judges the clock by what the store kept. */
  constructor(parts: Parts) {
    this.#parts = parts;
    const { machine, store } = parts;
    const kept = readKeptTime(store);
    this.#isNew = kept === null;
    this.#passed = machine.passed();
    this.#slept = this.#sleptByNow();
    this.#judged = judgeAtStart(kept, {
      wall: machine.wall(),
      boot: machine.boot,
      uptime: machine.uptime(),
    });
    this.#tell();
  }

  now(): number {
    const { machine } = this.#parts;
    const wall = machine.wall();
    let passed = machine.passed() - this.#passed;
    if (this.#judged.standing !== 'followed' || !agree(wall, this.#judged.moment + passed)) {
      // The stopwatch stands still while the machine sleeps.
      passed += this.#sleptByNow() - this.#slept;
    }
    const { standing, moment } = this.#judged;
    if (standing === 'followed' && Math.abs(wall - moment - passed) > correction) this.#ticks = 0;
    const judged = judgeRunning({ standing, moment: moment + passed }, wall, this.#isNew);
    if (judged.standing === 'followed' || judged.standing !== standing) this.#set(judged);
    // For how long it was off isn't known: no new date is begun.
    return judged.standing === 'unknown' ? Math.min(judged.moment, this.#endOfDate(moment)) : judged.moment;
  }

  computer(): number {
    return this.#parts.machine.wall();
  }

  doubt(): ClockDoubt | null {
    const now = this.now();
    const others = this.#majority();
    const { standing } = this.#judged;
    const differ = standing === 'followed' && others !== null && !agree(others, now);
    if (!differ) this.#othersAreWrong = false;
    const kind = standing !== 'followed' ? standing : differ && !this.#othersAreWrong ? 'others' : null;
    return kind && { kind, computer: this.computer(), others, synchronised: this.#synchronised };
  }

  heard(machine: string, moment: number): void {
    const passed = this.#parts.machine.passed();
    this.#others.delete(machine);
    this.#others.set(machine, { ahead: moment - passed, passed });
    for (const [oldest] of this.#others) {
      if (this.#others.size <= machinesKept) break;
      this.#others.delete(oldest);
    }
    this.#weigh();
  }

  follow<Result>(act: () => Result): Result {
    const before = [this.#judged, this.#passed, this.#slept, this.#othersAreWrong] as const;
    this.#set({ standing: 'followed', moment: this.computer() });
    this.#othersAreWrong = true;
    try {
      return act();
    } catch (error) {
      [this.#judged, this.#passed, this.#slept, this.#othersAreWrong] = before;
      throw error;
    }
  }

  kept(): KeptTime {
    const { machine } = this.#parts;
    const moment = this.now();
    const ahead = this.#judged.standing === 'held' ? machine.wall() - moment : 0;
    return { moment, ahead, boot: machine.boot, uptime: machine.uptime() };
  }

  /** Looks at the clock; to be called each second. What it throws is for the log: the next second it is called again. */
  tick(): void {
    this.now();
    this.#ticks += 1;
    if (this.#ticks % lookEvery === 1) {
      this.keep();
      this.look().catch((error: unknown) =>
        this.#parts.log.error({ err: error }, 'the clock could not be judged'),
      );
    }
  }

  /** Writes the time down; not while it is unknown, so that nothing is forgotten of when it was known. */
  keep(): void {
    const kept = this.kept();
    if (this.#judged.standing === 'unknown') return;
    this.#slept = this.#judged.standing === 'followed' ? this.#sleptByNow() : this.#slept;
    this.#parts.store.write((transaction) => keepTime(transaction, kept));
  }

  /** Asks the system whether a time server keeps the clock, where it is in doubt, and weighs it. */
  async look(): Promise<void> {
    if (this.doubt() === null) return;
    this.#synchronised = await this.#parts.machine.synchronised();
    this.#weigh();
  }

  #weigh(): void {
    const moment = this.now();
    const { standing } = this.#judged;
    if (standing === 'followed') return;
    const { store, timezone } = this.#parts;
    const wall = this.computer();
    const newest = newestNumberedDate(store);
    const judged = judgeByEvidence({ standing, moment }, wall, {
      synchronised: this.#synchronised,
      others: this.#majority(),
      mayFollow: newest === null || formatEpochDay(localEpochDay(wall, timezone())) >= newest,
    });
    if (judged.standing !== standing) this.#set(judged);
  }

  #set(judged: Judgement): void {
    const changed = judged.standing !== this.#judged.standing;
    this.#passed = this.#parts.machine.passed();
    // To ask for it takes longer than everything else here; while the clock is followed, `keep` does, now and then.
    if (changed) this.#slept = this.#sleptByNow();
    this.#judged = judged;
    if (!changed) return;
    this.#synchronised = null;
    // Not looked at and written down here: somebody's transaction may be under way.
    this.#ticks = 0;
    this.#tell();
  }

  #tell(): void {
    const { standing, moment } = this.#judged;
    const computer = new Date(this.computer()).toISOString();
    const hall = new Date(moment).toISOString();
    if (standing !== 'followed') {
      this.#parts.log.warn({ standing, computer, hall }, "the computer's clock is in doubt");
    } else this.#parts.log.info({ computer }, "the hall follows the computer's clock");
  }

  #majority(): number | null {
    const passed = this.#parts.machine.passed();
    const heard = [...this.#others.values()].filter((each) => passed - each.passed <= heardFor);
    return majority(heard.map(({ ahead }) => ahead + passed));
  }

  #sleptByNow(): number {
    const { machine } = this.#parts;
    return machine.uptime() - machine.passed();
  }

  #endOfDate(moment: number): number {
    const zone = this.#parts.timezone();
    return startOfDay(formatEpochDay(localEpochDay(moment, zone) + 1), zone) - 1;
  }
}

/** Whether days may be ended, summed, copied and forgotten by the present date: it hangs on no clock in doubt. */
export function isDateSure(store: Store, clock: HallClock, timezone: string): boolean {
  const kind = clock.doubt()?.kind;
  if (kind === 'unknown' || kind === 'others') return false;
  const now = clock.now();
  return businessDateAt(store, now, timezone) === formatEpochDay(localEpochDay(now, timezone));
}
