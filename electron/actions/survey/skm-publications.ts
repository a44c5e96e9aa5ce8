import {
  fewestPublished,
  type NewSkmPublication,
  type SkmPublicationChange,
} from '../../contract/skm-publication';
import type { SkmReport } from '../../contract/survey';
import { Refusal } from '../../queue/refusal';
import { readKnownPersons } from '../../store/known-persons';
import { actionsOf, publishedSkmRow } from '../../store/published-skm';
import { query, type Transaction } from '../../store/store';
import { findPersons } from '../../survey/find-persons';
import { type FieldFaultCode, fieldFault } from '../../texts/field-fault';
import type { ActionContext } from '../action';

/**
 * Makes a period's result ready for everybody, in the figures of its report as it is now; returns the id. Refuses `already_exists`
 * where one is ready and not published, `not_found` for what follows another report, `invalid_request` where the period isn't over
 * or has too few answers to be told of.
 */
export function makeSkmPublication(
  context: ActionContext,
  report: SkmReport,
  wanted: Pick<NewSkmPublication, 'actions'>,
): number {
  const { transaction, now, hall } = context;
  const { from, to } = report;
  const ready = query
    .selectFrom('published_skm')
    .select('id')
    .where('fromDate', '=', from)
    .where('toDate', '=', to)
    .where('state', '=', 'draft');
  if (transaction.first(ready)) throw new Refusal('already_exists');
  return transaction.run(
    query.insertInto('published_skm').values({
      ...{ fromDate: from, toDate: to, practice: hall.settings.practice ? 1 : 0 },
      ...figuresOf(context, report),
      actionsJson: chosenOf(transaction, report, wanted),
      ...{ state: 'draft', writtenBy: caller(context), writtenAt: now },
    }),
  ).lastId;
}

/**
 * Makes it ready anew, with the figures as they are now. The caller counts as its writer from then on, so that somebody else publishes
 * it. Refuses as making it does, and `illegal_transition` for what was published.
 */
export function changeSkmPublication(
  context: ActionContext,
  publicationId: number,
  report: SkmReport,
  change: SkmPublicationChange,
): void {
  const { transaction, now } = context;
  const row = draftOf(transaction, publicationId);
  transaction.run(
    query
      .updateTable('published_skm')
      .set({
        ...figuresOf(context, report),
        actionsJson: chosenOf(transaction, report, change),
        writtenBy: caller(context),
        writtenAt: now,
        version: row.version + 1,
      })
      .where('id', '=', publicationId),
  );
}

/**
 * Publishes a result; one of the same period that was public is withdrawn for it. Refuses `not_found`, `illegal_transition` unless it
 * waits to be read, `second_look_needed` if the caller made it ready, and `names_in_text` while an identity number stands in it.
 */
export function publishSkm(context: ActionContext, publicationId: number): void {
  const { transaction, now } = context;
  const row = draftOf(transaction, publicationId);
  const reader = caller(context);
  if (reader === row.writtenBy) throw new Refusal('second_look_needed');
  const texts = actionsOf(row).map(({ text }) => text);
  const doubts = findPersons(texts.join('\n'), readKnownPersons(transaction, null));
  if (doubts.some(({ kind }) => kind === 'identity')) throw new Refusal('names_in_text');
  const before = transaction.all(
    query
      .selectFrom('published_skm')
      .select('id')
      .where('fromDate', '=', row.fromDate)
      .where('toDate', '=', row.toDate)
      .where('state', '=', 'published'),
  );
  for (const { id } of before) withdrawSkm(context, id);
  transaction.run(
    query
      .updateTable('published_skm')
      .set({ state: 'published', publishedBy: reader, publishedAt: now, version: row.version + 1 })
      .where('id', '=', publicationId),
  );
  transaction.announce({ kind: 'configuration' });
}

/** Takes it back from everybody; it stays in the list of what was public. Refuses `not_found`, `illegal_transition`. */
export function withdrawSkm(context: ActionContext, publicationId: number): void {
  const { transaction, now } = context;
  const row = rowOf(transaction, publicationId);
  if (row.state !== 'published') throw new Refusal('illegal_transition');
  transaction.run(
    query
      .updateTable('published_skm')
      .set({
        ...{ state: 'withdrawn', withdrawnBy: caller(context), withdrawnAt: now },
        version: row.version + 1,
      })
      .where('id', '=', publicationId),
  );
  transaction.announce({ kind: 'configuration' });
}

/**
 * Says since when a published result hangs on paper in the hall. Refuses `not_found`, `illegal_transition` for what isn't public,
 * `invalid_request` for a day that has not come.
 */
export function postSkm(
  { transaction, businessDate }: ActionContext,
  publicationId: number,
  postedDate: string | null,
): void {
  if (postedDate !== null && postedDate > businessDate) throw refused('postedOn', 'day_to_come');
  const row = rowOf(transaction, publicationId);
  if (row.state !== 'published') throw new Refusal('illegal_transition');
  transaction.run(
    query
      .updateTable('published_skm')
      .set({ postedDate, version: row.version + 1 })
      .where('id', '=', publicationId),
  );
}

/** Removes what nobody else has seen. Refuses `not_found`, `illegal_transition`. */
export function removeSkmPublication({ transaction }: ActionContext, publicationId: number): void {
  draftOf(transaction, publicationId);
  transaction.run(query.deleteFrom('published_skm').where('id', '=', publicationId));
}

function figuresOf({ businessDate }: ActionContext, report: SkmReport) {
  const { to, forms, sampleNeeded, index, grade, elements } = report;
  if (to > businessDate) throw refused('to', 'day_to_come');
  if (forms < fewestPublished || index === null || grade === null) throw refused('from', 'too_few_answers');
  const told = elements.map(({ element, mean, index: each, grade: own }) => ({
    ...{ element, mean, index: each, grade: own },
  }));
  return { forms, sampleNeeded, skmIndex: index, grade, elementsJson: JSON.stringify(told) };
}

/** What follows that very report alone, in the words that were given. */
function chosenOf(
  transaction: Transaction,
  { from, to }: SkmReport,
  { actions }: Pick<NewSkmPublication, 'actions'>,
): string {
  const plan = transaction.all(
    query
      .selectFrom('follow_ups')
      .select(['id', 'element'])
      .where('fromDate', '=', from)
      .where('toDate', '=', to),
  );
  const told = actions.map(({ followUpId, text }) => {
    const followUp = plan.find(({ id }) => String(id) === followUpId);
    if (!followUp) throw new Refusal('not_found');
    return { followUpId, element: followUp.element, text };
  });
  return JSON.stringify(told);
}

function rowOf(transaction: Transaction, publicationId: number) {
  const row = transaction.first(publishedSkmRow(publicationId));
  if (!row) throw new Refusal('not_found');
  return row;
}

function draftOf(transaction: Transaction, publicationId: number) {
  const row = rowOf(transaction, publicationId);
  if (row.state !== 'draft') throw new Refusal('illegal_transition');
  return row;
}

function caller({ actor }: ActionContext): number {
  if (actor.kind !== 'user') throw new Refusal('forbidden');
  return actor.userId;
}

function refused(path: string, code: FieldFaultCode): Refusal {
  return new Refusal('invalid_request', { errors: [{ path, fault: fieldFault(code) }] });
}
