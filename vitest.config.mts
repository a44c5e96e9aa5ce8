import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Tests wait (for answers, for the lobby's voice, for lines that come back) more than they work, so that even two cores
// take three files at once.
const maxWorkers = Math.max(3, availableParallelism() - 1);

// On a loaded machine a test with real sockets, browsers and killed processes may miss its moment once. Where all
// suites must pass it is tried once more, and the log says so ("retry x1"); what is broken fails twice.
const retry = process.env.ANTRE_TEST_ALL ? 1 : 0;

// What is waited for comes in a moment, but on a loaded machine not within Vitest's own second.
const expectation = { poll: { timeout: 10_000 } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'parts',
          expect: expectation,
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/e2e/**', 'test/faults/**', 'test/hardware/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers,
          retry,
        },
      },
      {
        test: {
          name: 'faults',
          expect: expectation,
          include: ['test/faults/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          retry,
        },
      },
      {
        test: {
          name: 'browser',
          expect: expectation,
          include: ['test/e2e/browser/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
          maxWorkers,
          retry,
        },
      },
      // One machine has one screen.
      {
        test: {
          name: 'electron',
          expect: expectation,
          include: ['test/e2e/electron/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
          fileParallelism: false,
          retry,
        },
      },
      { test: { name: 'hardware', include: ['test/hardware/**/*.test.ts'], expect: expectation, retry } },
    ],
  },
});
