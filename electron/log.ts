import type { Logger } from 'pino';

/** One line an event; never a name, a number plate, a password or anything else about a person. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;
