import { silentAfterMinutes } from '../../contract/centre/halls-now';
import type { HallSnapshot } from '../../contract/centre/snapshot';
import type { Localized } from '../../contract/common';
import type { CentreDatabase } from '../database/engine';

/** A hall as anybody may see it: nothing that is only for the office. */
export interface PublicHall {
  readonly name: string;
  readonly city: string;
  readonly timezone: string;
  /** Milliseconds since 1970 UTC of what it last said; null: it has said nothing. */
  readonly saidAt: number | null;
  readonly isSilent: boolean;
  readonly open: boolean;
  readonly waiting: number;
  readonly counters: readonly {
    readonly code: string;
    readonly name: Localized;
    readonly agency: string;
    readonly now: HallSnapshot['counters'][number];
  }[];
}

/** All halls as anybody may see them, by city and name; those that still practise are left out. */
export async function publicView(
  { query }: Pick<CentreDatabase, 'query'>,
  now: number,
): Promise<readonly PublicHall[]> {
  const halls = await query
    .selectFrom('halls')
    .leftJoin('snapshots', 'snapshots.hall_id', 'halls.id')
    .select(['halls.id', 'name', 'city', 'time_zone', 'received_at', 'body'])
    .where('removed_at', 'is', null)
    .orderBy('city')
    .orderBy('name')
    .execute();
  const counters = await query
    .selectFrom('hall_counters')
    .select(['hall_id', 'counter_id', 'code', 'name', 'agency'])
    .where('archived', '=', false)
    .orderBy('hall_id')
    .orderBy('place')
    .execute();
  return halls.flatMap((hall): PublicHall[] => {
    const said = hall.body as HallSnapshot | null;
    if (said?.practice) return [];
    const nowOf = new Map(said?.counters.map((counter) => [counter.id, counter]));
    return [
      {
        name: hall.name,
        city: hall.city,
        timezone: hall.time_zone,
        saidAt: hall.received_at,
        isSilent: hall.received_at === null || now - hall.received_at > silentAfterMinutes * 60_000,
        open: said?.open ?? false,
        waiting: said?.waiting ?? 0,
        counters: counters.flatMap(({ hall_id, counter_id, code, name, agency }) => {
          const counter = hall_id === hall.id ? nowOf.get(counter_id) : undefined;
          return counter ? [{ code, name, agency, now: counter }] : [];
        }),
      },
    ];
  });
}
