import { useEffect, useState, useSyncExternalStore } from 'react';
import type { LineState } from '../../../electron/contract/live-line';
import { topicList, topicsOfList } from '../../../electron/contract/topic-list';
import { type LiveLine, openOwnLine } from './own-line';
import { takeStreamPlace } from './stream-places';

const openAlone = (topics: readonly string[]): LiveLine => openOwnLine(topics, { place: takeStreamPlace() });

/** A line that lives as long as the component, reopened when the topics change. Without `open` it is this page's alone. */
export function useLiveLine(topics: readonly string[], open = openAlone): LiveLine | undefined {
  const [live, setLive] = useState<LiveLine>();
  const wanted = topicList(topics);
  useEffect(() => {
    const opened = open(topicsOfList(wanted));
    setLive(opened);
    return () => opened.close();
  }, [wanted, open]);
  return live;
}

const never = () => () => undefined;

/** The newest snapshot of a topic of the line; rerenders when it changes. */
export function useSnapshot<Snapshot>(live: LiveLine | undefined, topic: string): Snapshot | undefined {
  return useSyncExternalStore(live?.subscribe ?? never, () => live?.snapshot<Snapshot>(topic));
}

/** The state of the line; rerenders when it changes. */
export function useLine(live: LiveLine | undefined): LineState {
  return useSyncExternalStore(live?.subscribe ?? never, () => live?.line() ?? connecting);
}
const connecting: LineState = { state: 'connecting' };

/** Whether what is shown is as new as the server's: it is heard, by a stream or by plain requests. */
export function isHeard({ state }: LineState): boolean {
  return state === 'open' || state === 'asking';
}
