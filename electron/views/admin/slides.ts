import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { AdminSlide } from '../../contract/admin-screens';
import type { DisplaySnapshot } from '../../contract/lobby';
import { isSlideDue } from '../../queue/slide-schedule';
import type { Tables } from '../../store/schema';
import { query } from '../../store/store';
import type { ViewContext } from '../view-context';
import { StoredRow } from './stored-json';

const storedWeekdays = z.array(z.number().int());
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const inOrder = query.selectFrom('slides').selectAll().orderBy('position').orderBy('id');

/** All slides in their order; `isThere` tells whether a file is where slides are kept. */
export function listSlides(context: ViewContext, isThere: (file: string) => boolean): AdminSlide[] {
  return context.reader.all(inOrder).map((row) => shown(context, row, isThere));
}

/** One slide, or undefined. */
export function findSlide(
  context: ViewContext,
  slideId: number,
  isThere: (file: string) => boolean,
): AdminSlide | undefined {
  const row = context.reader.first(query.selectFrom('slides').selectAll().where('id', '=', slideId));
  return row && shown(context, row, isThere);
}

/** What the screens show now, in order. */
export function slidesDue({ reader, hall, now }: ViewContext): DisplaySnapshot['slides'] {
  return reader.all(inOrder).flatMap((row) => {
    const weekdays = new StoredRow().read('weekdays', storedWeekdays, row.weekdaysJson, everyDay);
    if (!isSlideDue({ ...row, weekdays, shown: row.shown === 1 }, now, hall.settings.timezone)) return [];
    const { id, kind, name, seconds } = row;
    return [{ id: String(id), kind, name, seconds, url: addressOf(row) }];
  });
}

function shown(
  { hall, now }: ViewContext,
  row: Selectable<Tables['slides']>,
  isThere: (file: string) => boolean,
): AdminSlide {
  const stored = new StoredRow();
  const weekdays = stored.read('weekdays', storedWeekdays, row.weekdaysJson, everyDay);
  const { fromTime, toTime } = row;
  return {
    id: String(row.id),
    version: row.version,
    position: row.position,
    name: row.name,
    kind: row.kind,
    url: addressOf(row),
    bytes: row.bytes,
    seconds: row.seconds,
    weekdays,
    hours: fromTime === null || toTime === null ? null : { from: fromTime, to: toTime },
    fromDate: row.fromDate,
    toDate: row.toDate,
    shown: row.shown === 1,
    due: isSlideDue({ ...row, weekdays, shown: row.shown === 1 }, now, hall.settings.timezone),
    missing: !isThere(row.file),
    unreadable: stored.unreadable,
  };
}

function addressOf({ file }: { readonly file: string }): string {
  return `/slides/${file}`;
}
