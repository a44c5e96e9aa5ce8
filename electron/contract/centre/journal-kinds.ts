import { z } from 'zod';
import { date, localized } from '../common';
import { counterGroup } from '../site';
import { surveyElements } from '../survey';
import { type JournalRow, journalPosition, type ParkedReason } from './journal-row';
import { amount, bytes32, rowId } from './wire';

/**
 * What a hall's journal tells. Nothing of a visitor is in it: no name, no text, no reason for going first, no token, nothing by which a
 * ticket is followed. `ticketId` is the row's number in the hall's database, which is printed nowhere.
 */

const seconds = z.int().min(0).max(0x7fffffff);

/** What happened to a ticket; calls are a kind of their own. */
export const ticketSteps = [
  'issued',
  /** It came to be held: its paper is out, or its visitor took it without. */
  'waiting',
  'started',
  'finished',
  'service_added',
  'service_removed',
  'no_show',
  'held',
  'transferred',
  'reinstated',
  'taken_back',
  'cancelled',
  'void',
  'moved',
] as const;

const ticketStep = z.strictObject({
  step: z.enum(ticketSteps),
  ticketId: rowId,
  date,
  /** Where the ticket is after it. */
  serviceId: rowId,
  deskId: rowId.nullable(),
  practice: z.boolean(),
});

const call = z.strictObject({
  ticketId: rowId,
  date,
  serviceId: rowId,
  deskId: rowId,
  practice: z.boolean(),
  recall: z.boolean(),
  /** From coming to the service until this call. */
  waited: seconds,
});

const desk = z.strictObject({
  step: z.enum(['taken', 'left', 'paused', 'resumed']),
  deskId: rowId,
  counterId: rowId,
  date,
});

const presence = z.strictObject({ promised: seconds, present: seconds, paused: seconds, late: seconds });

/** A date that is over. Another row of the same date stands in the place of the one before, with all its counters. */
const daySummed = z.strictObject({
  date,
  counters: z.array(
    z.strictObject({
      counterId: rowId,
      /** As `queue/report/packed-sums.ts` packs them, in base64; `userId` is 0 in all of them. Null: nobody came. */
      sums: z.strictObject({ format: z.int().min(1), packed: z.base64() }).nullable(),
      presence: presence.nullable(),
    }),
  ),
});

const scores = z.tuple([amount, amount, amount, amount]);

/** All judgements of a month and counter. Another row of the same month and counter stands in the place of the one before. */
const surveySums = z.strictObject({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  counterId: rowId,
  forms: amount,
  /** How many judged an element with 1, 2, 3 and 4. */
  scores: z.strictObject(
    Object.fromEntries(surveyElements.map((element) => [element, scores])) as Record<
      (typeof surveyElements)[number],
      typeof scores
    >,
  ),
});

/** What is to be answered, as it stands. Another row stands in the place of the one before, with all its counters. */
const complaintCounts = z.strictObject({
  date,
  counters: z.array(
    z.strictObject({
      /** Null: about the hall. */
      counterId: rowId.nullable(),
      /** Not answered yet, those of `new` among them. */
      open: amount,
      new: amount,
      /** Of the open ones, whose day is past. */
      overdue: amount,
      /** The earliest day of an open one that is not past. */
      nextDue: date.nullable(),
      /** In the last 365 days. */
      answered: amount,
    }),
  ),
});

const configurationVersion = z.strictObject({
  /** Of the rest of this body: two halls, or two moments, with the same one have the same configuration. */
  fingerprint: bytes32,
  hall: z.strictObject({ name: z.string(), city: z.string(), timezone: z.string(), practice: z.boolean() }),
  counters: z.array(
    z.strictObject({
      id: rowId,
      code: z.string(),
      name: localized,
      /** The institution. Counters with the same one are the same institution's, in all halls. */
      agency: z.string(),
      group: counterGroup,
      archived: z.boolean(),
    }),
  ),
  services: z.array(z.strictObject({ id: rowId, counterId: rowId, name: localized, archived: z.boolean() })),
  desks: z.array(z.strictObject({ id: rowId, counterId: rowId, number: z.int(), archived: z.boolean() })),
});

const deviceState = z.strictObject({
  deviceId: z.string().min(1).max(100),
  device: z.enum(['kiosk', 'display']),
  state: z.enum(['let_in', 'revoked']),
  /** Of its printers the worst; null: it has none. */
  roll: z.enum(['fine', 'low', 'out']).nullable(),
});

/** Why a new epoch began. */
export const epochReasons = [
  /** The hall was linked with the centre. */
  'linked',
  /** A copy was restored in the hall. */
  'restored',
  /** The database works on another machine, or another machine took over. */
  'other_machine',
  /** The centre had other rows, or had lost rows that the hall no longer keeps. */
  'centre_differs',
] as const;

/** The first row of each epoch, and of nothing else. */
const epochOpened = z.strictObject({
  reason: z.enum(epochReasons),
  /**
   * The last row of a former epoch that this one goes on from: rows after it tell of what the hall has forgotten. They stay, are marked
   * and count for nothing. Null: what the hall has to tell begins anew, with the sums of all its days.
   */
  after: journalPosition.nullable(),
});

/** The hall has forgotten what single tickets and desks did before a date, by its own rule; the sums stay. */
const purged = z.strictObject({ before: date });

/** The kinds, with the schema of each version's body. What a version means never changes: another meaning is another version. */
export const journalKinds = {
  epoch_opened: { 1: epochOpened },
  ticket_step: { 1: ticketStep },
  call: { 1: call },
  desk: { 1: desk },
  day_summed: { 1: daySummed },
  survey_sums: { 1: surveySums },
  complaint_counts: { 1: complaintCounts },
  configuration_version: { 1: configurationVersion },
  device_state: { 1: deviceState },
  purged: { 1: purged },
} as const;
export type JournalKind = keyof typeof journalKinds;
/** The body of a kind's newest version. */
export type JournalBody<Kind extends JournalKind> = z.infer<(typeof journalKinds)[Kind][1]>;
/** The version that a hall of this Antre writes. */
export const writtenVersion = 1;

/** Every kind with its body, as the centre reads them. */
export type JournalEntry = {
  readonly [Kind in JournalKind]: {
    readonly kind: Kind;
    readonly version: 1;
    readonly body: JournalBody<Kind>;
  };
}[JournalKind];

/** What a row tells, or why it can't be read. */
export function readEntry(
  row: Pick<JournalRow, 'kind' | 'version' | 'body'>,
): { readonly entry: JournalEntry } | { readonly parked: ParkedReason } {
  if (!Object.hasOwn(journalKinds, row.kind)) return { parked: 'unknown_kind' };
  const versions: Readonly<Record<number, z.ZodType>> = journalKinds[row.kind as JournalKind];
  const schema = Object.hasOwn(versions, row.version) ? versions[row.version] : undefined;
  if (!schema) return { parked: 'unknown_version' };
  let body: unknown;
  try {
    body = JSON.parse(row.body);
  } catch {
    return { parked: 'no_json' };
  }
  const read = schema.safeParse(body);
  if (!read.success) return { parked: 'other_shape' };
  return { entry: { kind: row.kind, version: row.version, body: read.data } as JournalEntry };
}
