import { Refusal } from '../../../queue/refusal';
import { countAttempt } from '../../accounts/attempts';
import { audit } from '../../accounts/audit';
import type { Person } from '../../accounts/sessions';
import { findWaiting, letIn, revokeKeys } from '../../intake/pairings';
import type { CentreParts } from '../../parts';
import { rebuildHall } from '../../projections/follow';
import { hallView } from '../../views/hall-view';
import { hallsNowView } from '../../views/halls-now-view';
import { HallsLine } from '../halls-line';
import { type CentreHandlers, signedIn } from '../route-request';

/** The halls as they are now, and letting them in and out. */
export function hallHandlers(parts: CentreParts) {
  const { database, now } = parts;
  const line = new HallsLine(parts);
  const one = async (hallId: number) => {
    const [hall] = await hallsNowView(database, { seen: [hallId], now: now() });
    if (!hall) throw new Refusal('not_found');
    return hall;
  };
  /** Changes one hall, with its trace. Throws `Refusal('not_found')`. */
  const change = (
    person: Person,
    action: string,
    hallId: number,
    work: (transaction: CentreParts['database']['query']) => Promise<unknown>,
  ) =>
    database.query.transaction().execute(async (transaction) => {
      const hall = await transaction
        .selectFrom('halls')
        .select('name')
        .where('id', '=', hallId)
        .where('removed_at', 'is', null)
        .forUpdate()
        .executeTakeFirst();
      if (!hall) throw new Refusal('not_found');
      await work(transaction);
      const subject = `hall:${hallId}`;
      await audit(transaction, { at: now(), accountId: person.accountId, action, subject, detail: hall });
    });
  return {
    halls: async (request) => {
      const seen = signedIn(request).hallIds;
      const moment = now();
      return {
        status: 200,
        body: {
          at: new Date(moment).toISOString(),
          halls: await hallsNowView(database, { seen, now: moment }),
        },
      };
    },
    hallsEvents: (request) => line.follow(request),
    hall: async ({ params }) => ({ status: 200, body: await hallView(database, Number(params.hall), now()) }),
    waitingHall: async (request) => {
      await countCode(request.raw.ip);
      const waiting = await findWaiting(parts, request.body.code);
      const known = await database.query
        .selectFrom('halls')
        .select(['id', 'name'])
        .where('uid', '=', waiting.hall_uid)
        .executeTakeFirst();
      return {
        status: 200,
        body: {
          name: waiting.name,
          city: waiting.city,
          version: waiting.version,
          askedAt: new Date(waiting.asked_at).toISOString(),
          known: known ? { id: String(known.id), name: known.name } : null,
        },
      };
    },
    letHallIn: async (request) => {
      await countCode(request.raw.ip);
      const { accountId } = signedIn(request);
      const { code, name } = request.body;
      const hallId = await letIn(parts, code, { accountId, name });
      return { status: 201, body: await one(hallId) };
    },
    renameHall: async (request) => {
      const hallId = Number(request.params.hall);
      const { name } = request.body;
      await change(signedIn(request), 'renameHall', hallId, (transaction) =>
        transaction.updateTable('halls').set({ name }).where('id', '=', hallId).execute(),
      );
      return { status: 200, body: await one(hallId) };
    },
    stopHall: async (request) => {
      const hallId = Number(request.params.hall);
      await change(signedIn(request), 'stopHall', hallId, async (transaction) => {
        await transaction
          .updateTable('halls')
          .set({ frozen_at: now(), frozen_because: 'stopped' })
          .where('id', '=', hallId)
          .where('frozen_at', 'is', null)
          .execute();
        await transaction.deleteFrom('hall_sessions').where('hall_id', '=', hallId).execute();
      });
      return { status: 200, body: await one(hallId) };
    },
    removeHall: async (request) => {
      const hallId = Number(request.params.hall);
      await change(signedIn(request), 'removeHall', hallId, async (transaction) => {
        await revokeKeys(transaction, hallId, now());
        await transaction.deleteFrom('snapshots').where('hall_id', '=', hallId).execute();
        await transaction.updateTable('halls').set({ removed_at: now() }).where('id', '=', hallId).execute();
      });
      return { status: 204, body: null };
    },
    rebuildHall: async (request) => {
      const hallId = Number(request.params.hall);
      await change(signedIn(request), 'rebuildHall', hallId, async () => undefined);
      await rebuildHall(database, hallId);
      return { status: 204, body: null };
    },
  } satisfies Partial<CentreHandlers>;

  /** Codes are tried by people who are signed in; guesses are few all the same. */
  async function countCode(address: string): Promise<void> {
    await countAttempt(database, { kind: 'pairing', address }, now());
  }
}
