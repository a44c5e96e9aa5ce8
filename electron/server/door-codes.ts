import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock';
import type { DoorCode } from '../contract/joining';
import { Refusal } from '../queue/refusal';

/** A screen at the door shows each code for so long. */
const shownMs = 60_000;
/** From when it was first shown: time to walk from the door to a seat, and to choose. */
const goodMs = 5 * 60_000;
/** So many numbers come by one code: more than people who walk in within its minute. */
const numbersEach = 12;
/** So many come by one address in the time that a code is good: phones of one network may share theirs. */
const numbersByAddress = 6;

interface Shown {
  readonly code: string;
  readonly since: number;
  numbers: number;
}

/**
 * The codes that screens at the door show: a new one each minute, the same on all screens, each valid for five minutes, so
 * that only visitors who are there have one. They are kept in memory alone: after a restart the door shows another. They
 * limit what phones may take, by code (that is, by minute) and by address.
 */
export class DoorCodes {
  readonly #clock: Pick<Clock, 'now'>;
  /** The oldest first. */
  #shown: Shown[] = [];
  /** When each address took its numbers. */
  readonly #byAddress = new Map<string, number[]>();

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  /** The code to be shown now; another one where its minute is over. */
  show(): { readonly code: string } & Pick<DoorCode, 'renewIn' | 'goodFor'> {
    const now = this.#forgetOld();
    let newest = this.#shown.at(-1);
    if (!newest || now >= newest.since + shownMs) {
      newest = { code: randomBytes(12).toString('base64url'), since: now, numbers: 0 };
      this.#shown.push(newest);
    }
    const { code, since } = newest;
    return { code, renewIn: secondsUntil(since + shownMs, now), goodFor: secondsUntil(since + goodMs, now) };
  }

  /** Seconds for which a code is good from now on. Refuses `door_code_old`. */
  goodFor(code: string): number {
    const now = this.#forgetOld();
    return secondsUntil(this.#find(code).since + goodMs, now);
  }

  /**
   * Counts a number that an address takes by a code. Returns how it is given back where none was given after all (once;
   * later calls do nothing). Refuses `door_code_old`, and `joining_crowded` where the code or the address has had its numbers.
   */
  take(code: string, address: string): () => void {
    const now = this.#forgetOld();
    const shown = this.#find(code);
    const own = this.#byAddress.get(address) ?? [];
    if (shown.numbers >= numbersEach || own.length >= numbersByAddress) throw new Refusal('joining_crowded');
    shown.numbers += 1;
    this.#byAddress.set(address, [...own, now]);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      shown.numbers -= 1;
      const moments = this.#byAddress.get(address) ?? [];
      const given = moments.indexOf(now);
      this.#byAddress.set(
        address,
        moments.filter((_moment, at) => at !== given),
      );
    };
  }

  #find(code: string): Shown {
    const found = this.#shown.find((each) => each.code === code);
    if (!found) throw new Refusal('door_code_old');
    return found;
  }

  /** Also what a clock that was put back would keep good for ever. Returns the moment. */
  #forgetOld(): number {
    const now = this.#clock.now();
    const isYoung = (since: number) => since <= now && now < since + goodMs;
    this.#shown = this.#shown.filter(({ since }) => isYoung(since));
    for (const [address, moments] of this.#byAddress) {
      const left = moments.filter(isYoung);
      if (left.length === 0) this.#byAddress.delete(address);
      else this.#byAddress.set(address, left);
    }
    return now;
  }
}

function secondsUntil(moment: number, now: number): number {
  return Math.max(0, Math.ceil((moment - now) / 1000));
}
