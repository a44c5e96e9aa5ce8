// Watches over Antre's main process from outside: one that died, hangs or grew past its memory is started again,
// with growing pauses, and why is kept in its data directory. The process tells its side by electron/process/watcher.ts.
// Node's built-ins only, from Node 18 on.
const { spawn } = require('node:child_process');
const http = require('node:http');
const https = require('node:https');
const { keepRestart } = require('./kept-restarts.cjs');
const { Patience } = require('./patience.cjs');

/** Exit statuses of electron/process/exit-statuses.ts. */
const exits = { mayPass: 75, cannotStart: 78, startAgain: 85, startAgainWithoutGraphics: 86 };
/** Signals by which somebody ends a process on purpose; the second is Windows' status for Ctrl C. */
const askedToEnd = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const windowsControlC = 0xc000013a;
const lastWordsMs = 2000;

const defaultLimits = {
  /** Seconds without a turn of its event loop; while it starts it may have a large database to convert. */
  hang: 30,
  start: 600,
  /** Seconds in which its loop turns, but its server answers nobody. */
  unanswered: 120,
  /** Of memory in use, for so many seconds; V8's own heap is bounded far below. */
  memoryBytes: 1024 * 1024 * 1024,
  memorySeconds: 30,
  /** Seconds to end by itself when asked to. */
  stop: 20,
  firstPause: 1,
  longestPause: 30,
  /** A process that ran so many seconds was well: the pauses begin anew. */
  well: 60,
};

/**
 * Runs a program and keeps it running until it ends on purpose, can't start, or `stop` is called.
 * `commandFor({withoutGraphics})` gives `{program, parameters, options}` of each start; `runs(words)` tells whether what
 * it wrote proves that it runs here, besides its own word; `onWords` hears what it writes to its error output, `onStarted`
 * that its parts run.
 * `onEnd` gets `{status, words, everRan}`, 0 for an end on purpose. Returns `{stop}`.
 */
function supervise({ commandFor, runs = () => false, onWords, onStarted = () => {}, onEnd }, limits = {}) {
  const limit = { ...defaultLimits, ...limits };
  let pause = limit.firstPause;
  let everRan = false;
  let withoutGraphics = false;
  let stopping = false;
  let waiting;
  let current;
  let dataDir = null;
  let lastWords = '';

  run();
  return { stop };

  function run() {
    waiting = undefined;
    const began = Date.now();
    const { program, parameters, options } = commandFor({ withoutGraphics });
    let words = '';
    let told = '';
    let verdict;
    let ended = false;
    const child = spawn(program, parameters, { ...options, stdio: ['ignore', 'inherit', 'pipe', 'ipc'] });
    current = child;
    const watch = watchOver(limit, (reason) => {
      verdict ??= { reason, detail: '' };
      if (reason === 'memory') endBy(child, limit.stop);
      else child.kill('SIGKILL');
    });
    child.stderr.on('data', (chunk) => {
      words = (words + chunk).slice(-4000);
      if (runs(words)) everRan = true;
      onWords(String(chunk));
    });
    child.on('message', (message) => {
      if (message.kind === 'starting') dataDir = message.dataDir;
      if (message.kind === 'started') {
        everRan = true;
        onStarted();
      }
      if (message.kind === 'crashed') told = message.error;
      watch.heard(message);
    });
    child.on('error', (error) => {
      words += error.message;
      if (child.pid === undefined) over(null, null);
    });
    child.on('close', over);
    // Processes of its own that outlive it for a moment may hold its output open.
    child.on('exit', (status, signal) => setTimeout(over, lastWordsMs, status, signal));

    function over(status, signal) {
      if (ended) return;
      ended = true;
      watch.end();
      current = undefined;
      const onPurpose =
        stopping || (!verdict && (status === 0 || status === windowsControlC || askedToEnd.includes(signal)));
      if (onPurpose) return onEnd({ status: 0, words, everRan });
      if (status === exits.cannotStart || (!everRan && !signal && !verdict && !isAgain(status))) {
        return onEnd({ status: status ?? 1, words, everRan });
      }
      if (status === exits.startAgainWithoutGraphics) withoutGraphics = true;
      const restart = verdict ?? why(status, signal, words, told);
      restart.error = told || lastError(words);
      noteRestart(restart, status);
      if ((Date.now() - began) / 1000 > limit.well) pause = limit.firstPause;
      waiting = setTimeout(run, pause * 1000);
      pause = Math.min(pause * 2, limit.longestPause);
    }
  }

  function noteRestart(restart, status) {
    // What may pass has said itself why, and says it once.
    const said = `${restart.reason} ${restart.detail} ${restart.error}`;
    if (status !== exits.mayPass || said !== lastWords) {
      console.error(`Antre ended (${describe(restart)}); it is started again.`);
      if (dataDir) keepRestart(dataDir, { at: Date.now(), ...restart });
    }
    lastWords = said;
  }

  /** Ends the program as somebody who wants it to: it tidies up, or is ended after its time. */
  function stop() {
    stopping = true;
    clearTimeout(waiting);
    if (current) endBy(current, limit.stop);
    else onEnd({ status: 0, words: '', everRan });
  }
}

