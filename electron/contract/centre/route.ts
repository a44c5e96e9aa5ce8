import type { z } from 'zod';

/** What a person may do at the centre: see some halls; see all; let halls and people in besides. */
export const centreRoles = ['viewer', 'manager', 'admin'] as const;
export type CentreRole = (typeof centreRoles)[number];

/** Who may call a route of the centre; people by a session. What halls ask has a table of its own (`wire.ts`). */
export type CentreCaller = 'anyone' | CentreRole;

/**
 * How far an account that sees some halls reaches by a route. `none`: nothing of a hall is told; `id`: the hall whose id the path
 * has as `:hall`; `own`: the answer is made of the reached halls alone.
 */
export type HallReach = 'none' | 'id' | 'own';

/** How often one address may ask; `guess`: there is a secret to guess. The centre's server has the numbers. */
export type CentreRate = 'guess' | 'public_page';

/** A row of the centre's route table: all that is to be known of a route but its handler. */
export interface CentreRoute {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `apiBase`; parameters as `:name`. */
  readonly path: string;
  readonly callers: readonly CentreCaller[];
  readonly halls: HallReach;
  /** Also by a session whose password was given by another and has to be changed first. */
  readonly beforeOwnPassword?: true;
  readonly rate?: CentreRate;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Status of success → its body, or null for none. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
  /** The media type of its answer where it isn't JSON. */
  readonly produces?: string;
}

export type CentreRouteRows = Readonly<Record<string, CentreRoute>>;
