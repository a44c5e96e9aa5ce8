import type { FieldFaultSentence } from '../texts/field-fault';

/** Every stable `code` by which a request is refused; contract.md fixes the names. */
export type RefusalCode =
  | 'not_found'
  | 'service_closed'
  | 'service_paused'
  | 'quota_full'
  | 'day_full'
  | 'door_code_old'
  | 'joining_closed'
  | 'joining_crowded'
  | 'joining_used_up'
  | 'number_held'
  | 'printer_unavailable'
  | 'kiosk_away'
  | 'kiosk_failed'
  | 'work_broken_off'
  | 'work_too_long'
  | 'illegal_transition'
  | 'desk_busy'
  | 'desk_taken'
  | 'desk_not_taken'
  | 'desk_paused'
  | 'break_not_granted'
  | 'for_another_officer'
  | 'officer_away'
  | 'nobody_behind'
  | 'pass_limit'
  | 'recall_limit'
  | 'step_out_limit'
  | 'too_late'
  | 'priority_unknown'
  | 'reprint_limit'
  | 'forbidden'
  | 'not_your_counter'
  | 'whole_hall_only'
  | 'https_needed'
  | 'bad_credentials'
  | 'not_signed_in'
  | 'too_many_requests'
  | 'setup_code_wrong'
  | 'password_wrong'
  | 'password_change_needed'
  | 'already_set_up'
  | 'already_answered'
  | 'survey_closed'
  | 'complaints_full'
  | 'ticket_unprintable'
  | 'idempotency_conflict'
  | 'changed_meanwhile'
  | 'already_exists'
  | 'in_use'
  | 'last_admin'
  | 'backup_damaged'
  | 'backup_newer'
  | 'backup_without_admin'
  | 'on_leave'
  | 'disk_low'
  | 'limit_reached'
  | 'file_damaged'
  | 'file_kind_refused'
  | 'too_large'
  | 'too_many_pixels'
  | 'invalid_request';

/** The contract's extra members of a problem. */
export interface RefusalDetails {
  readonly opensAt?: string | null;
  /** The last day of a leave (`on_leave`). */
  readonly until?: string;
  /** Seconds. */
  readonly retryAfter?: number;
  /** The fields at fault (`invalid_request`). */
  readonly errors?: readonly (
    | { readonly path: string; readonly message: FieldFaultSentence; readonly rule?: never }
    | {
        readonly path: string;
        readonly message: string;
        readonly rule: { readonly keyword: string; readonly params: Readonly<Record<string, unknown>> };
      }
  )[];
}

/**
 * Thrown inside an action: the transaction's savepoint is rolled back, nothing changes, and the caller gets a
 * problem with this code. `details` are the contract's extra members (`opensAt`, `retryAfter`, `errors`).
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly details: RefusalDetails = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}
