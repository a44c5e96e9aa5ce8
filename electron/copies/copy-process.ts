import { constants, setPriority } from 'node:os';
import { endWithParent } from '../process/watcher';
import { CopyUnopenedError, PlaceUnusableError } from './copy-fault';
import { copyJobs, type OnProgress } from './copy-jobs';
import type { CopyMessage, CopyOrderMessage } from './copy-messages';

// The program of the process that does one job with copies and ends.

const toldEveryMs = 250;

// Where there is one processor for both, the hall goes first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
endWithParent(0);
process.on('disconnect', () => process.exit());
process.once('message', (message: CopyOrderMessage) => {
  void outcomeOf(message).then((outcome) => process.send?.(outcome, () => process.exit()));
});

async function outcomeOf({ job, input }: CopyOrderMessage): Promise<CopyMessage> {
  try {
    // A job's input is that of its name, which the type of a message in general doesn't say.
    const work = copyJobs[job] as (input: CopyOrderMessage['input'], onProgress: OnProgress) => unknown;
    return { kind: 'result', result: await work(input, tellNowAndThen()) };
  } catch (thrown) {
    if (thrown instanceof PlaceUnusableError) return { kind: 'place', fault: thrown.fault };
    if (thrown instanceof CopyUnopenedError) return { kind: 'open', fault: thrown.fault };
    const { message, code } = thrown as NodeJS.ErrnoException;
    return { kind: 'error', message, code };
  }
}

function tellNowAndThen(): OnProgress {
  let toldAt = 0;
  return (done, total) => {
    const now = performance.now();
    if (now - toldAt < toldEveryMs) return;
    toldAt = now;
    process.send?.({ kind: 'progress', done, total } satisfies CopyMessage);
  };
}
