// Loaded before the hall's program by `npm run soak` (NODE_OPTIONS): shifts the wall clock by what the file `shift` says,
// as a computer's clock that somebody set wrong, and writes once a second how the process is: its number, memory, and
// by how many milliseconds its event loop came too late.
const { appendFileSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

if (process.argv[1]?.endsWith('headless.cjs')) shiftClock(process.env.ANTRE_SOAK_FOLDER);

function shiftClock(folder) {
  const RealDate = Date;
  const realNow = RealDate.now;
  let shift = 0;
  const read = () => {
    const text = readFileSync(join(folder, 'shift'), 'utf8');
    // Being written just now.
    if (text !== '') shift = Number(text);
  };
  read();
  globalThis.Date = class ShiftedDate extends RealDate {
    constructor(...parts) {
      if (parts.length === 0) super(realNow() + shift);
      else super(...parts);
    }
    static now() {
      return realNow() + shift;
    }
  };
  setInterval(read, 50).unref();

  const every = 10;
  let delays = {};
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    const late = Math.max(0, Math.floor(now - last - every));
    delays[late] = (delays[late] ?? 0) + 1;
    last = now;
  }, every).unref();
  setInterval(() => {
    const { rss } = process.memoryUsage();
    appendFileSync(
      join(folder, 'process.jsonl'),
      `${JSON.stringify({ at: realNow(), pid: process.pid, rss, delays })}\n`,
    );
    delays = {};
  }, 1000).unref();
}
