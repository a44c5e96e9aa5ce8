// npm run simulate: lets a hall live through days that never were. Without a name it prints a day of each kind;
//   npm run simulate -- history --data-dir FOLDER [--days 180] [--until 2026-11-23] [--visitors 600] [--seed 1]
//   npm run simulate -- drive --server http://127.0.0.1:8080 --username NAME [--speed 60] [--visitors 600] [--kind steady]
//     with the admin's password in ANTRE_PASSWORD (or --password)
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

process.chdir(join(import.meta.dirname, '..'));
const { module } = await runnerImport('/scripts/simulate/commands.ts', {
  configFile: false,
  logLevel: 'error',
});

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'data-dir': { type: 'string' },
    days: { type: 'string' },
    until: { type: 'string' },
    visitors: { type: 'string' },
    seed: { type: 'string' },
    server: { type: 'string' },
    username: { type: 'string' },
    password: { type: 'string' },
    speed: { type: 'string' },
    kind: { type: 'string' },
  },
});
const [name = 'days', ...rest] = positionals;
const commands = { days: module.days, history: module.history, drive: module.drive };
const command = commands[name];
if (!command || rest.length > 0) {
  console.error(`Unknown: ${positionals.join(' ')}. There are ${Object.keys(commands).join(', ')}.`);
  process.exit(1);
}
try {
  await command(values);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
