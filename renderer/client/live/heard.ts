import type { Board, Call } from '../../../electron/contract/lobby';

/** What was heard of topics, and who is told of it. */
export interface Heard {
  snapshot<Snapshot>(topic: string): Snapshot | undefined;
  /** Hears at once of what is there already, then of every change. Returns a function that stops it. */
  subscribe(listener: () => void): () => void;
  /**
   * Hears each call once, in order of its rising sequence, with those that came while nobody listened. Returns the way to
   * stop.
   */
  onCall(listener: (call: Call) => void): () => void;
  /** The sequence up to which calls were heard, or null before that is known. */
  heardUpTo(): number | null;
  /** Notes up to which sequence there are no others. */
  hearUpTo(sequence: number): void;
  takeSnapshot(topic: string, snapshot: unknown): void;
  /** A call that was heard already is passed over. */
  takeCall(call: Call): void;
  tell(): void;
}

/** Calls are told again when a line is opened anew, but not such as lie so far back. */
const callsRemembered = 200;
const unheardKept = 20;

/** Keeps what is heard, from the calls after a sequence on; without one, from those after the first snapshot of a board. */
export function keepHeard(after: number | null): Heard {
  const snapshots = new Map<string, unknown>();
  const listeners = new Set<() => void>();
  const callListeners = new Set<(call: Call) => void>();
  const sequences = new Set<number>();
  const from = after;
  let upTo = after;
  /** Calls that came before anybody listened. */
  let unheard: Call[] = [];
  return {
    snapshot: <Snapshot>(topic: string) => snapshots.get(topic) as Snapshot | undefined,
    subscribe(listener) {
      listeners.add(listener);
      listener();
      return () => void listeners.delete(listener);
    },
    onCall(listener) {
      callListeners.add(listener);
      for (const call of unheard) listener(call);
      unheard = [];
      return () => void callListeners.delete(listener);
    },
    heardUpTo: () => upTo,
    hearUpTo(sequence) {
      upTo = Math.max(upTo ?? 0, sequence);
    },
    takeSnapshot(topic, snapshot) {
      snapshots.set(topic, snapshot);
      // The newest call there was as the line opened: what is missed before any is heard, is missed from here.
      if (isBoard(topic)) upTo ??= (snapshot as Board).calls[0]?.sequence ?? 0;
    },
    takeCall(call) {
      const { sequence } = call;
      if (sequences.has(sequence) || (from !== null && sequence <= from)) return;
      sequences.add(sequence);
      for (const each of sequences) {
        if (sequences.size <= callsRemembered) break;
        sequences.delete(each);
      }
      upTo = Math.max(upTo ?? 0, sequence);
      if (callListeners.size === 0) unheard = [...unheard.slice(-unheardKept), call];
      for (const listener of [...callListeners]) listener(call);
    },
    tell() {
      for (const listener of [...listeners]) listener();
    },
  };
}

/** Whether a topic brings the calls. */
export function isBoard(topic: string): boolean {
  return /^board(:|$)/.test(topic);
}
