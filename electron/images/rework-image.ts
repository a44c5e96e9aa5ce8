import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** A picture to be decoded and made anew, so that nothing of the file that was sent is left in it. */
export interface ImageJob {
  /** Where a PNG or JPEG lies. */
  readonly file: string;
  /** What it becomes: a picture with its transparency, without, or black dots (a set bit each) for a printer. */
  readonly form: 'png' | 'jpeg' | 'dots';
  /** It is made smaller, never larger, to fit into so many pixels. */
  readonly width: number;
  readonly height: number;
}

export type ReworkedImage =
  | { readonly width: number; readonly height: number; readonly bytes: Uint8Array }
  /** It can't be decoded whole, or it has so many pixels that decoding it would take too much memory. */
  | { readonly fault: 'damaged' | 'too_many_pixels' };

/** A photograph of the greatest size takes some seconds on a slow machine. */
const longestMs = 60_000;

/** Makes a picture anew in a thread of its own, which ends with it. Never rejects for what is in the file. */
export function reworkImage(job: ImageJob): Promise<ReworkedImage> {
  return new Promise((resolve, reject) => {
    // By its text: a thread can't be started from a file within Electron's archive.
    const worker = new Worker(program(), {
      eval: true,
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    const tooLong = setTimeout(() => end({ fault: 'damaged' }), longestMs);
    const end = (answer: ReworkedImage) => {
      clearTimeout(tooLong);
      resolve(answer);
      void worker.terminate();
    };
    worker.once('message', end);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') end({ fault: 'too_many_pixels' });
      else {
        clearTimeout(tooLong);
        reject(error);
      }
    });
    worker.once('exit', () => end({ fault: 'damaged' }));
  });
}

/** Built beside the program; where the sources themselves run (tests), the built one is taken. */
function program(): string {
  const beside = join(__dirname, 'image-worker.cjs');
  const built = join(__dirname, '../../build/main/image-worker.cjs');
  return readFileSync(existsSync(beside) ? beside : built, 'utf8');
}
