import type { NewPublication, PublicationChange } from '../../contract/publication';
import { Refusal } from '../../queue/refusal';
import { readKnownPersons } from '../../store/known-persons';
import { query, type Transaction } from '../../store/store';
import { findPersons } from '../../survey/find-persons';
import type { ActionContext } from '../action';

/**
 * Writes what may be published of a complaint that was answered; returns the id. Refuses `not_found`, `illegal_transition` where it
 * isn't answered yet, `already_exists` where something was written of it.
 */
export function makePublication(context: ActionContext, { code, question, answer }: NewPublication): number {
  const { transaction, now } = context;
  const complaint = transaction.first(query.selectFrom('complaints').selectAll().where('code', '=', code));
  if (!complaint) throw new Refusal('not_found');
  if (complaint.status !== 'answered' && complaint.status !== 'forwarded')
    throw new Refusal('illegal_transition');
  const before = query.selectFrom('published_answers').select('id').where('code', '=', code);
  if (transaction.first(before)) throw new Refusal('already_exists');
  return transaction.run(
    query.insertInto('published_answers').values({
      code,
      counterId: complaint.counterId,
      month: complaint.businessDate.slice(0, 7),
      practice: complaint.practice,
      question,
      answer,
      state: 'draft',
      writtenBy: writer(context),
      writtenAt: now,
    }),
  ).lastId;
}

/** Changes a text. The caller counts as its writer from then on, so that somebody else publishes it. Refuses `not_found`, `illegal_transition`. */
export function changePublication(
  context: ActionContext,
  publicationId: number,
  change: PublicationChange,
): void {
  const { transaction, now } = context;
  const row = rowOf(transaction, publicationId);
  if (row.state === 'published') throw new Refusal('illegal_transition');
  transaction.run(
    query
      .updateTable('published_answers')
      .set({
        question: change.question ?? row.question,
        answer: change.answer ?? row.answer,
        writtenBy: writer(context),
        writtenAt: now,
        version: row.version + 1,
      })
      .where('id', '=', publicationId),
  );
}

/**
 * Publishes a text. Refuses `not_found`, `illegal_transition` if it is published already, `second_look_needed` if the caller wrote
 * it, and `names_in_text` while an identity number stands in it, whatever was read.
 */
export function publish(context: ActionContext, publicationId: number): void {
  const { transaction, now } = context;
  const row = rowOf(transaction, publicationId);
  if (row.state === 'published') throw new Refusal('illegal_transition');
  const reader = writer(context);
  if (reader === row.writtenBy) throw new Refusal('second_look_needed');
  const doubts = findPersons(`${row.question}\n${row.answer}`, readKnownPersons(transaction, row.code));
  if (doubts.some(({ kind }) => kind === 'identity')) throw new Refusal('names_in_text');
  transaction.run(
    query
      .updateTable('published_answers')
      .set({
        state: 'published',
        publishedBy: reader,
        publishedAt: now,
        withdrawnBy: null,
        withdrawnAt: null,
        version: row.version + 1,
      })
      .where('id', '=', publicationId),
  );
  transaction.announce({ kind: 'configuration' });
}

/** Takes it back from everybody. Refuses `not_found`, `illegal_transition`. */
export function withdrawPublication(context: ActionContext, publicationId: number): void {
  const { transaction, now } = context;
  const row = rowOf(transaction, publicationId);
  if (row.state !== 'published') throw new Refusal('illegal_transition');
  transaction.run(
    query
      .updateTable('published_answers')
      .set({
        state: 'withdrawn',
        withdrawnBy: writer(context),
        withdrawnAt: now,
        version: row.version + 1,
      })
      .where('id', '=', publicationId),
  );
  transaction.announce({ kind: 'configuration' });
}

/** Removes what is not published. Refuses `not_found`, `illegal_transition`. */
export function removePublication({ transaction }: ActionContext, publicationId: number): void {
  if (rowOf(transaction, publicationId).state === 'published') throw new Refusal('illegal_transition');
  transaction.run(query.deleteFrom('published_answers').where('id', '=', publicationId));
}

/**
 * Lets go of complaints that are forgotten: what everybody may read stays, as a text of its own that leads back to none; what was only
 * written, or was taken back, goes with them. Returns how many rows went.
 */
export function letGoOfForgotten(transaction: Transaction): number {
  const kept = query.selectFrom('complaints').select('code');
  transaction.run(
    query
      .updateTable('published_answers')
      .set({ code: null })
      .where('code', 'is not', null)
      .where('code', 'not in', kept),
  );
  return transaction.run(
    query.deleteFrom('published_answers').where('code', 'is', null).where('state', '<>', 'published'),
  ).changes;
}

function rowOf(transaction: Transaction, publicationId: number) {
  const row = transaction.first(
    query.selectFrom('published_answers').selectAll().where('id', '=', publicationId),
  );
  if (!row) throw new Refusal('not_found');
  return row;
}

function writer({ actor }: ActionContext): number {
  if (actor.kind !== 'user') throw new Refusal('forbidden');
  return actor.userId;
}
