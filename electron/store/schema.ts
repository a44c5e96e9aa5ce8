import type { Generated } from 'kysely';
import type { Language } from '../contract/common';
import type { FileOwnerKind, KeptFile } from '../contract/kept-files';
import type { PrinterProof } from '../contract/printer-status';
import type { AccessSums } from '../contract/report-columns';
import type { CounterGroup } from '../contract/site';
import type { Role } from '../contract/staff';
import type { Paper, Priority, TicketStatus } from '../contract/tickets';
import type { ClosingStep } from '../queue/closing-step';
import type { EvaluationTables } from './evaluation-tables';
import type { JournalTables } from './journal/journal-tables';
import type { SurveyTables } from './survey-tables';

type Flag = 0 | 1;
/** Whole milliseconds since 1970 UTC. */
type Milliseconds = number;

export type StepStatus =
  | 'planned'
  | 'waiting'
  | 'called'
  | 'serving'
  | 'held'
  | 'done'
  | 'no_show'
  | 'cancelled'
  | 'transferred'
  | 'void';
/** Why a step waits where it waits; a priority turn is decided at calling, not stored. */
export type StoredPlaceReason = 'arrival' | 'returned' | 'transferred' | 'front' | 'back';
export type FetchAskedBy = 'kiosk' | 'officer' | 'phone';
export type PrintJobState = 'queued' | 'sending' | 'uncertain' | 'printed' | 'unconfirmed' | 'dropped';
export type BreakAnswer = 'granted' | 'declined';
export type PrintProof = PrinterProof | 'status' | 'preview';

