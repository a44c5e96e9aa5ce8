import { institutionsOf } from '../../electron/actions/accounts/account-reach';
import type { ActionContext } from '../../electron/actions/action';
import type { UserActor } from '../../electron/actions/desk/standing';
import { takeDesk } from '../../electron/actions/desk/take-desk';
import { newTicket } from '../../electron/actions/new-ticket';
import type { Configuration } from '../../electron/contract/configuration';
import type { Role } from '../../electron/contract/staff';
import type { Paper, Priority } from '../../electron/contract/tickets';
import { query } from '../../electron/store/store';
import { type TestHall, testHall } from './test-hall';

export interface StaffHall extends TestHall {
  /** A user with this role; `counters` are codes, and all where left out. */
  addUser(name: string, role?: Role, counters?: readonly string[]): UserActor;
  /** A user who has taken this desk. */
  officerAt(deskNumber: number, role?: Role, counters?: readonly string[]): UserActor;
  /** A number taken for a service, which waits (or, by `paper: 'pending'`, is still printing). */
  ticket(code: string, options?: TicketOptions): number;
  /** A ticket and its steps as stored, oldest step first. */
  stored(ticketId: number): {
    readonly ticket: Record<string, unknown>;
    readonly steps: readonly Record<string, unknown>[];
  };
  status(ticketId: number): string;
  /** The events of a ticket, oldest first: kind and what was noted. */
  events(ticketId: number): { readonly kind: string; readonly data: unknown }[];
  /** Every row of every table, as text. */
  everything(): string;
}

export interface TicketOptions {
  readonly place?: number;
  readonly priority?: Priority;
  readonly paper?: Extract<Paper, 'pending' | 'none'>;
}

const tables = [
  'settings',
  'counters',
  'services',
  'hours',
  'closures',
  'users',
  'sign_in_failures',
  'sessions',
  'desks',
  'devices',
  'number_sequences',
  'access_days',
  'tickets',
  'steps',
  'events',
  'calls',
  'print_jobs',
  'survey_given',
  'survey_answers',
  'complaints',
  'idempotency_keys',
  'audit',
] as const;

/** A hall, of the small configuration or another, with the means to put officers at its desks and visitors into its queues. */
export function staffHall(configuration?: Configuration): StaffHall {
  const hall = testHall(configuration);
  const staff: StaffHall = {
    ...hall,
    addUser: (name, role = 'staff', counters) => {
      const counterIds = counters?.map((code) => hall.counterId(code)) ?? null;
      const { lastId: userId } = hall.store.write((transaction) =>
        transaction.run(
          query.insertInto('users').values({
            username: name,
            displayName: name,
            role,
            passwordHash: '',
            counterIdsJson: counterIds && JSON.stringify(counterIds),
            institutionsJson: JSON.stringify(institutionsOf(hall.hall(), counterIds ?? [])),
            wholeHall: counterIds === null ? 1 : 0,
            createdAt: hall.clock.now(),
          }),
        ),
      );
      return { kind: 'user', userId, role, counterIds };
    },
    officerAt: (deskNumber, role, counters) => {
      const user = staff.addUser(`officer-${deskNumber}`, role, counters);
      hall.act(user, (context) => takeDesk(context, { deskId: hall.deskId(deskNumber) }));
      return user;
    },
    ticket: (code, { place = 0, priority, paper = 'none' } = {}) =>
      hall.act({ kind: 'system' }, (context: ActionContext) => {
        const service = context.hall.service.get(hall.serviceId(code, place));
        if (!service) throw new Error(`no service ${place} at ${code}`);
        return newTicket(context, service, { priority: priority ?? null, language: 'id', paper }).ticketId;
      }),
    stored: (ticketId) => {
      const ticket = hall.store.first(query.selectFrom('tickets').selectAll().where('id', '=', ticketId));
      if (!ticket) throw new Error(`no ticket ${ticketId}`);
      const steps = hall.store.all(
        query.selectFrom('steps').selectAll().where('ticketId', '=', ticketId).orderBy('id'),
      );
      return { ticket, steps };
    },
    status: (ticketId) => String(staff.stored(ticketId).ticket.status),
    events: (ticketId) =>
      hall.store
        .all(query.selectFrom('events').selectAll().where('ticketId', '=', ticketId).orderBy('id'))
        .map(({ kind, dataJson }) => ({ kind, data: dataJson === null ? null : JSON.parse(dataJson) })),
    everything: () =>
      tables
        .map((table) => `${table} ${JSON.stringify(hall.store.all(query.selectFrom(table).selectAll()))}`)
        .join('\n'),
  };
  return staff;
}
