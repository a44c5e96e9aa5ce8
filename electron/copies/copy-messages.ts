import type { OpenFault, PlaceFault } from '../contract/admin-copies';
import type { CopyInput, CopyJob } from './copy-jobs';

/** What the process that handles copies is sent: its one job. */
export interface CopyOrderMessage<Job extends CopyJob = CopyJob> {
  readonly job: Job;
  readonly input: CopyInput<Job>;
}

/** What it sends back. */
export type CopyMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'place'; readonly fault: PlaceFault }
  | { readonly kind: 'open'; readonly fault: OpenFault }
  | { readonly kind: 'error'; readonly message: string; readonly code: string | undefined };
