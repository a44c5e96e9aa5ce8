import { useEffect, useRef, useState } from 'react';
import type { Board } from '../../electron/contract/lobby';
import type { LiveLine } from '../client/live';

/** The server's time in milliseconds since 1970 UTC, kept by its snapshots: a television's own clock may be wrong. */
export function useSiteTime(live: LiveLine | undefined, boardTopic: string): () => number {
  const ahead = useRef(0);
  const now = useRef(() => Date.now() + ahead.current);
  useEffect(() => {
    if (!live) return undefined;
    let seen: Board | undefined;
    return live.subscribe(() => {
      const board = live.snapshot<Board>(boardTopic);
      if (!board || board === seen) return;
      seen = board;
      ahead.current = Date.parse(board.now) - Date.now();
    });
  }, [live, boardTopic]);
  return now.current;
}

/** The moment to the second, for a clock on the screen. */
export function useTicking(now: () => number): number {
  const [moment, setMoment] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setMoment(now()), 500);
    return () => clearInterval(timer);
  }, [now]);
  return moment;
}
