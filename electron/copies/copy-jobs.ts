import { mkdirSync } from 'node:fs';
import { makeKey, readKey } from './copy-key';
import { sealLocalCopy, tryAwayCopy, tryLocalCopy } from './drill';
import { awayCopies } from './list-away';
import { findPlaces, lookAtPlace } from './place';
import { openCopy } from './read-copy';
import { type CopyOrder, writeCopy } from './write-copy';

/** Told how many bytes of how many are done; 0: not known. */
export type OnProgress = (done: number, total: number) => void;

/**
 * What is done with copies outside the process that serves the hall: a stick or a share may answer late or never, and
 * encrypting takes the processor.
 */
export const copyJobs = {
  find: ({ dataDir }: { readonly dataDir: string }) => findPlaces(dataDir),
  look: ({ folder, dataDir }: { readonly folder: string; readonly dataDir: string }) =>
    lookAtPlace(folder, dataDir),
  list: ({ folder }: { readonly folder: string }) => awayCopies(folder),
  key: () => makeKey(),
  /** The public half of a typed key, or null. */
  recipient: async ({ typedKey }: { readonly typedKey: string }) =>
    (await readKey(typedKey))?.recipient ?? null,
  write: (order: CopyOrder, onProgress: OnProgress) => writeCopy(order, onProgress),
  open: (order: Parameters<typeof openCopy>[0], onProgress: OnProgress) => openCopy(order, onProgress),
  seal: ({ file }: { readonly file: string }) => sealLocalCopy(file),
  tryLocal: ({ file, workFolder }: { readonly file: string; readonly workFolder: string }) => {
    mkdirSync(workFolder, { recursive: true, mode: 0o700 });
    return tryLocalCopy(file, workFolder);
  },
  tryAway: (copy: Parameters<typeof tryAwayCopy>[0], onProgress: OnProgress) => tryAwayCopy(copy, onProgress),
};

export type CopyJobs = typeof copyJobs;
export type CopyJob = keyof CopyJobs;
export type CopyInput<Job extends CopyJob> = Parameters<CopyJobs[Job]>[0];
export type CopyResult<Job extends CopyJob> = Awaited<ReturnType<CopyJobs[Job]>>;
