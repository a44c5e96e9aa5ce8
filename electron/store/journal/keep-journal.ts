import type { Clock } from '../../clock';
import { formatEpochDay } from '../../queue/local-day';
import type { Change } from '../changes';
import { query, type Store, type Transaction } from '../store';
import { isStorageFault } from '../store-errors';
import { configurationNow, devicesNow } from './configuration-entries';
import { changeFeed, type Feed, hallIdOf, readFeed } from './feed';
import { JournalWriter, newestPosition, positionAt } from './journal-rows';
import { tellComplaints, tellDay, tellPurged, tellSurvey } from './sum-entries';
import { tellEvent } from './ticket-entries';

/** Later than any date: the past is told. */
const allTold = '9999-12-31';
/** So many days of the past are told in one transaction. */
const daysAtOnce = 4;
/** Judgements of the last month may come in so many days of the next. */
const lateDays = 7;

export interface Journal {
  /** Tells some more of what was before the link. Returns whether there is more to tell. */
  tellPast(): boolean;
}

/**
 * Keeps the hall's journal: each transaction that changes what a centre is told writes its rows itself. A hall that is linked with
 * none writes nothing and listens to nothing. What of it can't be told is passed over (`onFault`): it never keeps the hall from working.
 */
export function keepJournal(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly onFault: (error: unknown) => void;
}): Journal {
  const { store, clock } = parts;
  const events = store.touched.follow('events');
  const sums = store.touched.follow('sums');
  const rolls = store.touched.follow('rolls');
  /** What was told of each device, as far as this run knows. */
  const devices = new Map<string, string>();
  let linked = false;
  /** Before which date the hall has forgotten single tickets, as far as this run told. */
  let purgedBefore: string | null = null;
  const look = (feed: Feed | undefined) => {
    linked = feed?.linked === 1;
    store.touched.hearForJournal(linked);
  };
  const forget = () => {
    for (const touched of [events, sums, rolls]) touched.clear();
  };

  /** What fails is undone and passed over, but where the disk does: then the whole transaction fails. */
  const safely = (transaction: Transaction, work: () => void) => {
    try {
      transaction.savepoint(work);
    } catch (error) {
      if (isStorageFault(error)) throw error;
      parts.onFault(error);
    }
  };

  const openEpoch = (transaction: Transaction, writer: JournalWriter, feed: Feed) => {
    const { due, afterEpoch, afterSeq } = feed;
    if (due === null) return;
    const epoch = Math.max(feed.epoch, newestPosition(transaction)?.epoch ?? 0) + 1;
    const after =
      afterEpoch === null || afterSeq === null
        ? null
        : (positionAt(transaction, { epoch: afterEpoch, seq: afterSeq }) ?? null);
    writer.openEpoch(epoch);
    writer.write('epoch_opened', clock.now(), { reason: due, after });
    const isAnew = after === null ? { toldUntil: null } : {};
    changeFeed(transaction, {
      ...{ epoch, due: null, afterEpoch: null, afterSeq: null, fingerprint: null },
      ...isAnew,
    });
    devices.clear();
  };

  const tellConfiguration = (transaction: Transaction, writer: JournalWriter, feed: Feed | undefined) => {
    const told = configurationNow(transaction);
    if (told.fingerprint === feed?.fingerprint) return;
    writer.write('configuration_version', clock.now(), told);
    changeFeed(transaction, { fingerprint: told.fingerprint });
  };
  const tellDevices = (transaction: Transaction, writer: JournalWriter) => {
    const others = devicesNow(transaction)
      .map((device) => ({ device, text: JSON.stringify(device) }))
      .filter(({ device, text }) => devices.get(device.deviceId) !== text);
    for (const { device } of others) writer.write('device_state', clock.now(), device);
    for (const { device, text } of others) devices.set(device.deviceId, text);
  };
  const tellDates = (transaction: Transaction, writer: JournalWriter, dates: readonly string[]) => {
    const now = clock.now();
    for (const date of dates) tellDay(transaction, writer, date, now);
    for (const month of monthsOf(dates)) tellSurvey(transaction, writer, month, now);
    const last = dates.at(-1);
    if (last !== undefined) tellComplaints(transaction, writer, last, now);
  };

  store.writeBeforeCommit((transaction, changes) => {
    const isOther = changes.some(({ kind }) => kind === 'feed');
    if (!linked && !isOther) return;
    const isConfigured = changes.some(({ kind }) => kind === 'configuration');
    if (!isOther && !isConfigured && events.size + sums.size + rolls.size === 0) return;
    const touched = { events: [...events], sums: [...sums], rolls: rolls.size };
    const feed = readFeed(transaction);
    const hallId = hallIdOf(transaction);
    if (feed?.linked !== 1 || hallId === undefined) return;
    const writing = (work: (writer: JournalWriter) => void) =>
      safely(transaction, () => work(new JournalWriter(transaction, hallId)));
    const opens = feed.due !== null;
    if (opens) writing((writer) => openEpoch(transaction, writer, feed));
    if (isOther || opens || isConfigured) {
      writing((writer) => tellConfiguration(transaction, writer, readFeed(transaction)));
    }
    if (isOther || opens || isConfigured || touched.rolls > 0)
      writing((writer) => tellDevices(transaction, writer));
    if (touched.events.length > 0) {
      writing((writer) => {
        for (const id of touched.events) tellEvent(transaction, writer, id);
      });
    }
    if (touched.sums.length > 0) {
      const dates = touched.sums.sort((a, b) => a - b).map(formatEpochDay);
      writing((writer) => {
        tellDates(transaction, writer, dates);
        purgedBefore = tellPurged(transaction, writer, { told: purgedBefore, now: clock.now() });
      });
    }
    // Last: what was undone in between was touched once more.
    forget();
  });
  store.onCommit((changes: readonly Change[]) => {
    if (!changes.some(({ kind }) => kind === 'replaced' || kind === 'feed')) return;
    forget();
    if (changes.some(({ kind }) => kind === 'replaced')) devices.clear();
    look(readFeed(store));
  });
  look(readFeed(store));

  return {
    tellPast: () => {
      if (!linked) return false;
      return store.write((transaction) => {
        const feed = readFeed(transaction);
        const hallId = hallIdOf(transaction);
        if (!feed || feed.due !== null || feed.toldUntil === allTold || hallId === undefined) return false;
        const days = transaction.all(
          query
            .selectFrom('summed_days')
            .select('businessDate')
            .where('businessDate', '>', feed.toldUntil ?? '')
            .orderBy('businessDate')
            .limit(daysAtOnce),
        );
        const dates = days.map(({ businessDate }) => businessDate);
        if (dates.length > 0) tellDates(transaction, new JournalWriter(transaction, hallId), dates);
        changeFeed(transaction, { toldUntil: dates.at(-1) ?? allTold });
        return dates.length > 0;
      });
    },
  };
}

/** The months of dates, and the month before one that has just begun. */
function monthsOf(dates: readonly string[]): string[] {
  const months = new Set<string>();
  for (const date of dates) {
    if (Number(date.slice(8)) <= lateDays) {
      const [year = 0, month = 0] = date.split('-').map(Number);
      const before = month === 1 ? [year - 1, 12] : [year, month - 1];
      months.add(`${String(before[0]).padStart(4, '0')}-${String(before[1]).padStart(2, '0')}`);
    }
    months.add(date.slice(0, 7));
  }
  return [...months];
}
