import type { Generated, JSONColumnType } from 'kysely';
import type { CentreRole } from '../../contract/centre/route';
import type { Localized } from '../../contract/common';
import type { SurveyElement } from '../../contract/survey';

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
  /** The row after which it goes on; null: after none. */
  after_epoch: number | null;
  after_seq: number | null;
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

interface ProjectedTable {
  hall_id: number;
  epoch: number;
  seq: number;
}

interface ConfigurationsTable {
  hall_id: number;
  fingerprint: string;
  practice: boolean;
  at: number;
}

interface HallCountersTable {
  hall_id: number;
  counter_id: number;
  /** Its place in the menu. */
  place: number;
  code: string;
  name: Json<Localized>;
  agency: string;
  counter_group: string;
  archived: boolean;
}

interface HallServicesTable {
  hall_id: number;
  service_id: number;
  place: number;
  counter_id: number;
  name: Json<Localized>;
  archived: boolean;
}

interface DaySumsTable {
  hall_id: number;
  date: string;
  counter_id: number;
  format: number | null;
  packed: Uint8Array | null;
  promised: number | null;
  present: number | null;
  paused: number | null;
  late: number | null;
}

interface SurveySumsTable {
  hall_id: number;
  month: string;
  counter_id: number;
  forms: number;
  scores: Json<Record<SurveyElement, [number, number, number, number]>>;
}

interface ComplaintsDueTable {
  hall_id: number;
  /** 0: about the hall. */
  counter_id: number;
  date: string;
  open: number;
  fresh: number;
  overdue: number;
  next_due: string | null;
  answered: number;
}

interface HallDevicesTable {
  hall_id: number;
  device_id: string;
  device: 'kiosk' | 'display';
  state: 'let_in' | 'revoked';
  roll: 'fine' | 'low' | 'out' | null;
  at: number;
}

interface TicketDaysTable {
  hall_id: number;
  date: string;
  service_id: number;
  issued: number;
  finished: number;
  no_show: number;
  cancelled: number;
  calls: number;
  waited: number;
}

interface HallDesksTable {
  hall_id: number;
  desk_id: number;
  counter_id: number;
  step: string;
  date: string;
  at: number;
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
  projected: ProjectedTable;
  configurations: ConfigurationsTable;
  hall_counters: HallCountersTable;
  hall_services: HallServicesTable;
  day_sums: DaySumsTable;
  survey_sums: SurveySumsTable;
  complaints_due: ComplaintsDueTable;
  hall_devices: HallDevicesTable;
  ticket_days: TicketDaysTable;
  hall_desks: HallDesksTable;
}
