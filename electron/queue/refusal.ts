import type { ProblemCode } from '../contract/problems';
import type { FieldFaultSentence } from '../texts/field-fault';

/** A rule of zod's that a field broke: its code, and what it said of itself. */
export interface BrokenRule {
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A field at fault: why, in English, and which rule of zod's it broke where it was one. */
export type FieldFault =
  | { readonly path: string; readonly message: FieldFaultSentence; readonly rule?: never }
  | { readonly path: string; readonly message: string; readonly rule: BrokenRule };

/** What may stand in a problem beside its code. */
export interface RefusalDetails {
  readonly opensAt?: string | null;
  /** The last day of a leave (`on_leave`): `2026-11-28`. */
  readonly until?: string;
  /** Seconds. */
  readonly retryAfter?: number;
  /** The fields at fault (`invalid_request`). */
  readonly errors?: readonly FieldFault[];
}

/**
 * Thrown by whatever refuses a request. Inside an action the transaction's savepoint is rolled back and nothing changes;
 * the caller gets a problem with this code, and the details in it.
 */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly details: RefusalDetails = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}
