// Required before a program: its clock shows a time that was RECORD_DAYS_BACK days ago, on a machine that was started another time then.
const fs = require('node:fs');

const daysBack = Number(process.env.RECORD_DAYS_BACK);
const backMs = daysBack * 86_400_000;
const { now } = Date;
const Plain = Date;

globalThis.Date = class extends Plain {
  constructor(...given) {
    if (given.length === 0) super(now() - backMs);
    else super(...given);
  }

  static now() {
    return now() - backMs;
  }
};

const { readFileSync } = fs;
fs.readFileSync = (file, ...how) =>
  file === '/proc/sys/kernel/random/boot_id' && daysBack > 0
    ? `00000000-0000-0000-0000-${String(daysBack).padStart(12, '0')}\n`
    : readFileSync(file, ...how);
