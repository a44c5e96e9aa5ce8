import type { LineState } from '../../../electron/contract/live-line';
import type { Board, Call } from '../../../electron/contract/lobby';
import { heardHallTime } from '../hall-clock';
import { isBoard } from './heard';
import type { OwnLine } from './own-line';
import { type News, newsEveryMs, type TabSays } from './shared-messages';

/** A tab that took nothing for so long stands still or is gone; when it says a word, it hears again. */
const forgottenAfterMs = 60_000;
/** The server tells one line of 64 topics at most. */
const topicsAtMost = 60;
/** Tabs that open together cause one change of the line; those that close may be opened again by a reload. */
const widenAfterMs = 30;
const narrowAfterMs = 3_000;
/** Calls that a tab missed are told again when they are no older than this. */
const replayMs = 30_000;
/** What the server refused is asked for again after pauses that double from the first to the last. */
const refusedFirstMs = 2_000;
const refusedLastMs = 30_000;

interface Tab {
  topics: readonly string[];
  after: number | null;
  /** It hears calls after this sequence; null: from the first board on that it is told. */
  floor: number | null;
  readonly tell: (news: News) => void;
  /** What it has not been told yet. */
  readonly changed: Set<string>;
  calls: Call[];
  line: LineState | null | undefined;
  isReady: boolean;
  toldAt: number;
  heardAt: number;
}

/** All tabs of a browser on one line to the server: of all their topics together, each told its own. */
export class TabsOnOneLine {
  readonly #open: (topics: readonly string[], after: number | null) => OwnLine;
  readonly #tabs = new Set<Tab>();
  readonly #recent: { readonly call: Call; readonly at: number }[] = [];
  #line: OwnLine | undefined;
  #next: OwnLine | undefined;
  #lineTopics: readonly string[] = [];
  #changeDue: { readonly at: number; readonly timer: ReturnType<typeof setTimeout> } | undefined;
  /** For each board, the sequence from which on its calls were heard; what isn't known yet is left out. */
  #from: ReadonlyMap<string, number> = new Map();
  #refusals = 0;
  readonly #clock: ReturnType<typeof setInterval>;

  /** `open` opens a line of these topics that leaves out what the server refuses, with the calls after a sequence. */
  constructor(open: (topics: readonly string[], after: number | null) => OwnLine) {
    this.#open = open;
    this.#clock = setInterval(() => this.#tick(), newsEveryMs / 2);
  }

