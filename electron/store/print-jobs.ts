import type { InferResult } from 'kysely';
import { jobIsOpen } from './kept-print-jobs';
import { prepared } from './prepared';
import { query, type Reader } from './store';

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

const openJobs = prepared((values: { deviceId: string; limit: number }) =>
  jobsWithTickets
    .where('print_jobs.deviceId', '=', values.deviceId)
    .where(jobIsOpen)
    .orderBy('print_jobs.id')
    .limit(values.limit),
);
const jobById = prepared((values: { jobId: number }) =>
  jobsWithTickets.where('print_jobs.id', '=', values.jobId),
);
const untouchedJobs = prepared(() => jobsWithTickets.where(jobIsOpen).where('print_jobs.attempts', '=', 0));

/** A device's jobs that are not over, in the order they were made; at most `limit`. */
export function openPrintJobs(reader: Reader, deviceId: string, limit: number): readonly PrintJob[] {
  return reader.all(openJobs({ deviceId, limit }));
}

/** A print job with its ticket, open or over; undefined where there is none. */
export function readPrintJob(reader: Reader, jobId: number): PrintJob | undefined {
  return reader.first(jobById({ jobId }));
}

/** Tickets of any kiosk whose paper is awaited and of which no printer ever got a byte. */
export function untouchedTickets(reader: Reader): readonly number[] {
  return reader
    .all(untouchedJobs({}))
    .filter((job) => job.state === 'queued' && job.ticketStatus === 'printing')
    .map((job) => job.ticketId);
}
