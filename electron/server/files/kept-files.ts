import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { PutFile } from '../../actions/files/kept-files';
import { type KeptEnding, keptMediaTypes } from '../../contract/kept-files';
import { Refusal } from '../../queue/refusal';
import { syncFile, syncFolder } from '../../store/durable-file';
import type { SentFile } from '../routing/route-request';
import { kindOfFile } from './kind-of-file';
import { remakePicture } from './remake-picture';

const namePattern = /^[A-Za-z0-9_-]{22}\.(?:pdf|jpg|png|xlsx|docx)$/;
/** A page of A4 can be read in it. */
const longestSide = 2400;
const dayMs = 24 * 60 * 60_000;
/** Long enough for a copy of the database from before to find them again. */
const unusedKeptDays = 60;

/** Files that show something, in `DATA_DIR/files`, each named by what is in it; `kept_files` says what they are of. */
export class KeptFiles {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'files');
  }

  /**
   * Keeps what was sent, judged by what is in it and not by its name; on disk when it answers. The same once more is the same file.
   * Throws `Refusal`: `file_kind_refused`, `file_damaged`, `too_many_pixels`; then nothing is kept.
   */
  async keep(sent: Pick<SentFile, 'path'>): Promise<PutFile> {
    const { ending, content } = await judged(sent.path);
    const hash = createHash('sha256').update(content).digest();
    const file = `${hash.toString('base64url').slice(0, 22)}.${ending}`;
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const coming = join(this.#folder, randomUUID());
    await writeFile(coming, content, { mode: 0o600 });
    syncFile(coming);
    await rename(coming, join(this.#folder, file));
    syncFolder(this.#folder);
    return { file, ending, bytes: content.length, sha256: hash.toString('hex') };
  }

  isThere = (file: string): boolean => namePattern.test(file) && existsSync(join(this.#folder, file));

  read(file: string) {
    return createReadStream(join(this.#folder, file));
  }

  /** Where one lies that is there, for whoever packs it. */
  pathOf = (file: string): string => join(this.#folder, file);

  /**
   * Removes what nothing has referred to for sixty days; called each day. A file's time on disk is when something last did, whatever
   * way it was let go of. `now` is the hall's, milliseconds since 1970 UTC.
   */
  removeUnused(used: ReadonlySet<string>, now: number): void {
    if (!existsSync(this.#folder)) return;
    for (const name of readdirSync(this.#folder)) {
      const path = join(this.#folder, name);
      if (used.has(name)) utimesSync(path, now / 1_000, now / 1_000);
      else if (now - statSync(path).mtimeMs > unusedKeptDays * dayMs) rmSync(path, { force: true });
    }
  }
}

async function judged(path: string): Promise<{ readonly ending: KeptEnding; readonly content: Uint8Array }> {
  const kind = (await kindOfFile(path))?.mime;
  if (kind === 'image/jpeg' || kind === 'image/png') {
    const form = kind === 'image/png' ? 'png' : 'jpeg';
    const { bytes } = await remakePicture({ file: path, form, width: longestSide, height: longestSide });
    return { ending: form === 'png' ? 'png' : 'jpg', content: bytes };
  }
  if (kind === keptMediaTypes.pdf) return { ending: 'pdf', content: await readFile(path) };
  if (kind === 'application/zip' || kind?.startsWith('application/vnd.')) {
    const content = await readFile(path);
    return { ending: officeEnding(content), content };
  }
  throw new Refusal('file_kind_refused');
}

/** What an office file is, by the parts that it has; one with programs in it is refused. */
function officeEnding(content: Uint8Array): KeptEnding {
  const parts = new Set<string>();
  try {
    unzipSync(content, {
      filter: ({ name }) => {
        parts.add(name);
        return false;
      },
    });
  } catch {
    throw new Refusal('file_damaged');
  }
  const acts = [...parts].some(
    (name) => /vbaProject|activeX|\.bin$/i.test(name) && !/printerSettings/.test(name),
  );
  if (acts || !parts.has('[Content_Types].xml')) throw new Refusal('file_kind_refused');
  if (parts.has('xl/workbook.xml')) return 'xlsx';
  if (parts.has('word/document.xml')) return 'docx';
  throw new Refusal('file_kind_refused');
}
