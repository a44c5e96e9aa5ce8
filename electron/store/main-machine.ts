import { prepared } from './prepared';
import { query, type Reader } from './store';

export interface MainMachine {
  readonly epoch: number;
  /** By it one machine of the hall proves itself to another. */
  readonly secret: string;
  /** The device that stands by, or null. */
  readonly standbyId: string | null;
  /** Where the standby will serve the hall; null until it has told. */
  readonly standbyAddress: string | null;
}

const theOne = prepared(() =>
  query.selectFrom('main_machine').select(['epoch', 'secret', 'standbyId', 'standbyAddress']),
);

/** Which machine the main one is, and which stands by. */
export function readMainMachine(reader: Reader): MainMachine {
  const found = reader.first(theOne({}));
  if (!found) throw new Error('the hall has no main machine');
  return found;
}
