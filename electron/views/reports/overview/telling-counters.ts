/** The waits of a counter's visitors in a period, and in the one that it is compared with; whole seconds. */
export interface CounterWaits {
  readonly counterId: number;
  readonly called: number;
  /** Of those called, within the hall's target. */
  readonly inTime: number;
  readonly usualWait: number | null;
  readonly calledBefore: number;
  readonly usualWaitBefore: number | null;
}

/** Why a counter is worth a look: most wait beyond the target there, or its usual wait grew or shrank the most. */
export type Telling = 'over' | 'longer' | 'shorter';

/** Of fewer visitors a wait says more of chance than of the counter. */
export const enoughCalled = 20;
/** A change by less is none. */
const worthSeconds = 180;
const most = 3;

/** How much longer the usual wait became, in seconds; null where too few were called to say. */
export function changeOf(counter: CounterWaits): number | null {
  const { usualWait, usualWaitBefore, called, calledBefore } = counter;
  if (usualWait === null || usualWaitBefore === null) return null;
  return Math.min(called, calledBefore) < enoughCalled ? null : usualWait - usualWaitBefore;
}

/**
 * The counters to look at, at most three: where most people waited beyond the target (if more of them than `targetShare` allows), where the
 * usual wait grew the most, and where it shrank the most, which is worth learning from; filled up with the next of the first two kinds.
 */
export function tellingCounters<Counter extends CounterWaits>(
  counters: readonly Counter[],
  targetShare: number,
): { readonly counter: Counter; readonly why: Telling }[] {
  const late = ({ called, inTime }: CounterWaits) => called - inTime;
  const over = counters
    .filter((each) => each.called >= enoughCalled && each.inTime < targetShare * each.called)
    .sort((one, other) => late(other) - late(one));
  const changed = counters
    .map((counter) => ({ counter, change: changeOf(counter) ?? 0 }))
    .sort((one, other) => other.change - one.change);
  const longer = changed.filter(({ change }) => change >= worthSeconds).map(({ counter }) => counter);
  const shorter = changed.filter(({ change }) => change <= -worthSeconds).map(({ counter }) => counter);
  const found: { counter: Counter; why: Telling }[] = [];
  const add = (from: readonly Counter[], why: Telling) => {
    const next = from.find((each) => !found.some(({ counter }) => counter === each));
    if (next && found.length < most) found.push({ counter: next, why });
  };
  add(over, 'over');
  add(longer, 'longer');
  add(shorter.toReversed(), 'shorter');
  for (let left = 0; left < most; left += 1) {
    add(over, 'over');
    add(longer, 'longer');
  }
  const order: readonly Telling[] = ['over', 'longer', 'shorter'];
  return found.sort((one, other) => order.indexOf(one.why) - order.indexOf(other.why));
}
