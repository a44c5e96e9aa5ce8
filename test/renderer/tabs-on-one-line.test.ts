import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LineState } from '../../electron/contract/live-line';
import type { Board, Call } from '../../electron/contract/lobby';
import { keepHeard } from '../../renderer/client/live/heard';
import type { OwnLine } from '../../renderer/client/live/own-line';
import { openSharedLine } from '../../renderer/client/live/shared-line';
import type { News, TabSays } from '../../renderer/client/live/shared-messages';
import { TabsOnOneLine } from '../../renderer/client/live/tabs-on-one-line';

beforeEach(() => {
  vi.useFakeTimers();
  // A page's events, which this process has none of.
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
  vi.stubGlobal('BroadcastChannel', undefined);
  vi.stubGlobal('document', {
    visibilityState: 'visible',
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  });
  // A line of one's own, which says nothing: what holds the tabs' line may end twice before it was heard once.
  vi.stubGlobal(
    'EventSource',
    class {
      addEventListener = () => undefined;
      close = () => undefined;
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const zones = ['', 'Barat', 'Timur'];
const counters = zones.map((zone, index) => ({ id: String(index + 1), zone }));

/** A hall with boards, desks and calls, and lines to it that tell what a server would, a moment later. */
function hall() {
  const lines = new Set<{ readonly topics: readonly string[]; tell(call?: Call): void }>();
  const calls: Call[] = [];
  const version = new Map<string, number>();
  let opened = 0;
  const boardOf = (topic: string): Board => {
    const zone = topic.split(':')[1];
    const shown = counters.filter((counter) => zone === undefined || counter.zone === zone);
    return {
      now: '2026-11-24T08:00:00+07:00',
      calls: calls.filter(({ counter }) => shown.some(({ id }) => id === counter.id)).reverse(),
      stops: [],
      counters: shown.map(({ id }) => ({ id }) as Board['counters'][number]),
    };
  };
  const snapshotOf = (topic: string) => {
    if (topic.startsWith('board')) return { ...boardOf(topic), version: version.get(topic) };
    return { topic, version: version.get(topic) ?? 0 };
  };
  return {
    calls,
    snapshotOf,
    get open() {
      return lines.size;
    },
    get opened() {
      return opened;
    },
    /** As `openOwnLine` with `partly`, over a network that takes 40 ms. */
    openLine(topics: readonly string[], after: number | null): OwnLine {
      opened += 1;
      const heard = keepHeard(after);
      let state: LineState = { state: 'connecting' };
      const hears = (call: Call) =>
        topics.some(
          (topic) =>
            topic.startsWith('board') && boardOf(topic).counters.some(({ id }) => id === call.counter.id),
        );
      const line = {
        topics,
        tell(call?: Call) {
          for (const topic of topics) {
            const next = snapshotOf(topic);
            if (JSON.stringify(next) !== JSON.stringify(heard.snapshot(topic)))
              heard.takeSnapshot(topic, next);
          }
          if (call && hears(call)) heard.takeCall(call);
          heard.tell();
        },
      };
      const timer = setTimeout(() => {
        lines.add(line);
        state = { state: 'open' };
        line.tell();
        if (after !== null)
          for (const call of calls) if (call.sequence > after && hears(call)) heard.takeCall(call);
        heard.tell();
      }, 40);
      return {
        ...heard,
        line: () => state,
        isRefused: () => false,
        close: () => {
          clearTimeout(timer);
          lines.delete(line);
        },
      };
    },
    call(counter: { readonly id: string; readonly zone: string }) {
      const call = { sequence: calls.length + 1, counter } as Call;
      calls.push(call);
      for (const line of [...lines]) line.tell(call);
    },
    change(topic: string) {
      version.set(topic, (version.get(topic) ?? 0) + 1);
      for (const line of [...lines]) line.tell();
    },
  };
}

/** What holds the line of the tabs, which can end without a word; messages take a moment. */
function holder(openLine: (topics: readonly string[], after: number | null) => OwnLine) {
  let tabs = new TabsOnOneLine(openLine);
  let life = 0;
  return {
    start() {
      const born = life;
      const hear = tabs.join((news) => later(() => port.onmessage?.({ data: news })));
      const port = {
        isFrozen: false,
        queue: [] as (() => void)[],
        onmessage: null as ((event: { data: News }) => void) | null,
        postMessage: (said: TabSays) => later(() => born === life && hear(said)),
        close: () => undefined,
      };
      const later = (act: () => void) =>
        setTimeout(() => {
          if (born !== life) return;
          if (port.isFrozen) port.queue.push(act);
          else act();
        }, 1);
      return port;
    },
    die() {
      tabs.close();
      life += 1;
      tabs = new TabsOnOneLine(openLine);
    },
    end: () => tabs.close(),
  };
}

const topicSets = [
  ['desk:1'],
  ['desk:2', 'printers'],
  ['board', 'display'],
  ['board:Barat'],
  ['board:Timur', 'desk:1'],
];
type Step =
  | { readonly do: 'open'; readonly topics: number }
  | { readonly do: 'close' | 'crash' | 'freeze' | 'thaw'; readonly tab: number }
  | { readonly do: 'call'; readonly counter: number }
  | { readonly do: 'change'; readonly topic: string }
  | { readonly do: 'die' }
  | { readonly do: 'wait'; readonly ms: number };
const steps = fc.array(
  fc.oneof<fc.Arbitrary<Step>[]>(
    fc.record({ do: fc.constant('open' as const), topics: fc.nat(topicSets.length - 1) }),
    fc.record({ do: fc.constantFrom('close', 'crash', 'freeze', 'thaw'), tab: fc.nat(9) }),
    fc.record({ do: fc.constant('call' as const), counter: fc.nat(counters.length - 1) }),
    fc.record({
      do: fc.constant('change' as const),
      topic: fc.constantFrom('desk:1', 'desk:2', 'printers', 'board'),
    }),
    fc.record({ do: fc.constant('die' as const) }),
    fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 9_000 }) }),
  ),
  { minLength: 5, maxLength: 40 },
);