  /** Adds a tab, which is told by `tell`. Returns how what it says is heard. */
  join(tell: (news: News) => void): (said: TabSays) => void {
    const now = performance.now();
    const tab: Tab = {
      topics: [],
      after: null,
      floor: null,
      tell,
      changed: new Set(),
      calls: [],
      line: undefined,
      isReady: false,
      toldAt: now,
      heardAt: now,
    };
    return (said) => {
      tab.heardAt = performance.now();
      if (said.say === 'bye') this.#forget(tab);
      else if (said.say === 'hear') this.#hear(tab, said.topics, said.after);
      else {
        tab.isReady = true;
        if (!this.#tabs.has(tab)) this.#hear(tab, tab.topics, null);
        else this.#tellNews(tab);
      }
    };
  }

  close(): void {
    clearInterval(this.#clock);
    clearTimeout(this.#changeDue?.timer);
    this.#next?.close();
    this.#line?.close();
  }

  #hear(tab: Tab, topics: readonly string[], after: number | null): void {
    this.#tabs.add(tab);
    Object.assign(tab, { topics, after, floor: after, isReady: true });
    for (const topic of topics) if (this.#line?.snapshot(topic) !== undefined) tab.changed.add(topic);
    if (after !== null) {
      const since = performance.now() - replayMs;
      const missed = this.#recent.filter(({ call, at }) => call.sequence > after && at >= since);
      tab.calls = missed.map(({ call }) => call).filter((call) => this.#concerns(tab, call));
    }
    const isMissing = topics.some(
      (topic) => !this.#lineTopics.includes(topic) || this.#line?.isRefused(topic),
    );
    // It missed calls from before this line began, when another one held it.
    const isBehind = after !== null && topics.some((topic) => after < (this.#from.get(topic) ?? after));
    if (isMissing || isBehind) this.#changeIn(widenAfterMs);
    this.#tellNews(tab);
  }

  #forget(tab: Tab): void {
    this.#tabs.delete(tab);
    this.#changeIn(narrowAfterMs);
  }

  /** The topics of all tabs, of the first tabs where they are too many. */
  #wanted(): readonly string[] {
    const all = new Set<string>();
    for (const { topics } of this.#tabs) {
      const together = new Set([...all, ...topics]);
      if (together.size <= topicsAtMost) for (const topic of topics) all.add(topic);
    }
    return [...all];
  }

  #changeIn(ms: number): void {
    const at = performance.now() + ms;
    if (this.#changeDue && this.#changeDue.at <= at) return;
    clearTimeout(this.#changeDue?.timer);
    this.#changeDue = { at, timer: setTimeout(() => this.#change(), ms) };
  }

  /** Opens the line of what is wanted now; the one before goes on until it is heard. */
  #change(): void {
    this.#changeDue = undefined;
    const topics = this.#wanted();
    this.#next?.close();
    this.#next = undefined;
    if (topics.length === 0) {
      this.#line?.close();
      this.#line = undefined;
      this.#lineTopics = [];
      this.#from = new Map();
      return;
    }
    const afters = [...this.#tabs].flatMap(({ after }) => (after === null ? [] : [after]));
    const upTo = this.#line?.heardUpTo() ?? null;
    const after = afters.length === 0 ? upTo : Math.min(...afters, ...(upTo === null ? [] : [upTo]));
    const asked = [...this.#tabs].map((tab) => ({ tab, after: tab.after }));
    this.#from = new Map(
      topics.filter(isBoard).flatMap((topic) => {
        // A board that comes to the line is heard from then on, whatever others were before.
        const known = this.#lineTopics.includes(topic) ? this.#from.get(topic) : undefined;
        const from = after === null ? known : Math.min(after, known ?? after);
        return from === undefined ? [] : [[topic, from] as const];
      }),
    );
    const opened = this.#open(topics, after);
    this.#next = opened;
    const told = new Map<string, unknown>();
    opened.onCall((call) => this.#called(call));
    opened.subscribe(() => {
      if (this.#next === opened && (opened.line().state !== 'connecting' || !this.#line)) {
        this.#line?.close();
        this.#line = opened;
        this.#next = undefined;
        this.#lineTopics = topics;
        // Only now: a line that another one overtakes before it is heard tells nobody what they missed.
        for (const { tab, after: missed } of asked) if (tab.after === missed) tab.after = null;
      }
      if (this.#line !== opened) return;
      const upTo = opened.heardUpTo();
      if (upTo !== null) {
        const boards = topics.filter(isBoard).map((topic) => [topic, this.#from.get(topic) ?? upTo] as const);
        this.#from = new Map(boards);
      }
      const news = topics.filter((topic) => opened.snapshot(topic) !== told.get(topic));
      for (const topic of news) told.set(topic, opened.snapshot(topic));
      for (const tab of this.#tabs) {
        for (const topic of news) if (tab.topics.includes(topic)) tab.changed.add(topic);
        this.#tellNews(tab);
      }
      this.#askRefusedAgain(opened, topics);
    });
    if (!this.#line) {
      this.#line = opened;
      this.#next = undefined;
      this.#lineTopics = topics;
    }
  }

  #askRefusedAgain(line: OwnLine, topics: readonly string[]): void {
    if (!topics.some((topic) => line.isRefused(topic))) {
      if (line.line().state === 'open' || line.line().state === 'asking') this.#refusals = 0;
      return;
    }
    if (this.#changeDue) return;
    this.#changeIn(Math.min(refusedFirstMs * 2 ** this.#refusals, refusedLastMs));
    this.#refusals = Math.min(this.#refusals + 1, 10);
  }

  #called(call: Call): void {
    const isThis = (each: Call) => each.sequence === call.sequence;
    if (!this.#recent.some((each) => isThis(each.call))) this.#recent.push({ call, at: performance.now() });
    // Told again also to those that have it: which ones don't, the tabs know best.
    for (const tab of this.#tabs) {
      if (!this.#concerns(tab, call) || tab.calls.some(isThis)) continue;
      tab.calls.push(call);
      this.#tellNews(tab);
    }
  }

  /** Whether a tab hears a call: the whole hall's, or of a zone those whose counters its board shows. */
  #concerns(tab: Tab, call: Call): boolean {
    if (tab.floor === null || call.sequence <= tab.floor) return false;
    return tab.topics.some((topic) => {
      if (topic === 'board') return true;
      if (!isBoard(topic)) return false;
      const board = this.#next?.snapshot<Board>(topic) ?? this.#line?.snapshot<Board>(topic);
      return board?.counters.some(({ id }) => id === call.counter.id) ?? false;
    });
  }

  #lineOf(tab: Tab): LineState | null {
    if (tab.topics.some((topic) => !this.#lineTopics.includes(topic))) {
      return this.#changeDue || this.#next ? (tab.line ?? { state: 'connecting' }) : null;
    }
    const line = this.#line?.line() ?? { state: 'connecting' };
    const isRefused = tab.topics.some((topic) => this.#line?.isRefused(topic));
    if (!isRefused || line.state === 'lost') return line;
    return tab.line?.state === 'lost' ? tab.line : { state: 'lost', since: performance.now(), status: 403 };
  }

  /** Tells a tab what it doesn't know yet, where it can take it; as a sign of life also nothing. */
  #tellNews(tab: Tab, isSign = false): void {
    if (!tab.isReady) return;
    const line = this.#lineOf(tab);
    const isNews = tab.changed.size > 0 || tab.calls.length > 0 || !isSameState(line, tab.line);
    if (!isNews && !isSign) return;
    const snapshots = Object.fromEntries(
      [...tab.changed].map((topic) => [topic, this.#line?.snapshot(topic)]),
    );
    for (const topic of tab.changed) {
      const board = isBoard(topic) ? this.#line?.snapshot<Board>(topic) : undefined;
      if (board) tab.floor ??= board.calls[0]?.sequence ?? 0;
    }
    const { calls } = tab;
    Object.assign(tab, { line, calls: [], isReady: false, toldAt: performance.now() });
    tab.changed.clear();
    const lostForMs = line?.state === 'lost' ? performance.now() - line.since : 0;
    tab.tell({ line, lostForMs, hallNow: heardHallTime(), snapshots, calls });
  }

  #tick(): void {
    const now = performance.now();
    while (this.#recent[0] && now - this.#recent[0].at > replayMs) this.#recent.shift();
    for (const tab of this.#tabs) {
      if (now - tab.heardAt > forgottenAfterMs) this.#forget(tab);
      else if (now - tab.toldAt >= newsEveryMs) this.#tellNews(tab, true);
      tab.calls = tab.calls.filter(({ sequence }) =>
        this.#recent.some(({ call }) => call.sequence === sequence),
      );
    }
  }
}

function isSameState(one: LineState | null, other: LineState | null | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
