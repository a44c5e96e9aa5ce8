import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { findElectron } from '../find-electron.cjs';
import { heapFlags } from '../prepare.cjs';
import {
  benchFolder,
  environmentFor,
  median,
  ownMegabytes,
  residentMegabytes,
  runHeadless,
  soon,
} from './run-headless.mjs';

const times = 10;

/**
 * From the start of the process to a server that answers, and to a kiosk whose tiles can be touched: medians of ten
 * new processes. The disk's cache is warm: emptying it takes root, and a kiosk's own start follows the system's.
 */
export async function benchStartUp() {
  const server = [];
  const dataDir = benchFolder();
  for (let time = 0; time < times; time += 1) {
    const antre = await runHeadless({}, dataDir);
    server.push(antre.startedMs);
    await antre.stop();
  }
  const rows = [
    {
      what: 'start to server ready, headless (median of 10)',
      figure: `${Math.round(median(server))} ms`,
      budget: '≤ 1000 ms',
      value: median(server),
      better: 'lower',
      within: median(server) <= 1_000,
    },
  ];
  const electron = findElectron({ download: false });
  const display = process.env.DISPLAY ? undefined : await startDisplay();
  if (!electron.path || display === null) {
    const why = electron.why ?? 'there is no display and no Xvfb here';
    rows.push({
      what: 'start to usable kiosk, Electron',
      figure: `not measured: ${why}`,
      budget: '≤ 3000 ms',
    });
    return rows;
  }
  const kiosk = [];
  const memory = [];
  const own = [];
  for (let time = 0; time < times; time += 1) {
    const { usableMs, mainMegabytes, ownMegabytes: mainsOwn } = await startKiosk(electron.path, dataDir);
    kiosk.push(usableMs);
    if (mainMegabytes !== null) memory.push(mainMegabytes);
    if (mainsOwn !== null) own.push(mainsOwn);
  }
  display?.kill();
  rows.push(
    {
      what: 'start to usable kiosk, Electron (median of 10)',
      figure: `${Math.round(median(kiosk))} ms (${Math.round(Math.min(...kiosk))} to ${Math.round(Math.max(...kiosk))})`,
      budget: '≤ 3000 ms',
      value: median(kiosk),
      better: 'lower',
      within: median(kiosk) <= 3_000,
    },
    {
      what: "memory, Electron's main process, kiosk shown",
      figure:
        memory.length > 0
          ? `${Math.round(median(memory))} MB, of which ${Math.round(median(own))} MB its own`
          : 'unknown here',
      budget: '≤ 200 MB',
      within: memory.length > 0 ? median(memory) <= 200 : undefined,
    },
  );
  return rows;
}

async function startKiosk(program, dataDir) {
  const port = await freePort();
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const startedAt = performance.now();
  const child = spawn(
    program,
    [`--js-flags=${heapFlags.join(' ')}`, '.', `--remote-debugging-port=${port}`, ...sandbox],
    {
      env: environmentFor(dataDir, {}),
      stdio: 'ignore',
    },
  );
  let usable = false;
  while (!usable) {
    if (child.exitCode !== null)
      throw new Error(`Electron ended with ${child.exitCode} before it showed the kiosk`);
    usable = await hasTiles(port);
    await soon();
  }
  const usableMs = performance.now() - startedAt;
  const mainMegabytes = residentMegabytes(child.pid);
  const own = ownMegabytes(child.pid);
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
  return { usableMs, mainMegabytes, ownMegabytes: own };
}

/**
 * Whether the kiosk page shows a tile. Asked by the debugging protocol itself: Playwright never connects to a
 * running Electron as old as the one that Antre is tested on.
 */
async function hasTiles(port) {
  const pages = await fetch(`http://127.0.0.1:${port}/json/list`).then(
    (answer) => answer.json(),
    () => [],
  );
  const address = pages.find((page) => page.url.endsWith('/kiosk'))?.webSocketDebuggerUrl;
  if (!address) return false;
  const line = new WebSocket(address);
  await new Promise((resolve, reject) => {
    line.onopen = resolve;
    line.onerror = () => reject(new Error(`the kiosk page can't be asked at ${address}`));
  });
  const expression = "document.querySelector('main button')?.checkVisibility() === true";
  line.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } }));
  const { data } = await new Promise((resolve) => {
    line.onmessage = resolve;
  });
  line.close();
  return JSON.parse(data).result?.result?.value === true;
}

/** A display of its own for the time of the bench; null where Xvfb is not installed. */
async function startDisplay() {
  if (spawnSync('which', ['Xvfb']).status !== 0) return null;
  // Xvfb writes the number of the display that it chose once clients may connect.
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1080x1920x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await once(xvfb.stdio[3], 'data');
  process.env.DISPLAY = `:${String(number).trim()}`;
  return xvfb;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
