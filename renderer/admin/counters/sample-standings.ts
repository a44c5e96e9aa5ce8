import type { Localized } from '../../../electron/contract/common';
import type { ServiceState, ServiceStatus } from '../../../electron/contract/standing';
import { catalogue } from '../../../electron/texts/catalogue';
import type indonesian from '../../../electron/texts/id/opening.json';
import { shortWeekdayName } from '../../../electron/texts/short-dates';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../../../electron/texts/*/opening.json', { eager: true, import: 'default' }),
);

/** What a tile says in each state, with the longest times (look guide, states and wording). */
export const samples: Readonly<
  Record<ServiceState, { readonly status: ServiceStatus; readonly reason: Localized | null }>
> = {
  serving: { status: 'open', reason: null },
  break: { status: 'open', reason: texts.everywhere('break_until', { time: '13.00' }) },
  promised: { status: 'open', reason: texts.everywhere('promised') },
  away: { status: 'open', reason: texts.everywhere('away') },
  absent: { status: 'paused', reason: texts.everywhere('absent') },
  stopped: { status: 'paused', reason: texts.everywhere('stopped') },
  quota_full: { status: 'quota_full', reason: texts.everywhere('quota_full') },
  day_full: { status: 'quota_full', reason: texts.everywhere('day_full') },
  closed: {
    status: 'closed',
    reason: texts.everywhere('closed_opens', (each) => ({ when: `${shortWeekdayName(2, each)} 08.00` })),
  },
};