/** The first tab hears its call again only where the line asks for that board's calls from before it was widened to it. */
const calledAsTheHolderDied = [
  { do: 'open' as const, topics: 2 },
  { do: 'call' as const, counter: 0 },
  { do: 'die' as const },
  { do: 'open' as const, topics: 0 },
  { do: 'open' as const, topics: 3 },
  { do: 'call' as const, counter: 1 },
  { do: 'open' as const, topics: 2 },
  { do: 'wait' as const, ms: 1 },
];

test('tabs that come, go, crash and stand still are each told their own topics and each call once, over one line', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      vi.clearAllTimers();
      const server = hall();
      const shared = holder(server.openLine);
      const tabs: {
        readonly topics: readonly string[];
        readonly line: ReturnType<typeof openSharedLine>;
        readonly ports: ReturnType<typeof shared.start>[];
        readonly heard: number[];
        /** Calls from when on it was settled. */
        readonly from: number;
        wasFrozen: boolean;
        isGone: boolean;
      }[] = [];
      const settle = (ms: number) => vi.advanceTimersByTimeAsync(ms);
      const tabOf = (index: number) => tabs[index % Math.max(1, tabs.length)];
      for (const step of script) {
        if (step.do === 'open') {
          const topics = topicSets[step.topics] ?? [];
          const ports: ReturnType<typeof shared.start>[] = [];
          const line = openSharedLine(topics, () => {
            const port = shared.start();
            ports.push(port);
            return { port: port as unknown as MessagePort, onFault: () => undefined };
          });
          const heard: number[] = [];
          line.onCall(({ sequence }) => heard.push(sequence));
          await settle(500);
          tabs.push({
            topics,
            line,
            ports,
            heard,
            from: server.calls.length,
            wasFrozen: false,
            isGone: false,
          });
        } else if (step.do === 'wait') await settle(step.ms);
        else if (step.do === 'call') server.call(counters[step.counter] ?? { id: '1', zone: '' });
        else if (step.do === 'change') server.change(step.topic);
        else if (step.do === 'die') shared.die();
        else {
          const tab = tabOf(step.tab);
          if (!tab || tab.isGone) continue;
          if (step.do === 'close') {
            tab.isGone = true;
            tab.line.close();
          } else if (step.do === 'crash') {
            // Nothing of it runs any more, and it said no word.
            tab.isGone = true;
            for (const port of tab.ports) Object.assign(port, { postMessage: () => undefined });
            tab.line.close();
          } else {
            const isFrozen = step.do === 'freeze';
            tab.wasFrozen ||= isFrozen;
            for (const port of tab.ports) {
              port.isFrozen = isFrozen;
              for (const act of isFrozen ? [] : port.queue.splice(0)) act();
            }
          }
        }
      }
      for (const { ports } of tabs) {
        for (const port of ports) {
          port.isFrozen = false;
          for (const act of port.queue.splice(0)) act();
        }
      }
      // What died is missed after some beats, who went alone tries again, and everybody has joined.
      await settle(40_000);
      const living = tabs.filter(({ isGone }) => !isGone);
      for (const tab of living) {
        expect(tab.line.line().state).toBe('open');
        for (const topic of tab.topics) expect(tab.line.snapshot(topic)).toEqual(server.snapshotOf(topic));
        const own = server.calls.filter(({ counter }) =>
          tab.topics.some((topic) => topic === 'board' || topic === `board:${counter.zone}`),
        );
        // None twice; none lost, but to one that stood still for longer than calls are told again.
        expect(new Set(tab.heard).size).toBe(tab.heard.length);
        const expected = own.map(({ sequence }) => sequence).filter((sequence) => sequence > tab.from);
        const late = tab.heard.filter((sequence) => sequence > tab.from).sort((one, other) => one - other);
        if (!tab.wasFrozen) expect(late).toEqual(expected);
        else expect(expected).toEqual(expect.arrayContaining(late));
      }
      expect(server.open).toBeLessThanOrEqual(1);
      // Those that crashed are forgotten, and so are their topics.
      for (const { line } of living) line.close();
      await settle(70_000);
      expect(server.open).toBe(0);
      shared.end();
    }),
    { numRuns: 300, examples: [[calledAsTheHolderDied]] },
  );
}, 120_000);

