// npm run bench [NAME…]: measures Antre against the budgets of its design, each beside a floor of the same run where
// one exists, and prints a table. Needs Chromium; Electron and a display (or xvfb-run) for its part of start-up.
// Ends with status 1 where a figure is over its budget.
import { join } from 'node:path';
import { benchCalls } from './bench/calls.mjs';
import { benchDay } from './bench/day.mjs';
import { benchDurableTickets } from './bench/durable-tickets.mjs';
import { benchEstimate } from './bench/estimate.mjs';
import { benchFollowers } from './bench/followers.mjs';
import { benchHistory } from './bench/history.mjs';
import { benchPages } from './bench/pages.mjs';
import { benchPrinting } from './bench/printing.mjs';
import { benchReports } from './bench/reports.mjs';
import { benchStartUp } from './bench/start-up.mjs';
import { benchTaps } from './bench/taps.mjs';

const benches = {
  'durable-tickets': benchDurableTickets,
  taps: benchTaps,
  calls: benchCalls,
  followers: benchFollowers,
  printing: benchPrinting,
  day: benchDay,
  history: benchHistory,
  reports: benchReports,
  estimate: benchEstimate,
  'start-up': benchStartUp,
  pages: benchPages,
};

process.chdir(join(import.meta.dirname, '..'));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. There are ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}

const rows = [];
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.error(`Measuring ${name}…`);
  rows.push(...(await bench()));
}

const columns = ['what', 'figure', 'budget'];
const widths = columns.map((column) => Math.max(...rows.map((row) => row[column].length), column.length));
const line = (cells) => `| ${cells.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`;
console.log(line(columns));
console.log(line(widths.map((width) => '-'.repeat(width))));
for (const row of rows) {
  console.log(`${line(columns.map((column) => row[column]))}${row.within === false ? ' OVER' : ''}`);
}
process.exitCode = rows.some((row) => row.within === false) ? 1 : 0;
