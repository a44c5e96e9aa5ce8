import { setImmediate as nextTurn } from 'node:timers/promises';
import { daysToMeasure, measureEstimates } from './actions/days/measure-estimates';
import { purgeTickets } from './actions/days/purge-tickets';
import { sumNextDay } from './actions/days/sum-next-day';
import type { Performer } from './actions/perform';
import type { Log } from './log';

const system = { kind: 'system' } as const;

/** What is done with the days that are over. */
export interface DayClosing {
  /**
   * Sums the days that are over, measures their estimated waits, saves their reports and purges old tickets; at once
   * where it is at it already.
   */
  due(): Promise<void>;
  /** Answers once the transaction under way has ended; no more is begun. */
  stop(): Promise<void>;
}

/**
 * Closes days bit by bit, so that kiosk and desks have their turn in between. What fails is logged and is tried again
 * when it is due the next time.
 */
export function closeDays(parts: {
  readonly performer: Performer;
  readonly log: Log;
  /** Saves the reports of these days and of the newest one that has none yet. */
  readonly saveReports: (summed: readonly string[]) => Promise<void>;
}): DayClosing {
  const { performer, log } = parts;
  let stopped = false;
  let running: Promise<void> | undefined;
  // To look for days to measure is to go through all that were summed, which is not for every minute.
  let isMeasured = false;

  const work = async () => {
    try {
      const summed: string[] = [];
      for (let date = sumNext(); date !== null; date = sumNext()) {
        summed.push(date);
        await nextTurn();
      }
      if (summed.length > 0) log.info({ days: summed.length, newest: summed.at(-1) }, 'days were summed');
      if (summed.length > 0) isMeasured = false;
      for (const day of stopped || isMeasured ? [] : performer.run(system, daysToMeasure)) {
        if (stopped) break;
        performer.run(system, (context) => measureEstimates(context, day));
        await nextTurn();
      }
      isMeasured = !stopped;
      if (!stopped) await parts.saveReports(summed);
      let purged = 0;
      for (let removed = purgeSome(); removed > 0; removed = purgeSome()) {
        purged += removed;
        await nextTurn();
      }
      if (purged > 0) log.info({ purged }, 'old tickets were removed, as the setting says');
    } catch (error) {
      log.error({ err: error }, 'days that are over could not be closed');
    }
  };
  const sumNext = () => (stopped ? null : performer.run(system, sumNextDay));
  const purgeSome = () => (stopped ? 0 : performer.run(system, purgeTickets));

  return {
    due: () => {
      running ??= work().finally(() => {
        running = undefined;
      });
      return running;
    },
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}