test('a holder that was never heard is given up for a line of one’s own, until it speaks', async () => {
  const streams = new Set<object>();
  vi.stubGlobal(
    'EventSource',
    class {
      onerror = null;
      readonly #heard = new Map<string, (message: { readonly data: string }) => void>();
      constructor() {
        streams.add(this);
        setTimeout(() => this.#heard.get('heartbeat')?.({ data: '{"everySeconds":60}' }), 40);
      }
      addEventListener(event: string, listener: (message: { readonly data: string }) => void) {
        this.#heard.set(event, listener);
      }
      close() {
        streams.delete(this);
      }
    },
  );
  const silent = { postMessage: () => undefined, close: () => undefined, onmessage: null };
  const server = hall();
  const shared = holder(server.openLine);
  let isStopped = true;
  // As a worker whose process was stopped: it can be joined, and says nothing.
  const line = openSharedLine(['board'], () => {
    const port = isStopped ? { ...silent } : shared.start();
    return { port: port as unknown as MessagePort, onFault: () => undefined };
  });
  await vi.advanceTimersByTimeAsync(5_000);
  expect([line.line().state, streams.size]).toEqual(['open', 1]);
  isStopped = false;
  await vi.advanceTimersByTimeAsync(20_000);
  expect([line.line().state, streams.size, server.open]).toEqual(['open', 0, 1]);
  line.close();
  shared.end();
});
