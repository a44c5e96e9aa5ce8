import { writeSync } from 'node:fs';
import { Watcher } from '../../electron/process/watcher';

// A process that does what its second argument says as soon as it has started, and what is asked of the real one.
const [, , dataDir = '', fault = ''] = process.argv;
const watcher = new Watcher(() => process.exit(0));
watcher.starting(dataDir);
watcher.started(null);
console.error('started');

const kept: Buffer[] = [];
const faults: Readonly<Record<string, () => void>> = {
  hangs() {
    writeSync(2, 'hangs now');
    for (;;);
  },
  grows() {
    setInterval(() => kept.push(Buffer.alloc(20 * 1024 * 1024, 1)), 20);
  },
  fillsItsHeap() {
    const objects: object[] = [];
    for (;;) objects.push({ at: objects.length });
  },
  isBusy() {
    // Long turns, but turns.
    const turn = () => {
      const end = performance.now() + 800;
      while (performance.now() < end);
      writeSync(2, 'turned once');
      setTimeout(turn);
    };
    turn();
  },
  ends() {
    process.exit(1);
  },
};
setTimeout(() => faults[fault]?.(), 100);
