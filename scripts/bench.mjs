// npm run bench -- [NAME…] [--compare FILE] [--data-dir FOLDER]: measures Antre against the budgets of its design, each beside a floor of the same run where
// one exists, and prints a table. Needs Chromium; Electron and a display (or xvfb-run) for its part of start-up.
// Ends with status 1 where a figure is over its budget. Each run is kept in build/bench/history.jsonl; with --compare, what
// moved by more than a tenth since the last run in such a file is named. With --data-dir, the estimates are also tried on the days of
// a hall's own data directory.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchCalls } from './bench/calls.mjs';
import { benchDay } from './bench/day.mjs';
import { benchDeskWork } from './bench/desk-work.mjs';
import { benchDurableTickets } from './bench/durable-tickets.mjs';
import { benchEstimate } from './bench/estimate.mjs';
import { benchFollowers } from './bench/followers.mjs';
import { benchHistory } from './bench/history.mjs';
import { benchIdle } from './bench/idle.mjs';
import { benchJournal } from './bench/journal.mjs';
import { benchPages } from './bench/pages.mjs';
import { benchPrinting } from './bench/printing.mjs';
import { historyFile, keep, movedSince, thisMachine } from './bench/record.mjs';
import { benchReports } from './bench/reports.mjs';
import { benchSections } from './bench/sections.mjs';
import { benchSiege } from './bench/siege.mjs';
import { benchSpeech } from './bench/speech.mjs';
import { benchStandby } from './bench/standby.mjs';
import { benchStartUp } from './bench/start-up.mjs';
import { benchTaps } from './bench/taps.mjs';

const benches = {
  'durable-tickets': benchDurableTickets,
  'desk-work': benchDeskWork,
  journal: benchJournal,
  standby: benchStandby,
  idle: benchIdle,
  taps: benchTaps,
  calls: benchCalls,
  followers: benchFollowers,
  printing: benchPrinting,
  day: benchDay,
  history: benchHistory,
  reports: benchReports,
  estimate: benchEstimate,
  sections: benchSections,
  siege: benchSiege,
  speech: benchSpeech,
  'start-up': benchStartUp,
  pages: benchPages,
};

process.chdir(join(import.meta.dirname, '..'));
const { values: options, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { compare: { type: 'string' }, 'data-dir': { type: 'string' } },
});
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. There are ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}

const machine = thisMachine();
console.error(
  `On ${machine.cores} × ${machine.processor}, ${machine.memoryMegabytes} MB, Node ${machine.node}; a write to the disk takes ${machine.fsyncMs} ms; load ${machine.load}.`,
);
const rows = [];
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.error(`Measuring ${name}…`);
  rows.push(...(await bench(options)));
}

const columns = ['what', 'figure', 'budget'];
const widths = columns.map((column) => Math.max(...rows.map((row) => row[column].length), column.length));
const line = (cells) => `| ${cells.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`;
console.log(line(columns));
console.log(line(widths.map((width) => '-'.repeat(width))));
for (const row of rows) {
  console.log(`${line(columns.map((column) => row[column]))}${row.within === false ? ' OVER' : ''}`);
}
const changes = options.compare ? movedSince(options.compare, rows) : [];
for (const change of changes) console.log(change);
if (options.compare && changes.length === 0) console.log('Nothing moved by more than a tenth.');
keep(rows, machine);
console.error(`Kept in ${historyFile}.`);
process.exitCode = rows.some((row) => row.within === false) ? 1 : 0;
