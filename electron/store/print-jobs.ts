import { type InferResult, sql } from 'kysely';
import { query, type Reader } from './store';

// To the letter as in the index print_jobs_open, with no parameters: else SQLite reads every job there ever was.
const isOpen = sql<boolean>`print_jobs.state IN ('queued', 'sending', 'uncertain')`;

const jobsWithTickets = query
  .selectFrom('print_jobs')
  .innerJoin('tickets', 'tickets.id', 'print_jobs.ticketId')
  .select([
    'print_jobs.id',
    'print_jobs.ticketId',
    'print_jobs.deviceId',
    'print_jobs.state',
    'print_jobs.copy',
    'print_jobs.reprint',
    'print_jobs.attempts',
    'print_jobs.createdAt',
    'tickets.status as ticketStatus',
    'tickets.paper',
    'tickets.businessDate',
  ]);

/** A print job with the state of its ticket. */
export type PrintJob = InferResult<typeof jobsWithTickets>[number];

/** A device's jobs that are not over, in the order they were made; at most `limit`. */
export function openPrintJobs(reader: Reader, deviceId: string, limit: number): readonly PrintJob[] {
  return reader.all(
    jobsWithTickets
      .where('print_jobs.deviceId', '=', deviceId)
      .where(isOpen)
      .orderBy('print_jobs.id')
      .limit(limit),
  );
}

/** A print job with its ticket, open or over; undefined where there is none. */
export function readPrintJob(reader: Reader, jobId: number): PrintJob | undefined {
  return reader.first(jobsWithTickets.where('print_jobs.id', '=', jobId));
}

/** Tickets of any kiosk whose paper is awaited and of which no printer ever got a byte. */
export function untouchedTickets(reader: Reader): readonly number[] {
  return reader
    .all(jobsWithTickets.where(isOpen).where('print_jobs.attempts', '=', 0))
    .filter((job) => job.state === 'queued' && job.ticketStatus === 'printing')
    .map((job) => job.ticketId);
}
