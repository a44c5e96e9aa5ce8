import { constants, setPriority } from 'node:os';
import { endWithParent } from '../process/watcher';
import { Refusal } from '../queue/refusal';
import { businessDateAt } from '../store/business-date';
import { readHall } from '../store/hall';
import { openReader } from '../store/open-reader';
import { type HeavyContext, heavyJobs } from './heavy-jobs';
import type { JobMessage, OutcomeMessage } from './heavy-messages';

// The program of the process in which heavy work is done, beside the one that serves the hall.

// Where there is one processor for both, the hall goes first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
endWithParent(0);
process.on('disconnect', () => process.exit());
process.on('message', (message: JobMessage) => {
  void outcomeOf(message).then((outcome) => process.send?.(outcome));
});

async function outcomeOf({ job, input, file, now }: JobMessage): Promise<OutcomeMessage> {
  try {
    // A job's input is that of its name, which the type of a message in general doesn't say.
    const work = heavyJobs[job] as (look: HeavyContext, input: JobMessage['input']) => unknown;
    const reader = openReader(file);
    try {
      const hall = readHall(reader);
      const businessDate = businessDateAt(reader, now, hall.settings.timezone);
      return { result: await work({ reader, hall, now, businessDate }, input) };
    } finally {
      // Between jobs nothing is held open, so that a restored copy can take the database's place.
      reader.close();
    }
  } catch (thrown) {
    if (thrown instanceof Refusal) return { refusal: thrown.code, details: thrown.details };
    const { name, message, stack, code } = thrown as NodeJS.ErrnoException;
    return { error: { name, message, stack, code } };
  }
}
