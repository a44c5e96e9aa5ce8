#!/usr/bin/env node
// Windows PowerShell as Antre starts it to speak to the print spooler: obeys the same lines as `spoolerProgram`. What it
// knows is read anew at each line from `printers.json` beside it: for each printer's name the TCP port of a fake printer, or
// `{"error": CODE, "sent": "none" | "some"}`, or `"dies"`. It notes its command line in `arguments.json`, a line with its
// process id in `processes`, and isn't ready as long as there is a file `starting`.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

const folder = dirname(process.argv[1]);
writeFileSync(join(folder, 'arguments.json'), JSON.stringify(process.argv.slice(2)));
appendFileSync(join(folder, 'processes'), `${process.pid}\n`);
while (existsSync(join(folder, 'starting'))) await new Promise((resolve) => setTimeout(resolve, 20));
console.log('ready');
const decode = (text) => Buffer.from(text, 'base64');

for await (const line of createInterface({ input: process.stdin })) {
  const printers = JSON.parse(readFileSync(join(folder, 'printers.json'), 'utf8'));
  const [word, name = '', bytes = ''] = line.split(' ');
  if (word === 'list') {
    const names = Object.keys(printers).map((each) => Buffer.from(each).toString('base64'));
    console.log(['names', ...names].join(' '));
    continue;
  }
  const printer = printers[decode(name).toString()];
  if (printer === undefined) console.log('error 1801 none');
  else if (word === 'look') console.log('ok');
  else if (printer === 'dies') process.exit(1);
  else if (typeof printer === 'object') console.log(`error ${printer.error} ${printer.sent}`);
  else {
    await new Promise((resolve) => connect(printer, '127.0.0.1').end(decode(bytes), resolve));
    console.log('ok');
  }
}
