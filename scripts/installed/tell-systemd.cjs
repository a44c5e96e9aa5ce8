// Node has no datagram sockets of Unix, by which systemd is told; its own program has.
const { spawn } = require('node:child_process');

/** Tells systemd the state of this service (`--ready`, `WATCHDOG=1`); nothing where it was not started by it. */
function tellSystemd(state) {
  if (!process.env.NOTIFY_SOCKET) return;
  // That it is not there is seen by systemd, which waits in vain and says so.
  spawn('systemd-notify', [state], { stdio: 'ignore' }).on('error', () => {});
}

/** Proves to systemd that this process still turns, twice in the time that the unit allows (`WatchdogSec`). */
function keepTellingSystemd() {
  const allowedMs = Number(process.env.WATCHDOG_USEC) / 1000;
  if (allowedMs > 0) setInterval(() => tellSystemd('WATCHDOG=1'), allowedMs / 2);
}

module.exports = { tellSystemd, keepTellingSystemd };
