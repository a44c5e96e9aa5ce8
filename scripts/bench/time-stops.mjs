import { setTimeout as pause } from 'node:timers/promises';
import { ask, listen } from '../requests.ts';
import { percentile } from './run-headless.mjs';

const displays = 10;
const rounds = 3;
const budgetMs = 1_000;
/** Between two acts: what the one before made others hear of is over. */
const quietMs = 1_500;

/**
 * How soon everybody who waits, and ten displays, hear of each kind of stop and of its end: from the answer that the
 * supervisor or officer got to the event at the last of those who are concerned. `lines`: the phones that follow, each with
 * its `serviceId`, whose `onTold` hears what it is told.
 */
export async function timeStops(url, supervisor, desks, lines) {
  const boards = Array.from({ length: displays }, () => {
    const board = { onTold: () => undefined };
    return Object.assign(
      board,
      listen(url, 'board,display', '', (event, data) => event === 'board' && board.onTold(data)),
    );
  });
  await Promise.all(boards.map(({ opened }) => opened));

  const rows = [];
  for (const kind of ['service', 'counter', 'hall', 'break of the only officer']) {
    const phones = [];
    const screens = [];
    for (let round = 0; round < rounds; round += 1) {
      const desk = desks[round];
      const { stop, resume } = requestsOf(kind, desk);
      const concerned =
        kind === 'hall' ? lines : lines.filter(({ serviceId }) => serviceId === desk.serviceId);
      for (const [[path, body], isStopped] of [
        [stop, true],
        [resume, false],
      ]) {
        await pause(quietMs);
        const phoneTold = concerned.map((line) =>
          told(line, ({ standing }) => (standing.reason !== null) === isStopped),
        );
        const boardTold = boards.map((board) =>
          told(board, ({ stops, counters }) =>
            kind === 'break of the only officer'
              ? (counters.find(({ id }) => id === desk.counterId).standing.reason !== null) === isStopped
              : stops.length > 0 === isStopped,
          ),
        );
        await ask(url, kind === 'break of the only officer' ? desk.cookie : supervisor, 'POST', path, body);
        const answeredAt = performance.now();
        phones.push(...(await Promise.all(phoneTold)).map((at) => Math.max(0, at - answeredAt)));
        screens.push(...(await Promise.all(boardTold)).map((at) => Math.max(0, at - answeredAt)));
      }
    }
    const longest = Math.max(...phones, ...screens);
    rows.push({
      what: `a stop and its end (${kind}), until ${(phones.length / rounds / 2).toLocaleString('en')} waiting phones and ${displays} displays know`,
      figure: `phones ${spread(phones)}; displays ${spread(screens)}`,
      budget: `≤ ${budgetMs.toLocaleString('en')} ms, the last of them`,
      value: longest,
      better: 'lower',
      within: longest <= budgetMs,
    });
  }
  for (const board of boards) board.close();
  return rows;
}

function requestsOf(kind, { id, counterId, serviceId }) {
  const body = {
    reason: { id: 'Alat rusak', en: 'Equipment is broken', jv: 'Piranti risak' },
    until: new Date(Date.now() + 3_600_000).toISOString(),
  };
  switch (kind) {
    case 'service':
      return { stop: [`/services/${serviceId}/pause`, body], resume: [`/services/${serviceId}/resume`] };
    case 'counter':
      return { stop: [`/counters/${counterId}/pause`, body], resume: [`/counters/${counterId}/resume`] };
    case 'hall':
      return { stop: ['/hall/pause', body], resume: ['/hall/resume'] };
    default:
      return {
        stop: [`/desks/${id}/pause`, { reason: 'Salat', until: body.until }],
        resume: [`/desks/${id}/resume`],
      };
  }
}

/** When a listener is told what fits. */
function told(listener, fits) {
  return new Promise((resolve) => {
    listener.onTold = (data) => {
      if (fits(JSON.parse(data))) resolve(performance.now());
    };
  });
}

function spread(times) {
  const [middle, late, last] = [0.5, 0.99, 1].map((share) => percentile(times, share).toFixed(0));
  return `p50 ${middle}, p99 ${late}, max ${last} ms`;
}
