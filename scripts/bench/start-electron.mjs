import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { heapFlags } from '../heap-flags.cjs';
import { environmentFor, ownMegabytes, residentMegabytes, soon } from './run-headless.mjs';

const emptyWindow = 'scripts/bench/floors/empty-window.cjs';

/** Starts the kiosk; returns the milliseconds until its tiles can be touched and the memory of its main process then. */
export function startKiosk(program, dataDir) {
  return startWindow(program, '.', environmentFor(dataDir, {}), (url) => url.endsWith('/kiosk'));
}

/** The same of an empty window, with the same flags. */
export function startEmptyWindow(program, dataDir) {
  const environment = { ...environmentFor(dataDir, {}), EMPTY_WINDOW_DATA: dataDir };
  return startWindow(program, emptyWindow, environment, (url) => url.startsWith('data:'));
}

async function startWindow(program, entry, env, isPage) {
  const port = await freePort();
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const startedAt = performance.now();
  const child = spawn(
    program,
    [`--js-flags=${heapFlags.join(' ')}`, entry, `--remote-debugging-port=${port}`, ...sandbox],
    // It is measured by a door that is otherwise shut.
    { env: { ...env, ANTRE_ALLOW_DEBUGGING: '1' }, stdio: 'ignore' },
  );
  let usable = false;
  while (!usable) {
    if (child.exitCode !== null)
      throw new Error(`Electron ended with ${child.exitCode} before it showed its page`);
    usable = await hasTiles(port, isPage);
    await soon();
  }
  const usableMs = performance.now() - startedAt;
  const megabytes = residentMegabytes(child.pid);
  const own = ownMegabytes(child.pid);
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
  return { usableMs, megabytes, own };
}

/**
 * Whether the page shows what can be pressed. Asked by the debugging protocol itself: Playwright never connects to a
 * running Electron as old as the one that Antre is tested on.
 */
async function hasTiles(port, isPage) {
  const pages = await fetch(`http://127.0.0.1:${port}/json/list`).then(
    (answer) => answer.json(),
    () => [],
  );
  const address = pages.find(({ url }) => isPage(url))?.webSocketDebuggerUrl;
  if (!address) return false;
  const line = new WebSocket(address);
  await new Promise((resolve, reject) => {
    line.onopen = resolve;
    line.onerror = () => reject(new Error(`the page can't be asked at ${address}`));
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
export async function startDisplay() {
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
