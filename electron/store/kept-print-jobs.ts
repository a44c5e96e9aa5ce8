import { sql } from 'kysely';
import { prepared } from './prepared';
import { query, type Reader } from './store';
import { keptFor, type TouchedRows } from './touched-rows';

// To the letter as in the index print_jobs_open, with no parameters: else SQLite reads every job there ever was.
export const jobIsOpen = sql<boolean>`print_jobs.state IN ('queued', 'sending', 'uncertain')`;

/** A print job that is not over. */
export interface OpenJob {
  readonly id: number;
  readonly deviceId: string;
  readonly state: 'queued' | 'sending' | 'uncertain';
  readonly copy: 0 | 1;
  readonly attempts: number;
}

const jobs = query.selectFrom('print_jobs').select(['id', 'deviceId', 'state', 'copy', 'attempts']);
const openJobs = prepared(() => jobs.where(jobIsOpen));
const jobById = prepared((values: { id: number }) => jobs.where('id', '=', values.id));

/** Every device's open print jobs, read anew only where one was written. */
class KeptPrintJobs {
  readonly #touched: Set<number>;
  /** By device, each in the order in which its jobs were made. */
  readonly #open = new Map<string, Map<number, OpenJob>>();
  readonly #deviceOf = new Map<number, string>();
  #newest = 0;
  #epoch = -1;

  constructor(touched: TouchedRows) {
    this.#touched = touched.follow('print_jobs');
  }

  of(reader: Reader, deviceId: string): ReadonlyMap<number, OpenJob> {
    if (this.#epoch !== reader.touched.epoch) {
      this.#epoch = reader.touched.epoch;
      this.#touched.clear();
      this.#open.clear();
      this.#deviceOf.clear();
      for (const job of reader.all(openJobs({})).sort((a, b) => a.id - b.id)) this.#take(job.id, job);
    }
    for (const id of this.#touched) this.#take(id, reader.first(jobById({ id })));
    this.#touched.clear();
    return this.#open.get(deviceId) ?? none;
  }

  #take(id: number, job: ({ readonly state: string } & Omit<OpenJob, 'state'>) | undefined): void {
    const device = this.#deviceOf.get(id);
    const known = device === undefined ? undefined : this.#open.get(device);
    if (!job || !isOpen(job) || job.deviceId !== device) {
      known?.delete(id);
      this.#deviceOf.delete(id);
    }
    if (!job || !isOpen(job)) return;
    const open = this.#open.get(job.deviceId) ?? new Map<number, OpenJob>();
    // Only what was ended in a part that was undone comes back behind its time.
    const isBack = id < this.#newest && !open.has(id);
    open.set(id, job);
    this.#newest = Math.max(this.#newest, id);
    this.#deviceOf.set(id, job.deviceId);
    this.#open.set(job.deviceId, isBack ? new Map([...open].sort(([a], [b]) => a - b)) : open);
  }
}

const none: ReadonlyMap<number, OpenJob> = new Map();

function isOpen<Job extends { readonly state: string }>(job: Job): job is Job & Pick<OpenJob, 'state'> {
  return job.state === 'queued' || job.state === 'sending' || job.state === 'uncertain';
}

const kept = keptFor((touched) => new KeptPrintJobs(touched));

/** A device's jobs that are not over, by id, in the order in which they were made: good until something is written. */
export function openJobsOf(reader: Reader, deviceId: string): ReadonlyMap<number, OpenJob> {
  return kept(reader).of(reader, deviceId);
}
