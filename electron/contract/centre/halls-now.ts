import { z } from 'zod';
import { date, id, instant, localized, oneLine } from '../common';
import { serviceState } from '../standing';
import { frozenReasons } from './sessions';
import { amount } from './wire';

/** Minutes after which a hall that said nothing is silent: what it last said is no longer how it is. */
export const silentAfterMinutes = 3;

/** What a hall last said of itself. */
const lastSaid = z.strictObject({
  /** By the hall's clock. */
  at: instant,
  /** By the centre's. */
  receivedAt: instant,
  practice: z.boolean(),
  open: z.boolean(),
  openCounters: amount,
  counters: amount,
  waiting: amount,
  /** Minutes; null: nobody waits. */
  longestWait: amount.nullable(),
  absentAgencies: z.array(z.string()),
  paper: z.enum(['fine', 'low', 'out']).nullable(),
  version: z.string(),
  copies: z.strictObject({ here: instant.nullable(), away: instant.nullable() }),
  clockIsSure: z.boolean(),
});

/** A hall in the list of halls now. */
export const hallNow = z.strictObject({
  id,
  name: z.string(),
  city: z.string(),
  timezone: z.string(),
  letInAt: instant,
  /** When anything came from it last; null: nothing ever did. */
  heardAt: instant.nullable(),
  /** `silent`: it has not said how it is for minutes; `never`: it hasn't yet. */
  contact: z.enum(['heard', 'silent', 'never']),
  frozen: z.strictObject({ reason: z.enum(frozenReasons), since: instant }).nullable(),
  /** Rows that are kept and can't be read. */
  parked: amount,
  said: lastSaid.nullable(),
});
export type HallNow = z.infer<typeof hallNow>;

/** All halls that one sees, silent ones with what they last said. */
export const hallsNow = z.strictObject({ at: instant, halls: z.array(hallNow) });
export type HallsNow = z.infer<typeof hallsNow>;

/** One hall, with its counters. */
export const hallDetail = z.strictObject({
  hall: hallNow,
  counters: z.array(
    z.strictObject({
      id,
      code: z.string(),
      name: localized,
      agency: z.string(),
      /** As last said; null: it said nothing of it. */
      now: z
        .strictObject({
          state: serviceState,
          waiting: amount,
          desks: amount,
          longestWait: amount.nullable(),
        })
        .nullable(),
    }),
  ),
  /** Counted as it happens, of the hall's date. */
  today: z
    .strictObject({
      date,
      issued: amount,
      finished: amount,
      noShow: amount,
      /** Seconds from coming until the call, on average; null: nobody was called. */
      meanWait: amount.nullable(),
    })
    .nullable(),
  devices: z.array(
    z.strictObject({
      id: z.string(),
      device: z.enum(['kiosk', 'display']),
      roll: z.enum(['fine', 'low', 'out']).nullable(),
    }),
  ),
  /** Of its journal: the epochs, and what of each counts. */
  epochs: z.array(
    z.strictObject({
      epoch: z.int(),
      because: z.string(),
      rows: amount,
      counts: amount,
      lastAt: instant,
    }),
  ),
  parked: z.array(z.strictObject({ reason: z.string(), rows: amount })),
});
export type HallDetail = z.infer<typeof hallDetail>;

const typedCode = oneLine().min(1).max(40);
export const hallName = oneLine().min(1).max(120);
/** The hall that waits with a code, before it is let in. */
export const waitingHall = z.strictObject({
  name: z.string(),
  city: z.string(),
  version: z.string(),
  askedAt: instant,
  /** The hall was here before: it stays the same, with another key. */
  known: z.strictObject({ id, name: z.string() }).nullable(),
});
export const codeRequest = z.strictObject({ code: typedCode });
export const letInRequest = z.strictObject({ code: typedCode, name: hallName });
