import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Configuration } from '../../contract/configuration';
import { type KeptPicture, type PictureUse, pictureSides } from '../../contract/own-pictures';
import { addressOfPicture, isOwnPicture, ownPicturePattern } from '../../contract/picture-addresses';
import { Refusal } from '../../queue/refusal';
import { type FieldFault, fieldFault } from '../../texts/field-fault';
import type { SentFile } from '../routing/route-request';
import { kindOfFile } from './kind-of-file';
import { isPicture, remakePicture } from './remake-picture';
import { serveKeptFiles } from './serve-kept-files';

interface PictureFault {
  readonly path: string;
  readonly fault: FieldFault;
}

const folder = 'pictures';
/** A hall of two hundred counters has one for each; what nobody uses goes beyond this, the oldest first. */
const maxKept = 400;

/** The hall's own pictures (counters' icons, its logo) in `DATA_DIR/pictures`, each named by what is in it. */
export class PictureFiles {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, folder);
  }

  /**
   * Keeps a picture, decoded and made anew as a small PNG. The same picture sent again is the same file.
   * Throws `Refusal`: `file_kind_refused`, `file_damaged`, `too_many_pixels`; then nothing is kept.
   */
  async keep({ path }: Pick<SentFile, 'path'>, use: PictureUse): Promise<KeptPicture> {
    if (!isPicture(await kindOfFile(path))) throw new Refusal('file_kind_refused');
    const side = pictureSides[use];
    const { width, height, bytes } = await remakePicture({
      file: path,
      form: 'png',
      width: side,
      height: side,
    });
    const name = `${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}.png`;
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    // Under its name only once it is whole.
    const coming = join(this.#folder, randomUUID());
    await writeFile(coming, bytes, { mode: 0o600 });
    await rename(coming, join(this.#folder, name));
    return { name, url: addressOfPicture(name), width, height };
  }

  isThere = (name: string): boolean => isOwnPicture(name) && existsSync(join(this.#folder, name));

  /** A configuration's file with the pictures that it names; one that is gone is left out. */
  withItsPictures(file: Configuration): Configuration {
    const pictures = [...picturesNamed(file)]
      .filter(this.isThere)
      .map((name) => [name, readFileSync(join(this.#folder, name)).toString('base64')] as const);
    return pictures.length === 0 ? file : { ...file, pictures: Object.fromEntries(pictures) };
  }

  /**
   * Keeps the pictures that a configuration's file carries, each judged and made anew, and answers the configuration
   * without them and with the names that they have here, or a sentence for each that can't be used.
   */
  async takeIn({
    pictures = {},
    ...file
  }: Configuration): Promise<
    { readonly file: Configuration } | { readonly faults: readonly PictureFault[] }
  > {
    const names = new Map<string, string>();
    const faults: PictureFault[] = [];
    for (const [name, bytes] of Object.entries(pictures)) {
      if (this.isThere(name)) continue;
      try {
        names.set(name, await this.#keepBytes(Buffer.from(bytes, 'base64')));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        faults.push({
          path: `pictures.${name}`,
          fault: fieldFault('picture'),
        });
      }
    }
    return faults.length > 0 ? { faults } : { file: renamed(file, names) };
  }

  /** Removes the oldest of those that `used` doesn't name, where there are too many. */
  removeUnused(used: ReadonlySet<string>): void {
    const kept = readdirSync(this.#folder).filter(isOwnPicture);
    const unused = kept
      .filter((name) => !used.has(name))
      .map((name) => ({ name, at: statSync(join(this.#folder, name)).mtimeMs }))
      .sort((one, other) => one.at - other.at);
    for (const { name } of unused.slice(0, Math.max(0, kept.length - maxKept))) {
      rmSync(join(this.#folder, name), { force: true });
    }
  }

  async #keepBytes(bytes: Buffer): Promise<string> {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const path = join(this.#folder, randomUUID());
    try {
      await writeFile(path, bytes, { mode: 0o600 });
      return (await this.keep({ path }, 'logo')).name;
    } finally {
      await rm(path, { force: true });
    }
  }
}

function picturesNamed(file: Configuration): ReadonlySet<string> {
  const logo = file.settings?.logo;
  const named = [...file.counters.map(({ icon }) => icon), ...(typeof logo === 'string' ? [logo] : [])];
  return new Set(named.filter(isOwnPicture));
}

function renamed(file: Configuration, names: ReadonlyMap<string, string>): Configuration {
  const logo = file.settings?.logo;
  const newLogo = typeof logo === 'string' ? names.get(logo) : undefined;
  return {
    ...file,
    counters: file.counters.map((counter) => ({ ...counter, icon: names.get(counter.icon) ?? counter.icon })),
    ...(newLogo === undefined ? {} : { settings: { ...file.settings, logo: newLogo } }),
  };
}

/** Serves the hall's own pictures. */
export function registerPictureFiles(app: FastifyInstance, dataDir: string): Promise<void> {
  return serveKeptFiles(app, { dataDir, folder, names: ownPicturePattern });
}
