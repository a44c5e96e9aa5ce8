import { sql } from 'kysely';
import type { JournalBody, JournalEntry } from '../../contract/centre/journal-kinds';
import type { CentreDatabase } from '../database/engine';

type Transaction = CentreDatabase['query'];

/** What a row tells, with its place in the hall's clock. */
export interface TimedEntry {
  readonly at: number;
  readonly entry: JournalEntry;
}

/** Everything that is made of the journal; emptied of a hall before it is made anew. */
export const projectionTables = [
  'configurations',
  'hall_counters',
  'hall_services',
  'day_sums',
  'survey_sums',
  'complaints_due',
  'hall_devices',
  'ticket_days',
  'hall_desks',
] as const;

/** Reads rows of a hall's journal, in their order, into the tables that are asked. */
export async function applyEntries(
  transaction: Transaction,
  hallId: number,
  entries: readonly TimedEntry[],
): Promise<void> {
  // What a hall forgets is what it told before: so it is the same in one piece as in several.
  let from = 0;
  for (let at = 0; at < entries.length; at += 1) {
    if (entries[at]?.entry.kind !== 'purged') continue;
    await applyPart(transaction, hallId, entries.slice(from, at + 1));
    from = at + 1;
  }
  if (from < entries.length) await applyPart(transaction, hallId, entries.slice(from));
}

async function applyPart(
  transaction: Transaction,
  hallId: number,
  entries: readonly TimedEntry[],
): Promise<void> {
  await countTickets(transaction, hallId, entries);
  for (const { at, entry } of newestOf(entries)) {
    switch (entry.kind) {
      case 'day_summed':
        await keepDay(transaction, hallId, entry.body);
        break;
      case 'survey_sums':
        await keepSurvey(transaction, hallId, entry.body);
        break;
      case 'complaint_counts':
        await keepComplaints(transaction, hallId, entry.body);
        break;
      case 'configuration_version':
        await keepConfiguration(transaction, hallId, at, entry.body);
        break;
      case 'device_state':
        await keepDevice(transaction, hallId, at, entry.body);
        break;
      case 'desk':
        await keepDesk(transaction, hallId, at, entry.body);
        break;
      case 'purged':
        await forgetBefore(transaction, hallId, entry.body.before);
        break;
      case 'ticket_step':
      case 'call':
      case 'epoch_opened':
        break;
    }
  }
}

/** Of rows that stand in the place of others, the newest of these here alone. */
function newestOf(entries: readonly TimedEntry[]): readonly TimedEntry[] {
  const newest = new Map<string, TimedEntry>();
  for (const each of entries) {
    const key = placeOf(each.entry);
    newest.delete(key);
    newest.set(key, each);
  }
  return [...newest.values()];
}

function placeOf({ kind, body }: JournalEntry): string {
  switch (kind) {
    case 'day_summed':
      return `day ${body.date}`;
    case 'survey_sums':
      return `survey ${body.month} ${body.counterId}`;
    case 'device_state':
      return `device ${body.deviceId}`;
    case 'desk':
      return `desk ${body.deskId}`;
    default:
      return kind;
  }
}

const counted = {
  issued: 'issued',
  finished: 'finished',
  no_show: 'no_show',
  cancelled: 'cancelled',
} as const;
interface TicketDay {
  date: string;
  service_id: number;
  issued: number;
  finished: number;
  no_show: number;
  cancelled: number;
  calls: number;
  waited: number;
}

async function countTickets(
  transaction: Transaction,
  hallId: number,
  entries: readonly TimedEntry[],
): Promise<void> {
  const days = new Map<string, TicketDay>();
  const dayOf = ({ date, serviceId }: { readonly date: string; readonly serviceId: number }) => {
    const key = `${date} ${serviceId}`;
    const nothing = { issued: 0, finished: 0, no_show: 0, cancelled: 0, calls: 0, waited: 0 };
    const day = days.get(key) ?? { date, service_id: serviceId, ...nothing };
    days.set(key, day);
    return day;
  };
  for (const { entry } of entries) {
    if (entry.kind === 'call' && !entry.body.practice && !entry.body.recall) {
      const day = dayOf(entry.body);
      day.calls += 1;
      day.waited += entry.body.waited;
    } else if (entry.kind === 'ticket_step' && !entry.body.practice && entry.body.step in counted) {
      dayOf(entry.body)[counted[entry.body.step as keyof typeof counted]] += 1;
    }
  }
  if (days.size === 0) return;
  await sql`insert into ticket_days (hall_id, date, service_id, issued, finished, no_show, cancelled, calls, waited)
    select ${hallId}::int, date, service_id, issued, finished, no_show, cancelled, calls, waited
    from json_to_recordset(${JSON.stringify([...days.values()])}::json) as days (
      date date, service_id bigint, issued int, finished int, no_show int, cancelled int, calls int, waited bigint
    )
    on conflict (hall_id, date, service_id) do update set
      issued = ticket_days.issued + excluded.issued,
      finished = ticket_days.finished + excluded.finished,
      no_show = ticket_days.no_show + excluded.no_show,
      cancelled = ticket_days.cancelled + excluded.cancelled,
      calls = ticket_days.calls + excluded.calls,
      waited = ticket_days.waited + excluded.waited`.execute(transaction);
}

