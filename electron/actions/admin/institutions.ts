import { reachOf } from '../../queue/reach';
import { Refusal } from '../../queue/refusal';
import { storedReach } from '../../store/account-reach';
import { query, type Transaction } from '../../store/store';
import { fieldFault } from '../../texts/field-fault';
import { leaveDesks } from '../accounts/change-user';
import { recordAudit } from '../accounts/record-audit';
import type { ActionContext } from '../action';

/** Each counter's institution as it stands in the transaction, of archived ones too. */
export function readInstitutions(transaction: Transaction): Map<number, string> {
  const rows = transaction.all(query.selectFrom('counters').select(['id', 'agency']));
  return new Map(rows.map(({ id, agency }) => [id, agency]));
}

/**
 * Lets people follow their institutions after counters were given other names of these. An institution whose counters
 * all have one name now that none had before was renamed, archived counters with it: its people belong to it under that
 * name. A counter that went to another institution, or away from others to a new one, leaves its people behind; who sits
 * at a desk of it leaves that.
 */
export function followInstitutions(context: ActionContext, before: ReadonlyMap<number, string>): void {
  const { transaction } = context;
  const given = readInstitutions(transaction);
  const moved = [...before].filter(([id, name]) => given.get(id) !== name);
  if (moved.length === 0) return;
  const archived = new Set(
    transaction
      .all(query.selectFrom('counters').select('id').where('archivedAt', 'is not', null))
      .map(({ id }) => id),
  );
  const renamed = new Map<string, string>();
  for (const from of new Set(moved.map(([, name]) => name))) {
    const own = [...before].filter(([, name]) => name === from).map(([id]) => id);
    const inUse = own.filter((id) => !archived.has(id));
    const to = nameOfAll(inUse.length > 0 ? inUse : own, given);
    if (to === null || [...before.values()].includes(to)) continue;
    renamed.set(from, to);
    transaction.run(query.updateTable('counters').set({ agency: to }).where('agency', '=', from));
    recordAudit(context, {
      action: 'institution_renamed',
      subject: null,
      before: { agency: from },
      after: { agency: to },
    });
  }
  takePeopleAlong(transaction, renamed);
  freeDesks(context, readInstitutions(transaction));
}

/** The one name that all of some counters have, or null. */
function nameOfAll(counterIds: readonly number[], given: ReadonlyMap<number, string>): string | null {
  const names = new Set(counterIds.map((id) => given.get(id)));
  const [name] = names;
  return names.size === 1 && name !== undefined ? name : null;
}

function takePeopleAlong(transaction: Transaction, renamed: ReadonlyMap<string, string>): void {
  if (renamed.size === 0) return;
  for (const { id, institutionsJson } of transaction.all(
    query.selectFrom('users').select(['id', 'institutionsJson']).where('institutionsJson', '!=', '[]'),
  )) {
    const had = JSON.parse(institutionsJson) as string[];
    if (!had.some((name) => renamed.has(name))) continue;
    const has = had.map((name) => renamed.get(name) ?? name);
    transaction.run(
      query
        .updateTable('users')
        .set((row) => ({ institutionsJson: JSON.stringify(has), version: row('version', '+', 1) }))
        .where('id', '=', id),
    );
  }
}

/** Whoever sits at a desk that they no longer reach leaves it. */
function freeDesks(context: ActionContext, institutionOf: ReadonlyMap<number, string>): void {
  for (const row of context.transaction.all(
    query
      .selectFrom('desks')
      .innerJoin('users', 'users.id', 'desks.userId')
      .select(['users.id', 'wholeHall', 'institutionsJson', 'counterIdsJson']),
  )) {
    leaveDesks(context, row.id, reachOf(storedReach(row), institutionOf));
  }
}

/**
 * Gives an institution another name at all its counters, archived ones too; its people stay its own. Refuses
 * `not_found` where no counter has the name, `invalid_request` where another institution is called so.
 */
export function renameInstitution(
  context: ActionContext,
  { from, to }: { readonly from: string; readonly to: string },
): { readonly name: string; readonly counterIds: readonly number[] } {
  const { transaction } = context;
  const before = readInstitutions(transaction);
  const counterIds = [...before].filter(([, name]) => name === from).map(([id]) => id);
  if (counterIds.length === 0) throw new Refusal('not_found');
  if (to !== from && [...before.values()].includes(to)) {
    const fault = fieldFault('institution_exists', { name: to });
    throw new Refusal('invalid_request', { errors: [{ path: 'to', fault }] });
  }
  transaction.run(
    query
      .updateTable('counters')
      .set((row) => ({ agency: to, version: row('version', '+', 1) }))
      .where('agency', '=', from),
  );
  followInstitutions(context, before);
  transaction.announce({ kind: 'configuration' });
  return { name: to, counterIds };
}

/** Gives counters the institutions that a list names, all at once, so that people follow those renamed. */
export function giveInstitutions(context: ActionContext, named: ReadonlyMap<number, string>): void {
  const { transaction } = context;
  const before = readInstitutions(transaction);
  for (const [counterId, agency] of named) {
    if (before.get(counterId) === agency) continue;
    transaction.run(query.updateTable('counters').set({ agency }).where('id', '=', counterId));
  }
  followInstitutions(context, before);
}