/** The tables as Kysely sees them; `migrations/` makes them. */
export interface Tables extends SurveyTables, EvaluationTables, JournalTables {
  settings: { key: string; valueJson: string };
  counters: {
    id: Generated<number>;
    code: string;
    nameJson: string;
    hintJson: string;
    agency: string;
    groupName: CounterGroup;
    icon: string;
    zone: string;
    position: number;
    priorityRatio: number | null;
    waitLimitMinutes: number | null;
    /** Whether its numbers are taken by phone too. */
    phoneJoining: Generated<Flag>;
    paused: Generated<Flag>;
    /** A stop by hand in its own words (`contract/stop.ts`). */
    stopJson: string | null;
    archivedAt: Milliseconds | null;
    version: Generated<number>;
  };
  services: {
    id: Generated<number>;
    counterId: number;
    nameJson: string;
    prefix: string | null;
    quotaPerDay: number | null;
    usualMinutes: number;
    documentsJson: string;
    prioritiesJson: string | null;
    calledMinutes: number | null;
    position: number;
    paused: Generated<Flag>;
    /** A stop by hand in its own words (`contract/stop.ts`). */
    stopJson: string | null;
    archivedAt: Milliseconds | null;
    version: Generated<number>;
  };
  service_standards: {
    serviceId: number;
    /** The texts of its fourteen parts (`contract/standards.ts`). */
    partsJson: string;
    decidedBy: string;
    decisionNumber: string;
    decidedDate: string | null;
    reviewedDate: string | null;
    reviewDueDate: string | null;
    isExample: Generated<Flag>;
    origin: string;
    version: Generated<number>;
  };
  hours: {
    id: Generated<number>;
    scope: string;
    weekJson: string;
    lastTicketMinutesBefore: Generated<number>;
    version: Generated<number>;
  };
  closures: {
    id: Generated<number>;
    scope: string;
    fromDate: string;
    toDate: string | null;
    reasonJson: string;
    weekJson: string | null;
    version: Generated<number>;
  };
  users: {
    id: Generated<number>;
    username: string;
    displayName: string;
    role: Role;
    passwordHash: string;
    /** Null: all counters of its institutions, or of the hall. */
    counterIdsJson: string | null;
    institutionsJson: Generated<string>;
    wholeHall: Generated<Flag>;
    leaveJson: Generated<string>;
    active: Generated<Flag>;
    mustChangePassword: Generated<Flag>;
    createdAt: Milliseconds;
    version: Generated<number>;
  };
  sign_in_failures: {
    subject: string;
    count: number;
    lastAt: Milliseconds;
    lockedUntil: Milliseconds | null;
  };
  sessions: {
    tokenHash: string;
    userId: number;
    createdAt: Milliseconds;
    lastSeenAt: Milliseconds;
    address: string | null;
  };
  api_tokens: {
    id: Generated<number>;
    name: string;
    rolesJson: string;
    tokenHash: string;
    createdAt: Milliseconds;
    createdBy: number | null;
    lastUsedAt: Milliseconds | null;
    revokedAt: Milliseconds | null;
    version: Generated<number>;
  };
  desks: {
    id: Generated<number>;
    counterId: number;
    number: number;
    label: string;
    serviceIdsJson: string | null;
    otherCounterIdsJson: Generated<string>;
    archivedAt: Milliseconds | null;
    version: Generated<number>;
    userId: number | null;
    signedInAt: Milliseconds | null;
    pausedAt: Milliseconds | null;
    pauseReason: string | null;
    /** When the officer said to be back. */
    pauseUntil: Milliseconds | null;
    /** When somebody last left it. */
    leftAt: Milliseconds | null;
    /** Since when its officer calls for help, and who is on the way. */
    helpAskedAt: Milliseconds | null;
    helpAnsweredBy: number | null;
    /** The break that its officer asked for, and what a supervisor answered. */
    breakAskedAt: Milliseconds | null;
    breakReason: string | null;
    breakMinutes: number | null;
    breakAnswer: BreakAnswer | null;
    breakWord: string | null;
    breakAnsweredBy: number | null;
    priorityRun: Generated<number>;
  };
  devices: {
    id: string;
    kind: 'kiosk' | 'display';
    name: string;
    zone: string | null;
    counterIdsJson: string | null;
    printer: string | null;
    tokenHash: string | null;
    createdAt: Milliseconds;
    revokedAt: Milliseconds | null;
    lastSeenAt: Milliseconds | null;
    version: Generated<number>;
  };
  slides: {
    id: Generated<number>;
    position: number;
    name: string;
    kind: 'image' | 'video';
    file: string;
    bytes: number;
    seconds: number;
    weekdaysJson: string;
    fromTime: string | null;
    toTime: string | null;
    fromDate: string | null;
    toDate: string | null;
    shown: Generated<Flag>;
    version: Generated<number>;
  };
  printers: {
    id: Generated<number>;
    deviceId: string;
    position: number;
    name: string;
    target: string;
    profileJson: string;
    placeJson: string;
    version: Generated<number>;
    rollMetres: number;
    rollState: Generated<'fine' | 'low' | 'out'>;
    /** 1: the roll was counted from its beginning. */
    rollSeenNew: Generated<number>;
    printedSinceRoll: Generated<number>;
    printedAtLow: number | null;
    ticketsPerRoll: number | null;
    ticketsAfterLow: number | null;
    /** A lamp on its drawer port flashes at each call. */
    lamp: Generated<Flag>;
  };
  hall_identity: { id: string };
  main_machine: {
    id: number;
    epoch: number;
    secret: string;
    standbyId: string | null;
    standbyAddress: string | null;
  };
  hall_clock: { id: number; moment: Milliseconds; ahead: number; boot: string | null; uptime: number };
  number_sequences: { businessDate: string; prefix: string; lastNumber: number };
  tickets: {
    id: Generated<number>;
    token: string;
    businessDate: string;
    prefix: string;
    sequence: number;
    practice: Flag;
    status: TicketStatus;
    paper: Paper;
    priority: Priority | null;
    language: Language;
    deviceId: string | null;
    byPhone: Generated<Flag>;
    fetchMe: Generated<Flag>;
    /** Where that was asked for; null: it wasn't. */
    fetchAskedBy: Generated<FetchAskedBy | null>;
    issuedAt: Milliseconds;
    stepId: number | null;
    serviceId: number;
    firstServiceId: number;
    endedAt: Milliseconds | null;
  };
  steps: {
    id: Generated<number>;
    ticketId: number;
    serviceId: number;
    businessDate: string;
    status: StepStatus;
    arrivedAt: Milliseconds;
    orderedAt: Milliseconds;
    placeReason: StoredPlaceReason;
    fromServiceId: number | null;
    deskId: number | null;
    userId: number | null;
    calledAt: Milliseconds | null;
    startedAt: Milliseconds | null;
    heldAt: Milliseconds | null;
    endedAt: Milliseconds | null;
    recalls: Generated<number>;
    note: string | null;
    reason: string | null;
    /** The officer whom it was sent to and who alone calls it while at work there. */
    forUserId: number | null;
  };
  events: {
    id: Generated<number>;
    at: Milliseconds;
    businessDate: string;
    kind: string;
    ticketId: number | null;
    stepId: number | null;
    deskId: number | null;
    userId: number | null;
    dataJson: string | null;
  };
  paper_blocks: {
    id: Generated<number>;
    businessDate: string;
    serviceId: number;
    fromNumber: number;
    toNumber: number;
    served: number;
    noShow: number;
    firstAt: string;
    lastAt: string;
    typedBy: number | null;
    typedAt: Milliseconds;
  };
  summed_days: { businessDate: string; summedAt: Milliseconds };
  day_sums: { businessDate: string; counterId: number; sums: Uint8Array; format: Generated<number> };
  day_presence: {
    businessDate: string;
    counterId: number;
    promised: number;
    present: number;
    paused: number;
    late: number;
  };
  day_estimates: {
    businessDate: string;
    counterId: number;
    told: number;
    untold: number;
    held: number;
    error: number;
    simpleError: number;
  };
  access_days: { businessDate: string; practice: Flag } & Record<keyof AccessSums, Generated<number>>;
  closing_steps: {
    businessDate: string;
    step: ClosingStep;
    failures: Generated<number>;
    firstFailedAt: Milliseconds | null;
    lastFailedAt: Milliseconds | null;
    reason: Generated<string>;
  };
  kept_files: {
    id: Generated<number>;
    ownerKind: FileOwnerKind;
    ownerId: string;
    name: string;
    mediaType: KeptFile['mediaType'];
    /** Its name below `DATA_DIR/files`. */
    file: string;
    bytes: number;
    sha256: string;
    addedAt: Milliseconds;
    /** Null: another program sent it. */
    userId: number | null;
  };
  calls: {
    sequence: Generated<number>;
    at: Milliseconds;
    businessDate: string;
    ticketId: number;
    deskId: number;
    counterId: number;
    number: string;
    language: Language;
    recall: Flag;
  };
  print_jobs: {
    id: Generated<number>;
    ticketId: number;
    deviceId: string;
    printerId: number | null;
    state: PrintJobState;
    copy: Generated<Flag>;
    reprint: Generated<Flag>;
    attempts: Generated<number>;
    proof: PrintProof | null;
    createdAt: Milliseconds;
    endedAt: Milliseconds | null;
  };
  idempotency_keys: {
    caller: string;
    route: string;
    key: string;
    bodyHash: string;
    status: number;
    answerJson: string | null;
    createdAt: Milliseconds;
  };
  audit: {
    id: Generated<number>;
    at: Milliseconds;
    userId: number | null;
    actor: string;
    action: string;
    subject: string | null;
    beforeJson: string | null;
    afterJson: string | null;
  };
}
