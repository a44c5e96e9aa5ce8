// Runs an installed Antre and watches over it, as scripts/start.cjs does in a clone. Node's built-ins only.
const { join } = require('node:path');
const { heapFlags } = require('../heap-flags.cjs');
const { supervise } = require('../supervise.cjs');
const { keepTellingSystemd, tellSystemd } = require('./tell-systemd.cjs');

/** The installed folder: `scripts` lies in it, and `app` or `electron` beside. */
const root = join(__dirname, '../..');

/**
 * Runs a program of the installed folder with Node's or Electron's limits until it ends on purpose or can't start, and
 * ends this process with it. `commandFor` is that of scripts/supervise.cjs without its options.
 */
function watchInstalled(commandFor, runs) {
  const options = {
    cwd: root,
    // Its heavy work is done on plain Node (electron/heavy/), which is the one that runs this.
    env: { ...process.env, ANTRE_WATCHED: '1', ANTRE_NODE: process.execPath },
  };
  const watched = supervise({
    commandFor: (how) => ({ ...commandFor(how), options }),
    runs,
    onWords: (words) => process.stderr.write(words),
    onStarted: () => tellSystemd('--ready'),
    onEnd: ({ status }) => process.exit(status),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => watched.stop());
  keepTellingSystemd();
}

module.exports = { heapFlags, root, watchInstalled };
