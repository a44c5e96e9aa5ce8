import { findElectron } from '../find-electron.cjs';
import { benchFolder, median, runHeadless } from './run-headless.mjs';
import { startDisplay, startEmptyWindow, startKiosk } from './start-electron.mjs';

const times = 10;

/**
 * From the start of the process to a server that answers, and to a kiosk whose tiles can be touched, each in turn with
 * what can't be less: an empty Node with Fastify and better-sqlite3, an empty window of Electron's. Medians of ten new
 * processes each. The disk's cache is warm: emptying it takes root, and a kiosk's own start follows the system's.
 */
export async function benchStartUp() {
  const dataDir = benchFolder();
  return [...(await startServers(dataDir)), ...(await startWindows(dataDir))];
}

async function startServers(dataDir) {
  const antre = [];
  const empty = [];
  for (let time = 0; time < times; time += 1) {
    antre.push(await once({}, dataDir));
    empty.push(await once({}, dataDir, 'scripts/bench/floors/empty-server.mjs'));
  }
  const started = median(antre.map(({ startedMs }) => startedMs));
  const floor = median(empty.map(({ startedMs }) => startedMs));
  const memory = median(antre.map(({ megabytes }) => megabytes));
  const floorsMemory = median(empty.map(({ megabytes }) => megabytes));
  return [
    {
      what: `start to server ready, headless (median of ${times})`,
      figure: `${Math.round(started)} ms; an empty Node with Fastify and better-sqlite3: ${Math.round(floor)} ms`,
      budget: '≤ 1000 ms',
      value: started,
      better: 'lower',
      within: started <= 1_000,
    },
    ...(memory === null
      ? []
      : [
          {
            what: 'memory, headless, server ready',
            figure: `${Math.round(memory)} MB; an empty Node with Fastify and better-sqlite3: ${Math.round(floorsMemory)} MB`,
            budget: '',
            value: memory,
            better: 'lower',
          },
        ]),
  ];
}

async function once(settings, dataDir, program) {
  const server = await runHeadless(settings, dataDir, program);
  const megabytes = server.residentMegabytes();
  await server.stop();
  return { startedMs: server.startedMs, megabytes };
}

async function startWindows(dataDir) {
  const electron = findElectron({ download: false });
  const display = process.env.DISPLAY ? undefined : await startDisplay();
  const what = 'start to usable kiosk ÷ an empty Electron window';
  if (!electron.path || display === null) {
    const why = electron.why ?? 'there is no display and no Xvfb here';
    return [{ what, figure: `not measured: ${why}`, budget: '≤ 1.3' }];
  }
  const kiosk = [];
  const empty = [];
  const emptyData = benchFolder();
  for (let time = 0; time < times; time += 1) {
    kiosk.push(await startKiosk(electron.path, dataDir));
    empty.push(await startEmptyWindow(electron.path, emptyData));
  }
  display?.kill();
  const usable = kiosk.map(({ usableMs }) => usableMs);
  const floor = median(empty.map(({ usableMs }) => usableMs));
  const ratio = median(kiosk.map(({ usableMs }, at) => usableMs / empty[at].usableMs));
  return [
    {
      what,
      figure: `${ratio.toFixed(2)} (${Math.round(median(usable))} ms, ${Math.round(Math.min(...usable))} to ${Math.round(Math.max(...usable))}; the window's ${Math.round(floor)} ms)`,
      budget: '≤ 1.3',
      value: ratio,
      better: 'lower',
      within: ratio <= 1.3,
    },
    memoryRow(kiosk, empty),
  ];
}

function memoryRow(kiosk, empty) {
  const what = "memory of Electron's main process, kiosk shown, above an empty window's";
  if (kiosk[0].megabytes === null) return { what, figure: 'unknown here', budget: '≤ 45 MB' };
  const above = median(kiosk.map(({ megabytes }, at) => megabytes - empty[at].megabytes));
  const own = median(kiosk.map((each, at) => each.own - empty[at].own));
  return {
    what,
    figure: `${Math.round(above)} MB, of which ${Math.round(own)} MB its own (all ${Math.round(median(kiosk.map(({ megabytes }) => megabytes)))} MB)`,
    budget: '≤ 45 MB',
    value: above,
    better: 'lower',
    within: above <= 45,
  };
}
