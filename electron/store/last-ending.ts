import { prepared } from './prepared';
import { query, type Reader } from './store';

/** A step that an officer ended at a desk, and nothing has happened to its ticket since. */
export interface LastEnding {
  readonly how: 'finished' | 'no_show';
  readonly stepId: number;
  readonly serviceId: number;
  readonly counterId: number;
  readonly deskId: number;
  /** Who ended it. */
  readonly userId: number;
  readonly startedAt: number | null;
  readonly endedAt: number;
}

// What is done about a ticket's paper or class is no step of its visit.
const newestAct = prepared((values: { ticketId: number }) =>
  query
    .selectFrom('events')
    .where('events.ticketId', '=', values.ticketId)
    .where('events.kind', 'not in', ['paper', 'reprinted', 'priority_changed', 'fetch_changed'])
    .leftJoin('steps', 'steps.id', 'events.stepId')
    .leftJoin('services', 'services.id', 'steps.serviceId')
    .orderBy('events.id', 'desc')
    .limit(1)
    .select([
      'events.kind',
      'events.deskId',
      'steps.id as stepId',
      'steps.serviceId',
      'services.counterId',
      'events.userId',
      'steps.startedAt',
      'steps.endedAt',
    ]),
);

/** The finish or no-show that is the last that happened to a ticket; undefined where something else was. */
export function readLastEnding(reader: Reader, ticketId: number): LastEnding | undefined {
  const act = reader.first(newestAct({ ticketId }));
  if (act?.kind !== 'finished' && act?.kind !== 'no_show') return undefined;
  const { kind: how, stepId, serviceId, counterId, deskId, userId, startedAt, endedAt } = act;
  // The day's end is no officer's mistake: its events name no desk.
  if (stepId === null || serviceId === null || counterId === null || deskId === null) return undefined;
  if (userId === null || endedAt === null) return undefined;
  return { how, stepId, serviceId, counterId, deskId, userId, startedAt, endedAt };
}
