import { sql } from 'kysely';
import type { KeptTime } from '../../queue/clock-judgement';
import { formatEpochDay, localEpochDay } from '../../queue/local-day';
import { Refusal } from '../../queue/refusal';
import { keepTime } from '../../store/kept-time';
import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { leadBack } from './lead-back';

/**
 * Takes an admin's word that the computer's clock is right, which `now` shows already: leads the hall back where it lives in a
 * later date, and writes the time down. Refuses `changed_meanwhile` where the date is another than was confirmed, and
 * `in_use` as `leadBack` does.
 */
export function confirmClock(
  context: ActionContext,
  word: {
    readonly date: string;
    /** By how many milliseconds the hall's time was ahead of the computer's until now; below zero where it was behind. */
    readonly ahead: number;
    /** Whether `ahead` is by how much the clock had been wrong, since it jumped while Antre ran. */
    readonly isMeasured: boolean;
    readonly kept: KeptTime;
  },
): void {
  const { transaction, hall, now } = context;
  if (formatEpochDay(localEpochDay(now, hall.settings.timezone)) !== word.date) {
    throw new Refusal('changed_meanwhile');
  }
  leadBack(context, word.isMeasured ? Math.max(0, word.ahead) : 0);
  if (word.ahead < 0) {
    // Nobody was away for the time that the clock jumps over.
    const moved = (column: 'createdAt' | 'lastSeenAt') =>
      sql<number>`min(${now}, ${sql.ref(column)} + ${-word.ahead})`;
    transaction.run(
      query.updateTable('sessions').set({ createdAt: moved('createdAt'), lastSeenAt: moved('lastSeenAt') }),
    );
  }
  keepTime(transaction, word.kept);
  transaction.announce({ kind: 'configuration' });
}
