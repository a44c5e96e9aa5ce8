import type { Presence } from '../../contract/report-columns';
import { type Interval, intersection, lengthOf, union } from './intervals';

/** What happened at a desk, in the order in which it happened. */
export interface DeskEvent {
  readonly at: number;
  readonly kind: 'desk_taken' | 'desk_left' | 'desk_paused' | 'desk_resumed';
  readonly deskId: number;
}

/**
 * The presence of an institution's people against its opening hours. `events` are those of its desks, from a day
 * before on, so that a shift over midnight is known; whoever still sits there sits until `until`.
 */
export function presenceOf(
  promised: readonly Interval[],
  events: readonly DeskEvent[],
  until: number,
): Presence {
  const due = union(promised.map(({ from, to }) => ({ from, to: Math.min(to, until) })));
  const manned: Interval[] = [];
  const working: Interval[] = [];
  for (const deskId of new Set(events.map((event) => event.deskId))) {
    let takenAt: number | null = null;
    let workingSince: number | null = null;
    const stopWorking = (at: number) => {
      if (workingSince !== null) working.push({ from: workingSince, to: at });
      workingSince = null;
    };
    for (const { at, kind } of events.filter((event) => event.deskId === deskId)) {
      switch (kind) {
        case 'desk_taken':
          // Taken from whoever sat there: the desk was never empty, and is no longer paused.
          takenAt ??= at;
          workingSince ??= at;
          break;
        case 'desk_left':
          stopWorking(at);
          if (takenAt !== null) manned.push({ from: takenAt, to: at });
          takenAt = null;
          break;
        case 'desk_paused':
          stopWorking(at);
          break;
        case 'desk_resumed':
          if (takenAt !== null) workingSince ??= at;
          break;
      }
    }
    stopWorking(until);
    if (takenAt !== null) manned.push({ from: takenAt, to: until });
  }
  const present = intersection(due, union(manned));
  const first = present[0];
  const late = first ? due.map(({ from, to }) => ({ from, to: Math.min(to, first.from) })) : due;
  const seconds = (intervals: readonly Interval[]) => Math.round(lengthOf(union(intervals)) / 1000);
  return {
    promised: seconds(due),
    present: seconds(present),
    paused: seconds(present) - seconds(intersection(due, union(working))),
    late: seconds(late),
  };
}
