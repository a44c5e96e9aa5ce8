#!/usr/bin/env node
// Windows PowerShell as Antre starts it to speak: obeys the same lines as `windowsSpeechProgram`, by what `voices.json` beside it
// says: names and cultures, and `fails` where every sentence fails. Notes its command line in `arguments.json` and what it was
// told to say, a line each, in `said`.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

const folder = dirname(process.argv[1]);
const { voices, fails } = JSON.parse(readFileSync(join(folder, 'voices.json'), 'utf8'));
writeFileSync(join(folder, 'arguments.json'), JSON.stringify(process.argv.slice(2)));
const base64 = (text) => Buffer.from(text).toString('base64');
const text = (bytes) => Buffer.from(bytes, 'base64').toString();
console.log('ready');

for await (const line of createInterface({ input: process.stdin })) {
  const [word, name = '', said = ''] = line.split(' ');
  if (word === 'voices')
    console.log(['voices', ...voices.flatMap(([each, culture]) => [base64(each), culture])].join(' '));
  else if (fails) console.log(`error ${base64('No voice is installed')}`);
  else {
    appendFileSync(join(folder, 'said'), `${JSON.stringify([text(name), text(said)])}\n`);
    console.log(`wav ${readFileSync(join(folder, 'tone.wav')).toString('base64')}`);
  }
}
