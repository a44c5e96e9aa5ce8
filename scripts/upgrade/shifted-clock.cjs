// Required before a program: its clock shows a time that was RECORD_DAYS_BACK days ago.
const backMs = Number(process.env.RECORD_DAYS_BACK) * 86_400_000;
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
