import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Tests wait (for answers, for the lobby's voice, for lines that come back) more than they work, so that even two cores
// take three files at once.
const maxWorkers = Math.max(3, availableParallelism() - 1);

// On a loaded machine a test with real sockets, browsers and killed processes may miss its moment once. Where all
// suites must pass it is tried once more, and the end of the log names it; what is broken fails twice.
const retry = process.env.ANTRE_TEST_ALL ? 1 : 0;

// Tests wait for what happens, never for a time. These limits only end what would never end, so that they hold on a
// machine that is many times slower too.
const limits = { testTimeout: 300_000, hookTimeout: 300_000, expect: { poll: { timeout: 60_000 } } };

// What runs in a process of its own can't be run from its sources.
const globalSetup = 'test/support/build-processes.ts';

export default defineConfig({
  test: {
    tags: [{ name: 'long', description: 'Proves more than each change needs: left to `npm run test:long`.' }],
    projects: [
      {
        test: {
          name: 'parts',
          ...limits,
          globalSetup,
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/e2e/**', 'test/faults/**', 'test/hardware/**'],
          maxWorkers,
          // Reading the sources anew for each file would take as long as the tests.
          isolate: false,
          retry,
        },
      },
      {
        test: {
          name: 'faults',
          ...limits,
          globalSetup,
          include: ['test/faults/**/*.test.ts'],
          fileParallelism: false,
          retry,
        },
      },
      {
        test: {
          name: 'browser',
          ...limits,
          globalSetup,
          include: ['test/e2e/browser/**/*.test.ts'],
          maxWorkers,
          isolate: false,
          retry,
        },
      },
      // One machine has one screen.
      {
        test: {
          name: 'electron',
          ...limits,
          include: ['test/e2e/electron/**/*.test.ts'],
          fileParallelism: false,
          retry,
        },
      },
      { test: { name: 'hardware', include: ['test/hardware/**/*.test.ts'], ...limits, retry } },
    ],
  },
});
