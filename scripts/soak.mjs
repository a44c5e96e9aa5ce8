// npm run soak: a busy hall is lived through while everything goes wrong by chance: floods, nonsense, a wrong clock, a full
// disk, kills and hangs.
//   npm run soak -- [--minutes 120] [--speed 20] [--seed N] [--only streams,killed]
// Ends with status 1 where a number was lost or given twice, an answer was not meant, the process was started again without
// a reason, or memory or the event loop left their bounds. The seed that it prints makes the same troubles again.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

process.chdir(join(import.meta.dirname, '..'));
const { module } = await runnerImport('/scripts/soak/command.ts', { configFile: false, logLevel: 'error' });
const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    speed: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string' },
  },
});
process.exitCode = await module.soak(values);
process.exit();
