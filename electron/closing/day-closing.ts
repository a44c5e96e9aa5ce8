import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ActionContext } from '../actions/action';
import type { ActionRunner } from '../actions/action-runner';
import { countersToMeasure, measureEstimates } from '../actions/days/measure-estimates';
import { daysToPurge, purgeDeskEvents, purgeTickets } from '../actions/days/purge-tickets';
import { daysToSum, sumOverDay } from '../actions/days/sum-day';
import type { Log } from '../log';
import { type ClosingStep, closingStepNames, isDueAgain } from '../queue/closing-step';
import { endStep, failedSteps, failStep, notedDates } from '../store/closing-steps';
import { isStorageFault } from '../store/store-errors';
import { closingReason } from './closing-reason';

const system = { kind: 'system' } as const;

/** What is done with the days that are over. */
export interface DayClosing {
  /**
   * Sums the days that are over, measures their estimated waits, saves their reports and purges old tickets; at once
   * where it is at it already.
   */
  due(): Promise<void>;
  /** Resolves once the transaction under way has ended; no more is begun. */
  stop(): Promise<void>;
}

/**
 * Closes days step by step, each in transactions of its own, so that kiosk and desks have their turn in between and the
 * next start goes on where this one ended. A step of a day that throws fails alone: the database keeps since when and why
 * (`store/closing-steps.ts`), and it is tried again after growing pauses, and at each start.
 */
export function closeDays(parts: {
  readonly actionRunner: ActionRunner;
  readonly log: Log;
  /** Saves the report of a summed day, where it is wanted and not there. */
  readonly saveReport: (date: string) => Promise<void>;
}): DayClosing {
  const { actionRunner, log } = parts;
  let stopped = false;
  let running: Promise<void> | undefined;
  let isFirst = true;
  const run = <Result>(action: (context: ActionContext) => Result) => actionRunner.run(system, action);

  const measure = async (date: string) => {
    const thrown: unknown[] = [];
    for (const counterId of run((context) => countersToMeasure(context, date))) {
      if (stopped) return false;
      try {
        run((context) => measureEstimates(context, { businessDate: date, counterId }));
      } catch (error) {
        if (isStorageFault(error)) throw error;
        thrown.push(error);
      }
      await nextTurn();
    }
    if (thrown.length > 0) throw thrown[0];
    run((context) => {
      if (countersToMeasure(context, date).length === 0) endStep(context.transaction, date, 'measure');
    });
    return true;
  };
  const save = async (date: string) => {
    await parts.saveReport(date);
    run(({ transaction }) => endStep(transaction, date, 'save'));
    return true;
  };
  const purge = async (date: string) => {
    while (run((context) => purgeTickets(context, date)) > 0) {
      if (stopped) return false;
      await nextTurn();
    }
    run(({ transaction }) => endStep(transaction, date, 'purge'));
    return true;
  };
  /** Of each step, the dates that await it, and what does it; it returns whether it did. */
  const steps: Record<
    ClosingStep,
    {
      readonly dates: (context: ActionContext) => readonly string[];
      readonly take: (date: string) => boolean | Promise<boolean>;
    }
  > = {
    sum: { dates: daysToSum, take: (date) => run((context) => sumOverDay(context, date)) },
    measure: { dates: ({ transaction }) => notedDates(transaction, 'measure'), take: measure },
    save: { dates: ({ transaction }) => notedDates(transaction, 'save'), take: save },
    purge: { dates: daysToPurge, take: purge },
  };

  const takeStep = async (step: ClosingStep) => {
    const { dates, take } = steps[step];
    const done: string[] = [];
    for (const date of run((context) => datesDue(context, step, dates(context), isFirst))) {
      if (stopped) break;
      try {
        if (await take(date)) done.push(date);
      } catch (error) {
        // That the disk takes no more is no day's fault.
        if (isStorageFault(error)) throw error;
        log.error({ err: error, date, step }, 'a day could not be closed; the others go on');
        const reason = closingReason(error);
        run(({ transaction, now }) => failStep(transaction, { businessDate: date, step, reason, now }));
      }
      await nextTurn();
    }
    if (done.length > 0) log.info({ step, days: done.length, newest: done.at(-1) }, 'days were closed');
  };
  const work = async () => {
    try {
      for (const step of closingStepNames) if (!stopped) await takeStep(step);
      while (!stopped && run(purgeDeskEvents) > 0) await nextTurn();
      isFirst = false;
    } catch (error) {
      log.error({ err: error }, 'days that are over could not be closed');
    }
  };

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

/**
 * Which of the dates that await a step are due: not those that failed a short while ago, but for the first time after a
 * start. What is known of a date that no more awaits it is forgotten.
 */
function datesDue(
  { transaction, now }: ActionContext,
  step: ClosingStep,
  dates: readonly string[],
  isFirst: boolean,
): string[] {
  const awaiting = new Set(dates);
  const failed = new Map(
    failedSteps(transaction).flatMap((each) => (each.step === step ? [[each.businessDate, each]] : [])),
  );
  for (const date of failed.keys()) if (!awaiting.has(date)) endStep(transaction, date, step);
  return dates.filter((date) => {
    const failure = failed.get(date);
    return failure === undefined || isFirst || isDueAgain(failure, now);
  });
}
