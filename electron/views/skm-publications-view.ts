import type { PublishedSkm, SkmMedium, SkmPublication } from '../contract/skm-publication';
import { localInstant } from '../queue/local-instant';
import { readKnownPersons } from '../store/known-persons';
import { actionsOf, elementsOf, type PublishedSkmRow, publishedSkmRow } from '../store/published-skm';
import { query } from '../store/store';
import { findPersons } from '../survey/find-persons';
import { screensOf } from './evaluation/media-evidence';
import { publicStandardView } from './standards/standards';
import type { ViewContext } from './view-context';

/** All that was made ready for everybody, the newest first: `GET /reports/skm-publications`. */
export function skmPublicationsView(context: ViewContext): SkmPublication[] {
  const rows = query.selectFrom('published_skm').selectAll().orderBy('id', 'desc');
  return context.reader.all(rows).map((row) => shown(context, row));
}

/** One of them, or undefined. */
export function findSkmPublication(context: ViewContext, publicationId: number): SkmPublication | undefined {
  const row = context.reader.first(publishedSkmRow(publicationId));
  return row && shown(context, row);
}

/**
 * What everybody reads: the last period's result that is public, and what is done about it. Words are those that were read; whether it
 * is done, and since when, is told as it stands, and what was taken back from the plan no more. Null: no result is public.
 */
export function publishedSkmView(context: ViewContext): PublishedSkm | null {
  const { reader } = context;
  const row = lastPublished(context);
  if (!row) return null;
  const plan = reader.all(
    query
      .selectFrom('follow_ups')
      .select(['id', 'dueDate', 'doneDate'])
      .where('fromDate', '=', row.fromDate)
      .where('toDate', '=', row.toDate),
  );
  return {
    ...figuresOf(row),
    actions: actionsOf(row).flatMap(({ followUpId, element, text }) => {
      const now = plan.find(({ id }) => String(id) === followUpId);
      return now ? [{ element, text, dueOn: now.dueDate, doneOn: now.doneDate }] : [];
    }),
  };
}

/**
 * By which media visitors find the last published result now, each 1 or 0, and how many these are: on the page before coming and on
 * phones wherever they reach Antre from outside, at kiosks that show standards, on the lobby's screen where the hall wants it and has one, on paper since it was hung.
 */
export function skmMediaView(context: ViewContext): Readonly<Record<SkmMedium | 'count', number>> {
  const row = lastPublished(context);
  const { settings } = context.hall;
  const isOnline = row !== undefined && settings.publicUrl !== null;
  const is = {
    information: isOnline,
    phone: isOnline,
    // It is read there beside a service's standard.
    kiosk:
      row !== undefined &&
      screensOf(context).kiosks > 0 &&
      [...context.hall.service.keys()].some((id) => publicStandardView(context, id, 'kiosk') !== null),
    display:
      row !== undefined &&
      settings.lobbyResults.includes('skm') &&
      settings.display.notices &&
      screensOf(context).displays > 0,
    paper: row !== undefined && row.postedDate !== null,
  };
  return {
    information: Number(is.information),
    phone: Number(is.phone),
    kiosk: Number(is.kiosk),
    display: Number(is.display),
    paper: Number(is.paper),
    count: Object.values(is).filter(Boolean).length,
  };
}

function lastPublished({ reader, hall }: ViewContext): PublishedSkmRow | undefined {
  return reader.first(
    query
      .selectFrom('published_skm')
      .selectAll()
      .where('state', '=', 'published')
      // What was tried out before the hall was live tells of nobody.
      .where('practice', '<=', hall.settings.practice ? 1 : 0)
      .orderBy('toDate', 'desc')
      .orderBy('fromDate', 'desc')
      .limit(1),
  );
}

function figuresOf(row: PublishedSkmRow) {
  return {
    from: row.fromDate,
    to: row.toDate,
    forms: row.forms,
    sampleNeeded: row.sampleNeeded,
    index: row.skmIndex,
    grade: row.grade,
    elements: elementsOf(row),
  };
}

function shown({ reader, hall }: ViewContext, row: PublishedSkmRow): SkmPublication {
  const actions = actionsOf(row);
  const act = (by: number | null, at: number | null) => {
    if (by === null || at === null) return null;
    const user = reader.first(query.selectFrom('users').select('displayName').where('id', '=', by));
    return { by: user?.displayName ?? '', at: localInstant(at, hall.settings.timezone) };
  };
  return {
    id: String(row.id),
    version: row.version,
    state: row.state,
    ...figuresOf(row),
    actions,
    doubts: findPersons(actions.map(({ text }) => text).join('\n'), readKnownPersons(reader, null)),
    written: act(row.writtenBy, row.writtenAt) ?? { by: '', at: '' },
    published: act(row.publishedBy, row.publishedAt),
    withdrawn: act(row.withdrawnBy, row.withdrawnAt),
    postedOn: row.postedDate,
  };
}
