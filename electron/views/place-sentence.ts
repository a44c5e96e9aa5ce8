import type { Localized } from '../contract/common';
import type { Priority } from '../contract/tickets';
import type { OrderReason } from '../queue/calling-order';
import { timeOfDay } from '../queue/opening-sentence';
import { catalogue } from '../texts/catalogue';
import type indonesian from '../texts/id/place.json';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../texts/*/place.json', { eager: true, import: 'default' }),
);

/** The state that a ticket was brought back from, or that it let others pass. */
export type ReturnedFrom = 'no_show' | 'held' | 'cancelled' | 'let_pass' | 'stepped_out';

/** Why a ticket stands where it stands, as the officer reads it. */
export function placeSentence(
  place: {
    readonly reason: OrderReason;
    readonly priority: Priority | null;
    /** When the visit, or what ordered it, began. */
    readonly orderedAt: number;
    /** The counter it was transferred from. */
    readonly from: Localized | null;
    readonly returnedFrom: ReturnedFrom | null;
  },
  timezone: string,
): Localized {
  const { reason, priority, from, returnedFrom } = place;
  const time = timeOfDay(place.orderedAt, timezone);
  switch (reason) {
    case 'arrival':
      return texts.everywhere('arrival', { time });
    case 'priority_turn':
      return priority
        ? texts.everywhere('priority_turn_for', (each) => ({
            reason: texts.in(each)(`priority.${priority}`),
          }))
        : texts.everywhere('priority_turn');
    case 'returned':
      return texts.everywhere(`returned.${returnedFrom ?? 'held'}`);
    case 'transferred':
      return from
        ? texts.everywhere('transferred_from', (each) => ({ counter: from[each] || from.id, time }))
        : texts.everywhere('transferred', { time });
    case 'front':
    case 'back':
      return texts.everywhere(reason);
  }
}
