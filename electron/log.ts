import pino, { type Logger } from 'pino';
import type { Config } from './config';

/** One line an event; never a name, a number plate, a password or anything else about a person. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/**
 * Writes JSON lines to the standard output. What could identify somebody is dropped here once more, should a
 * caller log a whole request by mistake. pino's transports are not used: their worker can't be found once
 * everything is bundled into one file.
 */
export function createLog(level: Config['logLevel']): Log {
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
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: [
          'password',
          'token',
          'pin',
          'headers',
          'body',
          '*.password',
          '*.token',
          '*.headers',
          '*.body',
        ],
        remove: true,
      },
    },
    destination,
  );
}
