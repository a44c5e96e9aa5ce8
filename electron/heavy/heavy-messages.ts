import type { Refusal } from '../queue/refusal';
import type { HeavyInput, HeavyJob } from './heavy-jobs';

/** What the process of heavy work is sent: one job at a time. */
export interface JobMessage<Job extends HeavyJob = HeavyJob> {
  readonly job: Job;
  readonly input: HeavyInput<Job>;
  /** The database's file. */
  readonly file: string;
  /** The hall's time, milliseconds since 1970 UTC. */
  readonly now: number;
}

/** What it sends back: what came of the job. */
export type OutcomeMessage =
  | { readonly result: unknown }
  | { readonly refusal: Refusal['code']; readonly details: Refusal['details'] }
  | { readonly error: ThrownError };

/** An error without its class, which doesn't pass from one process to another. */
export interface ThrownError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly code: string | undefined;
}
