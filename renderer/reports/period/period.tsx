import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { addDays } from '../../../electron/contract/calendar-days';
import { useAddressState } from '../../client/address-state';

/** Days in the site's zone, both included: `2026-11-24`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The choices in the order shown; `chosen` is any two dates. */
export const periodNames = [
  'today',
  'yesterday',
  'week',
  'month',
  'lastMonth',
  'year',
  'lastYear',
  'chosen',
] as const;
export type PeriodName = (typeof periodNames)[number];

interface PeriodChoice {
  readonly name: PeriodName;
  readonly period: Period;
  /** Whether the period's figures still change. */
  readonly live: boolean;
  readonly today: string;
  readonly choose: (name: PeriodName) => void;
  /** Any two dates; turned round where the second is the earlier. */
  readonly chooseDates: (from: string, to: string) => void;
}

const PeriodContext = createContext<PeriodChoice | null>(null);

/**
 * Keeps the period that everything inside speaks of in the page's address, or where it is a section's own in the
 * section's. `today` is the hall's business date, with which it begins; what is relative follows it.
 */
export function PeriodProvider(props: {
  readonly today: string;
  readonly ofSection?: true;
  readonly children: ReactNode;
}) {
  const { today, children } = props;
  const [{ period: name, from, to }, set] = useAddressState(
    { period: periodNames, from: '', to: '' },
    { ofPage: !props.ofSection },
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `set` is made anew each time, and means the same.
  const value = useMemo((): PeriodChoice => {
    const areDates = isDate(from) && isDate(to) && from <= to;
    const period =
      name === 'chosen' ? (areDates ? { from, to } : periodOf('month', today)) : periodOf(name, today);
    return {
      name,
      period,
      today,
      live: period.from <= today && today <= period.to,
      choose: (chosen) => set({ period: chosen, ...(chosen === 'chosen' ? period : { from: '', to: '' }) }),
      chooseDates: (one, other) =>
        set({ period: 'chosen', ...(one <= other ? { from: one, to: other } : { from: other, to: one }) }),
    };
  }, [name, from, to, today]);
  return <PeriodContext value={value}>{children}</PeriodContext>;
}

/** The period that was chosen, and the way to choose another. */
export function usePeriod(): PeriodChoice {
  const choice = useContext(PeriodContext);
  if (!choice) throw new Error('There is no PeriodProvider around');
  return choice;
}

/** A named period as dates, by the day that is today in the hall. */
export function periodOf(name: Exclude<PeriodName, 'chosen'>, today: string): Period {
  const year = today.slice(0, 4);
  const lastYear = String(Number(year) - 1);
  const monthStart = `${today.slice(0, 7)}-01`;
  switch (name) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'week':
      return { from: addDays(today, -6), to: today };
    case 'month':
      return { from: monthStart, to: today };
    case 'lastMonth': {
      const last = addDays(monthStart, -1);
      return { from: `${last.slice(0, 7)}-01`, to: last };
    }
    case 'year':
      return { from: `${year}-01-01`, to: today };
    case 'lastYear':
      return { from: `${lastYear}-01-01`, to: `${lastYear}-12-31` };
  }
}

/** Whether an address has a day there that there is. */
function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}
