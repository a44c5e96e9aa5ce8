import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type LineState, type LineWays, openLine } from '../../electron/contract/live-line';
import { runCount } from '../support/run-count';

/** What lies between a page and its server for a while. */
interface Stretch {
  /** `first part`: what comes at first is let through, all else held; `away`: there is no server, or nothing lets it through. */
  readonly streams: 'pass' | 'held' | 'first part' | 'refused';
  readonly plain: 'answered' | 'refused' | 'silent';
  readonly ms: number;
}

const beatMs = 2_000;
const answerWithinMs = 5_000;
const stepMs = 100;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A network that lets through what each stretch says, with what went over it. */
function network() {
  let now: Stretch = { streams: 'pass', plain: 'answered', ms: 0 };
  const seen = { beatAt: -1, answerAt: -1, opened: 0, open: 0, asks: 0, pending: 0, told: false };
  const streams = new Set<() => void>();
  const ways: LineWays = {
    mayStream: () => true,
    openStream({ heard, ended }) {
      seen.opened += 1;
      seen.open += 1;
      let isFirst = true;
      let isOver = false;
      const timers: ReturnType<typeof setTimeout>[] = [];
      const end = () => {
        if (isOver) return;
        isOver = true;
        timers.forEach(clearTimeout);
        streams.delete(cut);
        seen.open -= 1;
      };
      const cut = () => {
        end();
        ended(null);
      };
      const beat = () => {
        if (now.streams === 'pass' || (now.streams === 'first part' && isFirst)) {
          isFirst = false;
          seen.beatAt = performance.now();
          heard('{"everySeconds":2}');
        }
        if (!isOver) timers.push(setTimeout(beat, beatMs));
      };
      streams.add(cut);
      timers.push(setTimeout(() => (now.streams === 'refused' ? cut() : beat()), 20));
      return end;
    },
    ask: ({ signal, streamsHeld }) =>
      new Promise((resolve) => {
        seen.asks += 1;
        seen.pending += 1;
        seen.told ||= streamsHeld;
        const { plain } = now;
        const timer = setTimeout(
          () => {
            seen.pending -= 1;
            if (plain !== 'answered') resolve({ kind: 'away' });
            else {
              resolve({
                kind: 'answered',
                askAgainMs: 1_000,
                take: () => {
                  seen.answerAt = performance.now();
                },
              });
            }
          },
          plain === 'silent' ? answerWithinMs : 20,
        );
        signal.addEventListener('abort', () => {
          clearTimeout(timer);
          seen.pending -= 1;
          resolve({ kind: 'away' });
        });
      }),
  };
  return {
    ways,
    seen,
    become(next: Stretch) {
      now = next;
      if (next.streams === 'refused') for (const cut of [...streams]) cut();
    },
  };
}

const stretches = fc.array(
  fc.record<Stretch>({
    streams: fc.constantFrom('pass', 'held', 'first part', 'refused'),
    plain: fc.constantFrom('answered', 'refused', 'silent'),
    ms: fc.integer({ min: 50, max: 60_000 }),
  }),
  { minLength: 1, maxLength: 8 },
);

test('whatever the network does, a line says what is so, holds one stream and one question, and comes back', async () => {
  await fc.assert(
    fc.asyncProperty(stretches, async (network_) => {
      const { ways, seen, become } = network();
      let state: LineState = { state: 'connecting' };
      const first = network_[0];
      if (first) become(first);
      const begun = performance.now();
      const line = openLine(ways, (next) => {
        state = next;
      });
      const look = () => {
        const at = performance.now();
        const said = JSON.stringify({ state, seen, after: at - begun });
        // Three beats missed, and the moment in which a stream that broke is opened anew.
        if (state.state === 'open') expect(at - seen.beatAt, said).toBeLessThanOrEqual(3 * beatMs + 1_100);
        if (state.state === 'asking') {
          expect(at - seen.answerAt, said).toBeLessThanOrEqual(1_000 + answerWithinMs + stepMs);
        }
        if (state.state === 'connecting') expect(at - begun, said).toBeLessThanOrEqual(8_000);
        expect([seen.open <= 1, seen.pending <= 1], said).toEqual([true, true]);
        expect(line.state()).toEqual(state);
      };
      const live = async (stretch: Stretch) => {
        become(stretch);
        let answeredFor = 0;
        for (let passed = 0; passed < stretch.ms; passed += stepMs) {
          await vi.advanceTimersByTimeAsync(stepMs);
          look();
          answeredFor = stretch.plain === 'answered' ? answeredFor + stepMs : 0;
          // Held back or not: what is answered at all is known soon.
          if (answeredFor > 13_000) expect(state.state).not.toBe('connecting');
        }
      };
      try {
        for (const stretch of network_) await live(stretch);
        await live({ streams: 'held', plain: 'answered', ms: 12_000 });
        expect(state.state).toBe('asking');
        await live({ streams: 'pass', plain: 'answered', ms: 130_000 });
        expect(state.state).toBe('open');
        const { asks, opened } = seen;
        await live({ streams: 'pass', plain: 'answered', ms: 20_000 });
        expect([seen.asks, seen.opened]).toEqual([asks, opened]);
      } finally {
        line.close();
      }
      await vi.advanceTimersByTimeAsync(0);
      expect([seen.open, vi.getTimerCount()]).toEqual([0, 0]);
    }),
    { numRuns: runCount(24) },
  );
}, 120_000);

test('where streams are held back it asks within 3 s, tells the server, and tries streams ever more seldom', async () => {
  const { ways, seen, become } = network();
  become({ streams: 'held', plain: 'answered', ms: 0 });
  const line = openLine(ways, () => undefined);
  await vi.advanceTimersByTimeAsync(3_000);
  expect([line.state().state, seen.opened, seen.told]).toEqual(['asking', 1, false]);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(seen.told).toBe(true);
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  expect(seen.opened).toBeLessThan(40);
  expect(seen.opened).toBeGreaterThan(20);
  // What lets the first part through is no better.
  const before = seen.opened;
  become({ streams: 'first part', plain: 'answered', ms: 0 });
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  expect(seen.opened - before).toBeLessThan(40);
  line.close();
});

test('a stream that the server ends is opened anew without a word, one that stays away is lost at once', async () => {
  const { ways, become } = network();
  const states: string[] = [];
  const line = openLine(ways, ({ state }) => states.push(state));
  await vi.advanceTimersByTimeAsync(60_000);
  become({ streams: 'refused', plain: 'refused', ms: 0 });
  become({ streams: 'pass', plain: 'answered', ms: 0 });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(states).toEqual(['open']);
  await vi.advanceTimersByTimeAsync(60_000);
  become({ streams: 'refused', plain: 'refused', ms: 0 });
  await vi.advanceTimersByTimeAsync(500);
  expect(states).toEqual(['open', 'lost']);
  line.close();
});

test('a line that doesn’t open in time is tried again, each time with more patience', async () => {
  const { ways, seen, become } = network();
  become({ streams: 'held', plain: 'silent', ms: 0 });
  const begun = performance.now();
  const line = openLine(ways, () => undefined);
  const openedAt = [0];
  while (openedAt.length < 6) {
    await vi.advanceTimersByTimeAsync(stepMs);
    if (seen.opened > openedAt.length) openedAt.push(performance.now() - begun);
  }
  expect(openedAt).toEqual([0, 6_000, 17_000, 38_000, 59_000, 80_000]);
  line.close();
});
