import { createContext, useContext } from 'react';
import { hallTimeAt, useHallNow } from '../../client/hall-clock';
import { dateOf, formatTime } from '../../i18n/time';

/** The hall's own zone: an office PC's is often wrong. */
export const HallZoneContext = createContext('Asia/Jakarta');

/** Writes a moment as the hall's clock shows it: `09.41`. */
export function useHallClock(): (moment: string | number) => string {
  const timezone = useContext(HallZoneContext);
  return (moment) => formatTime(moment, timezone);
}

/** Writes a moment of `performance.now()` as the hall's clock showed it then: `09.41`. */
export function useHallTimeOf(): (at: number) => string {
  const timezone = useContext(HallZoneContext);
  return (at) => formatTime(hallTimeAt(at), timezone);
}

/** Today's date by the hall's clock: `2026-11-24`. */
export function useHallDate(): string {
  return dateOf(useHallNow(60_000), useContext(HallZoneContext));
}