async function keepDay(
  transaction: Transaction,
  hallId: number,
  { date, counters }: JournalBody<'day_summed'>,
): Promise<void> {
  await transaction.deleteFrom('day_sums').where('hall_id', '=', hallId).where('date', '=', date).execute();
  if (counters.length === 0) return;
  await transaction
    .insertInto('day_sums')
    .values(
      counters.map(({ counterId, sums, presence }) => ({
        hall_id: hallId,
        date,
        counter_id: counterId,
        format: sums?.format ?? null,
        packed: sums ? Buffer.from(sums.packed, 'base64') : null,
        promised: presence?.promised ?? null,
        present: presence?.present ?? null,
        paused: presence?.paused ?? null,
        late: presence?.late ?? null,
      })),
    )
    .execute();
}

async function keepSurvey(
  transaction: Transaction,
  hallId: number,
  { month, counterId, forms, scores }: JournalBody<'survey_sums'>,
): Promise<void> {
  const row = { forms, scores: JSON.stringify(scores) };
  await transaction
    .insertInto('survey_sums')
    .values({ hall_id: hallId, month, counter_id: counterId, ...row })
    .onConflict((conflict) => conflict.columns(['hall_id', 'month', 'counter_id']).doUpdateSet(row))
    .execute();
}

async function keepComplaints(
  transaction: Transaction,
  hallId: number,
  { date, counters }: JournalBody<'complaint_counts'>,
): Promise<void> {
  await transaction.deleteFrom('complaints_due').where('hall_id', '=', hallId).execute();
  if (counters.length === 0) return;
  await transaction
    .insertInto('complaints_due')
    .values(
      counters.map((each) => ({
        hall_id: hallId,
        counter_id: each.counterId ?? 0,
        date,
        open: each.open,
        fresh: each.new,
        overdue: each.overdue,
        next_due: each.nextDue,
        answered: each.answered,
      })),
    )
    .execute();
}

async function keepConfiguration(
  transaction: Transaction,
  hallId: number,
  at: number,
  { fingerprint, hall, counters, services }: JournalBody<'configuration_version'>,
): Promise<void> {
  const row = { fingerprint, practice: hall.practice, at };
  await transaction
    .insertInto('configurations')
    .values({ hall_id: hallId, ...row })
    .onConflict((conflict) => conflict.column('hall_id').doUpdateSet(row))
    .execute();
  await transaction
    .updateTable('halls')
    .set({ city: hall.city, time_zone: hall.timezone })
    .where('id', '=', hallId)
    .execute();
  await transaction.deleteFrom('hall_counters').where('hall_id', '=', hallId).execute();
  await transaction.deleteFrom('hall_services').where('hall_id', '=', hallId).execute();
  if (counters.length > 0) {
    await transaction
      .insertInto('hall_counters')
      .values(
        counters.map(({ id, code, name, agency, group, archived }, place) => ({
          hall_id: hallId,
          counter_id: id,
          place,
          code,
          name: JSON.stringify(name),
          agency: agency.trim(),
          counter_group: group,
          archived,
        })),
      )
      .execute();
  }
  if (services.length > 0) {
    await transaction
      .insertInto('hall_services')
      .values(
        services.map(({ id, counterId, name, archived }, place) => ({
          hall_id: hallId,
          service_id: id,
          place,
          counter_id: counterId,
          name: JSON.stringify(name),
          archived,
        })),
      )
      .execute();
  }
}

async function keepDevice(
  transaction: Transaction,
  hallId: number,
  at: number,
  { deviceId, device, state, roll }: JournalBody<'device_state'>,
): Promise<void> {
  const row = { device, state, roll, at };
  await transaction
    .insertInto('hall_devices')
    .values({ hall_id: hallId, device_id: deviceId, ...row })
    .onConflict((conflict) => conflict.columns(['hall_id', 'device_id']).doUpdateSet(row))
    .execute();
}

async function keepDesk(
  transaction: Transaction,
  hallId: number,
  at: number,
  { deskId, counterId, step, date }: JournalBody<'desk'>,
): Promise<void> {
  const row = { counter_id: counterId, step, date, at };
  await transaction
    .insertInto('hall_desks')
    .values({ hall_id: hallId, desk_id: deskId, ...row })
    .onConflict((conflict) => conflict.columns(['hall_id', 'desk_id']).doUpdateSet(row))
    .execute();
}

/** The hall has forgotten what single tickets and desks did: so does what is made of it. The sums stay. */
async function forgetBefore(transaction: Transaction, hallId: number, before: string): Promise<void> {
  await transaction
    .deleteFrom('ticket_days')
    .where('hall_id', '=', hallId)
    .where('date', '<', before)
    .execute();
  // Made anew it would be gone too: what desks said is emptied below.
  await transaction
    .deleteFrom('hall_desks')
    .where('hall_id', '=', hallId)
    .where('date', '<', before)
    .execute();
  // By the text: among them are rows that are no JSON, at which all forgetting would fail.
  // Their hashes stay, by which what is sent again is known; what they said goes. Dates are by a day and a bit at most later than moments.
  const latest = Date.parse(`${before}T00:00:00Z`) + 2 * 86_400_000;
  await sql`update journal set body = ''
    where hall_id = ${hallId} and kind in ('ticket_step', 'call', 'desk') and body <> '' and at < ${latest}::bigint
      and substring(body from '"date"\\s*:\\s*"(\\d{4}-\\d{2}-\\d{2})"') < ${before}`.execute(transaction);
}
