// How long a process may say nothing before it counts as hung, in seconds of a machine that has time for it.
// Node's built-ins only, from Node 18 on.

const triedMs = 20;

/**
 * Returns the share of a processor, above 0 and at most 1, that a process gets which wants it just now: 20 ms of
 * work are timed. On a machine with twice as many busy processes as cores it is about a half.
 */
function processorShare() {
  const began = process.hrtime.bigint();
  const before = process.cpuUsage();
  let usedMs = 0;
  let wallMs = 0;
  while (usedMs < triedMs && wallMs < triedMs * 100) {
    const { user, system } = process.cpuUsage(before);
    usedMs = (user + system) / 1000;
    wallMs = Number(process.hrtime.bigint() - began) / 1e6;
  }
  return Math.min(1, Math.max(0.01, usedMs / wallMs));
}

/**
 * Counts the seconds of silence. It is asked once a second; a second in which this process itself stood still, since
 * the whole machine did, is counted at most once, and while other work takes the processor a second counts for the
 * share of it that was to be had.
 */
class Patience {
  #silence = 0;
  #seconds;
  #share;

  constructor(seconds, share = processorShare) {
    this.#seconds = seconds;
    this.#share = share;
  }

  /** A sign of life came. */
  heard() {
    this.#silence = 0;
  }

  /** A second went by. Returns whether there was silence for too long. */
  secondPassed() {
    // The machine is tried only where there is doubt.
    this.#silence += this.#silence < 3 ? 1 : this.#share();
    return this.#silence > this.#seconds;
  }
}

module.exports = { Patience, processorShare };
