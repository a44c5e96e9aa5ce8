import type { ProblemCode } from '../contract/problems';
import type { PlacedFault } from '../texts/field-fault';

/** What may stand in a problem beside its code. */
export interface RefusalDetails {
  readonly opensAt?: string | null;
  /** The last day of a leave (`on_leave`): `2026-11-28`. */
  readonly until?: string;
  /** Seconds. */
  readonly retryAfter?: number;
  /** The fields at fault (`invalid_request`). */
  readonly errors?: readonly PlacedFault[];
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
