// Logs and ends in the same turn, as a process does that crashed at its start.
import { createLog } from '../../electron/log';

const log = createLog('info', process.argv[2]);
for (let at = 0; at < 50; at += 1) log.info(`line ${at}`);
log.error('crashed');
process.exit(1);
