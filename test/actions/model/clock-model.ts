const minute = 60_000;
const day = 24 * 60 * minute;
const zoneAhead = 7 * 60 * minute;
/** Clocks that differ by no more are corrections, not jumps. */
export const little = 10 * minute;

/** The local day of a moment in the hall's zone, counted from 1970-01-01. */
export function dayOf(moment: number): number {
  return Math.floor((moment + zoneAhead) / day);
}

/** The moment at which a local day begins. */
export function startOf(localDay: number): number {
  return localDay * day - zoneAhead;
}

/** Three times that should be one: the true one, what the computer shows, and what the hall goes by. Milliseconds. */
export class ClockModel {
  truth: number;
  computer: number;
  hall: number;
  /** As `queue/clock-judgement.ts` names them. */
  standing: 'followed' | 'held' | 'unknown' = 'followed';
  /** Of an unknown time: what was last written of it, and the earliest that it can be. */
  #kept = 0;
  #earliest = 0;

  constructor(moment: number) {
    this.truth = moment;
    this.computer = moment;
    this.hall = moment;
  }

  /** By how much the hall's time is ahead of what the computer shows. */
  get ahead(): number {
    return this.hall - this.computer;
  }

  pass(milliseconds: number): void {
    this.truth += milliseconds;
    this.computer += milliseconds;
    this.hall += milliseconds;
    if (this.standing !== 'unknown') return;
    this.#earliest += milliseconds;
    this.hall = Math.min(this.hall, startOf(dayOf(this.#kept) + 1) - 1);
  }

  /** Somebody sets the computer's clock. */
  jump(by: number): void {
    this.computer += by;
    this.#judge();
  }

  /** Antre alone starts again; of an unknown time it knows only what was written. */
  restart(): void {
    if (this.standing !== 'unknown') return;
    this.hall = this.#kept;
    this.#earliest = this.#kept;
    this.#judge();
  }

  /** The machine is off for a while, after which its clock may show something else. */
  off(milliseconds: number, by: number): void {
    this.truth += milliseconds;
    this.computer += milliseconds + by;
    if (this.standing === 'held') this.hall += milliseconds;
    else if (this.#canBe(this.computer, this.hall)) this.hall = this.computer;
    else {
      this.standing = 'unknown';
      this.#kept = this.hall;
      this.#earliest = this.hall;
    }
  }

  /** An admin's word. */
  confirm(): void {
    this.hall = this.computer;
    this.standing = 'followed';
  }

  #judge(): void {
    const isRight =
      this.standing === 'unknown'
        ? this.#canBe(this.computer, this.#earliest)
        : Math.abs(this.ahead) <= little;
    if (isRight) this.confirm();
    else if (this.standing === 'followed') this.standing = 'held';
  }

  #canBe(moment: number, since: number): boolean {
    return moment >= since - little && moment <= since + 14 * day;
  }
}
