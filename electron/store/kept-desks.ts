import type { AccountReach } from '../queue/reach';
import { storedReach } from './account-reach';
import { stepIsAtDesk } from './alive';
import { prepared } from './prepared';
import type { BreakAnswer } from './schema';
import { query, type Reader } from './store';
import { keptFor, type TouchedRows } from './touched-rows';

/** A desk's state of the moment; its configuration is in the hall. */
export interface DeskNow {
  readonly id: number;
  /** `account`: what they were given of the hall. */
  readonly user: {
    readonly id: number;
    readonly displayName: string;
    readonly account: AccountReach;
  } | null;
  /** `until`: when the officer said to be back, or null. */
  readonly pause: { readonly since: number; readonly reason: string; readonly until: number | null } | null;
  /** When somebody last left it, or null. */
  readonly leftAt: number | null;
  readonly priorityRun: number;
  /** Its officer calls for help; `coming`: who is on the way, or null. */
  readonly help: {
    readonly since: number;
    readonly coming: { readonly id: number; readonly displayName: string } | null;
  } | null;
  /** The break that its officer asked for; `answer`: what a supervisor said to it, or null. */
  readonly breakAsked: {
    readonly since: number;
    readonly reason: string;
    readonly minutes: number;
    readonly answer: {
      readonly what: BreakAnswer;
      readonly word: string | null;
      readonly by: { readonly id: number; readonly displayName: string };
    } | null;
  } | null;
  /** The ticket called or serving there, by its service and since when. */
  readonly ticket: {
    readonly id: number;
    readonly prefix: string;
    readonly sequence: number;
    readonly serviceId: number;
    readonly calledAt: number | null;
  } | null;
}

const ticketAtDesk = prepared((values: { deskId: number }) =>
  query
    .selectFrom('steps')
    .innerJoin('tickets', 'tickets.id', 'steps.ticketId')
    .where('steps.deskId', '=', values.deskId)
    .where(stepIsAtDesk)
    .select(['tickets.id', 'tickets.prefix', 'tickets.sequence', 'steps.serviceId', 'steps.calledAt']),
);
const deskState = prepared((values: { deskId: number }) =>
  query
    .selectFrom('desks')
    .leftJoin('users', 'users.id', 'desks.userId')
    .leftJoin('users as helpers', 'helpers.id', 'desks.helpAnsweredBy')
    .leftJoin('users as granters', 'granters.id', 'desks.breakAnsweredBy')
    .where('desks.id', '=', values.deskId)
    .where('desks.archivedAt', 'is', null)
    .select([
      'desks.id',
      'desks.userId',
      'users.displayName',
      'users.wholeHall',
      'users.institutionsJson',
      'users.counterIdsJson',
      'desks.pausedAt',
      'desks.pauseReason',
      'desks.pauseUntil',
      'desks.leftAt',
      'desks.priorityRun',
      'desks.helpAskedAt',
      'desks.helpAnsweredBy',
      'helpers.displayName as helperName',
      'desks.breakAskedAt',
      'desks.breakReason',
      'desks.breakMinutes',
      'desks.breakAnswer',
      'desks.breakWord',
      'desks.breakAnsweredBy',
      'granters.displayName as granterName',
    ]),
);
const deskIds = prepared(() => query.selectFrom('desks').select('id'));

/** Every desk's state, read anew only where something was written. */
class KeptDesks {
  readonly #touched: Set<number>;
  readonly #desks = new Map<number, DeskNow>();
  #epoch = -1;

  constructor(touched: TouchedRows) {
    this.#touched = touched.follow('desks');
  }

  now(reader: Reader): ReadonlyMap<number, DeskNow> {
    if (this.#epoch !== reader.touched.epoch) {
      this.#epoch = reader.touched.epoch;
      this.#desks.clear();
      for (const { id } of reader.all(deskIds({}))) this.#touched.add(id);
    }
    if (this.#touched.size === 0) return this.#desks;
    for (const deskId of this.#touched) {
      const desk = readDesk(reader, deskId);
      if (desk) this.#desks.set(deskId, desk);
      else this.#desks.delete(deskId);
    }
    this.#touched.clear();
    return this.#desks;
  }
}

function readDesk(reader: Reader, deskId: number): DeskNow | undefined {
  const row = reader.first(deskState({ deskId }));
  return (
    row && {
      id: row.id,
      user:
        row.userId === null
          ? null
          : {
              id: row.userId,
              displayName: row.displayName ?? '',
              account: storedReach({
                wholeHall: row.wholeHall ?? 0,
                institutionsJson: row.institutionsJson ?? '[]',
                counterIdsJson: row.counterIdsJson,
              }),
            },
      pause:
        row.pausedAt === null
          ? null
          : { since: row.pausedAt, reason: row.pauseReason ?? '', until: row.pauseUntil },
      leftAt: row.leftAt,
      priorityRun: row.priorityRun,
      help:
        row.helpAskedAt === null
          ? null
          : {
              since: row.helpAskedAt,
              coming:
                row.helpAnsweredBy === null
                  ? null
                  : { id: row.helpAnsweredBy, displayName: row.helperName ?? '' },
            },
      breakAsked:
        row.breakAskedAt === null
          ? null
          : {
              since: row.breakAskedAt,
              reason: row.breakReason ?? '',
              minutes: row.breakMinutes ?? 0,
              answer: row.breakAnswer && {
                what: row.breakAnswer,
                word: row.breakWord,
                by: { id: row.breakAnsweredBy ?? 0, displayName: row.granterName ?? '' },
              },
            },
      ticket: reader.first(ticketAtDesk({ deskId })) ?? null,
    }
  );
}

const kept = keptFor((touched) => new KeptDesks(touched));

/** Every desk's state, by id, archived ones left out: good until something is written. */
export function desksNow(reader: Reader): ReadonlyMap<number, DeskNow> {
  return kept(reader).now(reader);
}
