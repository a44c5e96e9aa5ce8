import { setTimeout as pause } from 'node:timers/promises';
import { listen } from '../requests.ts';
import { runHeadless } from './run-headless.mjs';

const seconds = 30;
const pages = ['kiosk,counters', 'board,display', 'board,display', ...Array(7).fill('board')];

/** The share of a processor that a hall takes in which nobody does anything, with ten pages open. */
export async function benchIdle() {
  const antre = await runHeadless({ ANTRE_PRINTER: 'none' });
  const streams = pages.map((topics) => listen(antre.url, topics, '', () => undefined));
  await Promise.all(streams.map(({ opened }) => opened));
  // What a start leaves to be done is done in the first seconds.
  await pause(8_000);
  const before = antre.cpuMs();
  const startedAt = performance.now();
  await pause(seconds * 1_000);
  const share = ((antre.cpuMs() - before) / (performance.now() - startedAt)) * 100;
  for (const stream of streams) stream.close();
  await antre.stop();
  antre.remove();
  return [
    {
      what: `processor of an idle hall, headless, ${pages.length} pages open`,
      figure: `${share.toFixed(2)} %`,
      value: share,
      better: 'lower',
      budget: '≤ 0.3 %',
      within: share <= 0.3,
    },
  ];
}