/** Asks a process to end, and ends it where it doesn't. */
function endBy(child, seconds) {
  if (child.connected) child.send({ kind: 'stop' }, () => {});
  else child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
  child.once('exit', () => clearTimeout(late));
}

/** Judges a process once a second by what it tells of itself and by whether its server answers. */
function watchOver(limit, onFault) {
  const starting = new Patience(limit.start);
  const turning = new Patience(limit.hang);
  const answering = new Patience(limit.unanswered);
  let started = false;
  let address;
  let asked;
  let heavySeconds = 0;
  const everySecond = setInterval(() => {
    const loop = started ? turning : starting;
    if (loop.secondPassed()) onFault('hang');
    else if (address && answering.secondPassed()) onFault('unanswered');
    else if (heavySeconds > limit.memorySeconds) onFault('memory');
    if (address && !asked) ask();
  }, 1000);

  function ask() {
    asked = (address.startsWith('https:') ? https : http)
      // It is our own process at our own machine; its certificate may be for another name.
      .get(`${address}/healthz`, { agent: false, rejectUnauthorized: false, timeout: 60_000 }, (answer) => {
        answering.heard();
        answer.resume();
        answer.on('close', pauseAsking);
      })
      .on('timeout', () => asked?.destroy())
      .on('error', pauseAsking);
  }
  function pauseAsking() {
    setTimeout(() => {
      asked = undefined;
    }, 5000).unref();
  }

  return {
    heard(message) {
      if (message.kind === 'alive') {
        starting.heard();
        turning.heard();
        // Beats that waited in line come together: they are one second.
        heavySeconds = message.memoryBytes > limit.memoryBytes ? heavySeconds + 1 : 0;
      }
      if (message.kind === 'started') {
        started = true;
        address = message.url ?? undefined;
      }
    },
    end() {
      clearInterval(everySecond);
      asked?.destroy();
    },
  };
}

function isAgain(status) {
  return status === exits.startAgain || status === exits.startAgainWithoutGraphics;
}

function why(status, signal, words, told) {
  if (/heap out of memory/.test(words)) return { reason: 'memory', detail: signal ?? `status ${status}` };
  if (told) return { reason: 'crash', detail: '' };
  if (status === exits.startAgainWithoutGraphics) return { reason: 'graphics', detail: '' };
  if (status === exits.mayPass) return { reason: 'start', detail: '' };
  return { reason: 'ended', detail: signal ?? `status ${status}` };
}

/** The last line of what it wrote that tells of an error. */
function lastError(words) {
  const lines = words.split(/\r?\n/).filter((line) => /error|fatal|exception/i.test(line));
  return lines.at(-1)?.trim() ?? '';
}

function describe({ reason, detail, error }) {
  return [reason, detail, error].filter(Boolean).join(', ');
}

module.exports = { supervise };
