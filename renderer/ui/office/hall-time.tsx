import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { dateOf, formatTime } from '../../i18n/time';

interface HallTime {
  /** Milliseconds by which the server's clock is ahead of this machine's. */
  readonly ahead: number;
  readonly timezone: string;
}

const HallTimeContext = createContext<HallTime>({ ahead: 0, timezone: 'Asia/Jakarta' });

/** Gives the page the hall's own time: an office PC's clock is often wrong. */
export function HallTimeProvider(props: {
  /** The server's time as it answered, and this machine's at that moment. */
  readonly serverNow: string;
  readonly receivedAt: number;
  readonly timezone: string;
  readonly children: ReactNode;
}) {
  const { serverNow, receivedAt, timezone, children } = props;
  const value = useMemo(
    () => ({ ahead: new Date(serverNow).getTime() - receivedAt, timezone }),
    [serverNow, receivedAt, timezone],
  );
  return <HallTimeContext value={value}>{children}</HallTimeContext>;
}

/** The hall's present time in milliseconds, renewed every so many milliseconds. */
export function useHallNow(everyMs: number): number {
  const { ahead } = useContext(HallTimeContext);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now + ahead;
}

/** Writes a moment as the hall's clock shows it: `09.41`. */
export function useHallClock(): (moment: string | number) => string {
  const { timezone } = useContext(HallTimeContext);
  return (moment) => formatTime(moment, timezone);
}

/** Today's date by the hall's clock: `2026-11-24`. */
export function useHallDate(): string {
  const { timezone } = useContext(HallTimeContext);
  return dateOf(useHallNow(60_000), timezone);
}
