import type { Generated, JSONColumnType } from 'kysely';

import type { CentreRole } from '../../contract/centre/route';

/** Written as text, read as what it says. */
type Json<Value extends object | null = object> = JSONColumnType<Value, string, string>;

interface CentreTable {
  id: 1;
  /** As halls and people see it named. */
  name: string;
  set_up_code: string | null;
  /** Ed25519, 32 bytes in base64url each: what the centre signs its answers with. */
  public_key: string;
  private_key: string;
}

interface AccountsTable {
  id: Generated<number>;
  username: string;
  display_name: string;
  role: CentreRole;
  password_hash: string;
  must_change_password: boolean;
  made_at: number;
  removed_at: number | null;
}

interface SessionsTable {
  token_hash: string;
  account_id: number;
  begun_at: number;
  seen_at: number;
}

interface AttemptsTable {
  key: string;
  count: number;
  last_at: number;
  locked_until: number | null;
}

interface AuditTable {
  id: Generated<number>;
  at: number;
  account_id: number | null;
  action: string;
  subject: string | null;
  detail: Json<object | null> | null;
}

interface HallsTable {
  id: Generated<number>;
  /** As the hall calls itself. */
  uid: string;
  name: string;
  city: string;
  time_zone: string;
  let_in_at: number;
  removed_at: number | null;
  frozen_at: number | null;
  frozen_because: 'two_machines' | 'stopped' | null;
}

interface AccountHallsTable {
  account_id: number;
  hall_id: number;
}

interface HallKeysTable {
  hall_id: number;
  key_id: string;
  public_key: string;
  added_at: number;
  revoked_at: number | null;
}

interface PairingsTable {
  id: string;
  selector: string;
  hall_uid: string;
  public_key: string;
  name: string;
  city: string;
  time_zone: string;
  version: string;
  asked_at: number;
  state: 'waiting' | 'let_in' | 'refused';
  hall_id: number | null;
}

interface HallSessionsTable {
  hall_id: number;
  session: string;
  machine: string;
  version: string;
  turn: number;
  begun_at: number;
  heard_at: number;
}

interface FeedsTable {
  hall_id: number;
  epoch: number;
  last_seq: number;
  last_hash: string;
  /** The machine that wrote its last rows, as its session named itself. */
  machine: string;
  opened_because: string;
  /** The last row that counts, where a later epoch left a tail behind; null: all. */
  counts_to: number | null;
  first_at: number;
  last_at: number;
}

interface JournalTable {
  hall_id: number;
  epoch: number;
  seq: number;
  /** The first day of the month in which it was received. */
  month: string;
  at: number;
  received_at: number;
  kind: string;
  version: number;
  /** JSON, in the very characters that its hash is of. */
  body: string;
  hash: string;
}

interface ParkedTable {
  hall_id: number;
  epoch: number;
  seq: number;
  reason: string;
  parked_at: number;
}

interface SnapshotsTable {
  hall_id: number;
  received_at: number;
  body: Json;
}

/** The centre's tables, as its migrations leave them. */
export interface Tables {
  centre: CentreTable;
  accounts: AccountsTable;
  sessions: SessionsTable;
  attempts: AttemptsTable;
  audit: AuditTable;
  halls: HallsTable;
  account_halls: AccountHallsTable;
  hall_keys: HallKeysTable;
  pairings: PairingsTable;
  hall_sessions: HallSessionsTable;
  feeds: FeedsTable;
  journal: JournalTable;
  parked: ParkedTable;
  snapshots: SnapshotsTable;
}
