import pino, { type Logger } from 'pino';
import type { Config } from './config';
import { LogFile } from './health/log-file';
import { withoutTokens } from './texts/without-secrets';

/** One line an event; never a name, a number plate, a password or anything else about a person. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/**
 * Writes JSON lines to the standard output (a terminal, or a service's journal) and, where a data directory is given, to
 * files there: admins read these on their page, and they are there where no journal is. What could identify somebody is
 * dropped here once more, should a caller log a whole request by mistake. pino's transports are not used: their worker
 * can't be found once everything is bundled into one file.
 */
export function createLog(level: Config['logLevel'], dataDir: string | null = null): Log {
  const destination = pino.destination({ dest: 1, sync: false });
  // A terminal that was closed must not end the queue.
  destination.on('error', () => {});
  process.on('exit', () => {
    try {
      destination.flushSync();
    } catch {
      // The output was not open yet, or is closed already.
    }
  });
  const file = dataDir === null || level === 'silent' ? null : new LogFile(dataDir);
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite: withoutTokens },
      redact: {
        paths: ['password', 'token', 'pin', 'code', 'headers', 'body', ...within('*')],
        remove: true,
      },
    },
    {
      write(line: string) {
        destination.write(line);
        file?.write(line);
      },
    },
  );
}

function within(path: string): readonly string[] {
  return ['password', 'token', 'pin', 'headers', 'body'].map((name) => `${path}.${name}`);
}
