import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../../queue/refusal';
import type { SentFile } from '../routing/route-request';
import { kindOfFile } from './kind-of-file';
import { isPicture, remakePicture } from './remake-picture';
import { serveKeptFiles } from './serve-kept-files';
import { isWholeVideo } from './video-container';

/** As many as a full HD screen has, whichever way it hangs. */
const longestSide = 1920;
const fileName = /^[A-Za-z0-9_-]{22}\.(?:jpg|mp4|webm)$/;

export interface KeptSlide {
  readonly kind: 'image' | 'video';
  readonly file: string;
  readonly bytes: number;
}

/** The slides' files in `DATA_DIR/slides`, under names of their own. */
export class SlideFiles {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'slides');
  }

  /**
   * Keeps what was sent, judged by what is in it: a picture is decoded and made anew as JPEG, a video must be whole.
   * Throws `Refusal`: `file_kind_refused`, `file_damaged`, `too_many_pixels`; then nothing is kept.
   */
  async keep(sent: SentFile): Promise<KeptSlide> {
    const type = await kindOfFile(sent.path);
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const name = randomBytes(16).toString('base64url');
    if (isPicture(type)) {
      const image = await remakePicture({
        file: sent.path,
        form: 'jpeg',
        width: longestSide,
        height: longestSide,
      });
      const file = `${name}.jpg`;
      await writeFile(join(this.#folder, file), image.bytes, { mode: 0o600 });
      return { kind: 'image', file, bytes: image.bytes.length };
    }
    if (type?.mime === 'video/mp4' || type?.mime === 'video/webm') {
      if (!(await isWholeVideo(sent.path, type.mime))) throw new Refusal('file_damaged');
      const file = `${name}.${type.ext}`;
      await rename(sent.path, join(this.#folder, file));
      return { kind: 'video', file, bytes: sent.bytes };
    }
    throw new Refusal('file_kind_refused');
  }

  isThere = (file: string): boolean => existsSync(join(this.#folder, file));

  remove(file: string): void {
    if (fileName.test(file)) rmSync(join(this.#folder, file), { force: true });
  }
}

/** Serves the slides, also part by part. */
export function registerSlideFiles(app: FastifyInstance, dataDir: string): Promise<void> {
  return serveKeptFiles(app, { dataDir, folder: 'slides', names: fileName });
}
