import { z } from 'zod';
import { date, instant } from '../common';
import { serviceState } from '../standing';
import { sessionRefusals } from './sessions';
import { amount, rowId } from './wire';

/** Of a configuration document at a hall. */
export const documentStates = [
  /** It lies there to be looked at. */
  'offered',
  /** Taken at the end of the day. */
  'at_closing',
  'runs',
  /** Taken, and the hall has changed something of it since. */
  'runs_changed',
  'declined',
] as const;
export const documentStanding = z.strictObject({
  id: z.string().min(1).max(60),
  version: z.int().min(1),
  state: z.enum(documentStates),
});
export type DocumentStanding = z.infer<typeof documentStanding>;

/** How a hall is at this moment. Only the newest is kept: the turn of its request says which that is, never a clock. */
export const hallSnapshot = z.strictObject({
  format: z.literal(1),
  /** By the hall's clock. */
  at: instant,
  date,
  practice: z.boolean(),
  /** Whether numbers are given anywhere. */
  open: z.boolean(),
  openCounters: amount,
  counters: z.array(
    z.strictObject({
      id: rowId,
      state: serviceState,
      waiting: amount,
      /** Desks with an officer who is not on a break. */
      desks: amount,
      /** Minutes that the one who waits longest has waited; null: nobody waits. */
      longestWait: amount.nullable(),
      /** For whoever would take a number now; null where nothing is known. */
      estimate: z.strictObject({ low: amount, high: amount }).nullable(),
      opensAt: instant.nullable(),
    }),
  ),
  waiting: amount,
  longestWait: amount.nullable(),
  /** Institutions that should be there by their hours, and nobody is. */
  absentAgencies: z.array(z.string()),
  /** Of all rolls the worst; null: no printer. */
  paper: z.enum(['fine', 'low', 'out']).nullable(),
  version: z.string().min(1).max(40),
  /** When the newest copy was made: here, and in a second place. */
  copies: z.strictObject({ here: instant.nullable(), away: instant.nullable() }),
  /** Whether the hall follows its clock. */
  clockIsSure: z.boolean(),
  documents: z.array(documentStanding),
});
export type HallSnapshot = z.infer<typeof hallSnapshot>;

export const snapshotAnswer = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('taken') }),
  ...sessionRefusals,
]);
export type SnapshotAnswer = z.infer<typeof snapshotAnswer>;
