import { z } from 'zod';
import { prepared } from './prepared';
import type { BreakAnswer } from './schema';
import { query, type Reader } from './store';

/** Who serves at a desk, and how: what changes by working there. */
export interface DeskState {
  readonly id: number;
  readonly counterId: number;
  readonly userId: number | null;
  readonly signedInAt: number | null;
  readonly pausedAt: number | null;
  readonly pauseReason: string | null;
  /** Priority tickets called in a row while a regular one waited. */
  readonly priorityRun: number;
  readonly helpAskedAt: number | null;
  readonly helpAnsweredBy: number | null;
  readonly breakAskedAt: number | null;
  readonly breakReason: string | null;
  readonly breakMinutes: number | null;
  readonly breakAnswer: BreakAnswer | null;
}

/** Ids as a row holds them. */
export const storedIds = z.array(z.number().int());

/** The counters that a desk serves besides its own, as its row holds them: archived ones too. None where it can't be read. */
export function otherCountersOf(row: { readonly otherCounterIdsJson: string }): readonly number[] {
  try {
    return storedIds.safeParse(JSON.parse(row.otherCounterIdsJson)).data ?? [];
  } catch {
    return [];
  }
}

/** What a desk's row says where no break is asked for. */
export const noBreakAsked = {
  breakAskedAt: null,
  breakReason: null,
  breakMinutes: null,
  breakAnswer: null,
  breakWord: null,
  breakAnsweredBy: null,
} as const;

/** What a desk's row says where there is no break. */
export const noPause = { pausedAt: null, pauseReason: null, pauseUntil: null } as const;

/** What a desk's row says where nobody calls for help. */
export const noHelpAsked = { helpAskedAt: null, helpAnsweredBy: null } as const;

/** What ends whenever somebody else sits at a desk, or nobody: the break, the call for help, what was asked. */
export const nothingUnderWay = {
  ...noBreakAsked,
  ...noPause,
  ...noHelpAsked,
} as const;

/** What a desk's row says from the moment on at which it was left. */
export function nobodyThere(leftAt: number) {
  return { ...nothingUnderWay, userId: null, signedInAt: null, leftAt };
}

const deskState = query
  .selectFrom('desks')
  .select([
    'id',
    'counterId',
    'userId',
    'signedInAt',
    'pausedAt',
    'pauseReason',
    'priorityRun',
    'helpAskedAt',
    'helpAnsweredBy',
    'breakAskedAt',
    'breakReason',
    'breakMinutes',
    'breakAnswer',
  ]);

const deskById = prepared((values: { deskId: number }) => deskState.where('id', '=', values.deskId));

/** Who sits at a desk and how, or undefined where there is no such desk. */
export function readDeskState(reader: Reader, deskId: number): DeskState | undefined {
  return reader.first(deskById({ deskId }));
}

/** The desk where a user serves; a user serves at one at a time. */
export function readDeskOfUser(reader: Reader, userId: number): DeskState | undefined {
  return reader.first(deskState.where('userId', '=', userId));
}
