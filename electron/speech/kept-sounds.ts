import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { open, readFile, rename, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock';
import type { Language } from '../contract/languages';
import type { Synthesiser } from './synthesiser';
import { isWholeWave } from './wave-file';

/** Sounds that nobody asked for so long are dropped; a hall's names are kept as long as it has them. */
const unusedMs = 14 * 24 * 60 * 60_000;
/** That one was used is written down once a day. */
const noteEveryMs = 24 * 60 * 60_000;

/** How much is kept at most: a large hall's names in two languages are 3,000 files of 60 KB each. */
export interface SoundBounds {
  readonly files: number;
  readonly bytes: number;
}
const usualBounds: SoundBounds = { files: 6_000, bytes: 400 * 1024 * 1024 };

interface Kept {
  readonly bytes: number;
  usedAt: number;
}

const fileName = /^([0-9a-f]{64})\.wav$/;

/** What a sentence's sound is kept by: whatever it depends on. */
export function soundKey(
  { name, version, recipe, voices }: Synthesiser,
  { language, text }: { readonly language: Language; readonly text: string },
): string {
  return createHash('sha256')
    .update(JSON.stringify([name, version, recipe, voices[language], language, text]))
    .digest('hex');
}

/**
 * The sentences that were made, files in `DATA_DIR/speech` named by all that they were made of. They can be made again, so no
 * copy of the hall has them.
 */
export class KeptSounds {
  readonly #folder: string;
  readonly #clock: Clock;
  readonly #bounds: SoundBounds;
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;

  constructor(dataDir: string, clock: Clock, bounds: SoundBounds = usualBounds) {
    this.#folder = join(dataDir, 'speech');
    this.#clock = clock;
    this.#bounds = bounds;
    for (const file of filesOf(this.#folder)) {
      const key = fileName.exec(file)?.[1];
      const path = join(this.#folder, file);
      // What a cut power left half written has another name.
      if (key === undefined) void rm(path, { force: true }).catch(() => undefined);
      else this.#note(key, statSync(path));
    }
  }

  has(key: string): boolean {
    return this.#kept.has(key);
  }

  /** Whether one more would push out another. */
  get isFull(): boolean {
    return this.#kept.size >= this.#bounds.files || this.#bytes >= this.#bounds.bytes;
  }

  /** The sound, or null where there is none, or its file was damaged or taken away. */
  async take(key: string): Promise<Buffer | null> {
    const kept = this.#kept.get(key);
    if (!kept) return null;
    const wave = await readFile(this.#pathOf(key)).catch(() => null);
    if (!wave || !isWholeWave(wave)) {
      await this.#drop(key);
      return null;
    }
    const now = this.#clock.now();
    if (now - kept.usedAt > noteEveryMs) {
      kept.usedAt = now;
      await utimes(this.#pathOf(key), now / 1_000, now / 1_000).catch(() => undefined);
    }
    return wave;
  }

  /**
   * Keeps a sound: on disk whole before it has its name. Not by `writeDurably`, which holds everybody up while the disk works.
   * Throws the system's error where it can't be written.
   */
  async keep(key: string, wave: Buffer): Promise<void> {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const path = this.#pathOf(key);
    try {
      const file = await open(`${path}.new`, 'w', 0o600);
      try {
        await file.writeFile(wave);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.new`, path);
    } catch (error) {
      await rm(`${path}.new`, { force: true }).catch(() => undefined);
      throw error;
    }
    this.#forget(key);
    this.#note(key, { size: wave.length, mtimeMs: this.#clock.now() });
    await this.#dropUntilBounded(new Set([key]));
  }

  /** Drops what is no longer used. `wanted` are kept, whenever they were used last. */
  async tidy(wanted: ReadonlySet<string>): Promise<void> {
    const now = this.#clock.now();
    for (const [key, { usedAt }] of this.#kept) {
      if (!wanted.has(key) && now - usedAt > unusedMs) await this.#drop(key);
    }
    await this.#dropUntilBounded(wanted);
  }

  async #dropUntilBounded(spared: ReadonlySet<string>): Promise<void> {
    if (this.#kept.size <= this.#bounds.files && this.#bytes <= this.#bounds.bytes) return;
    const oldest = [...this.#kept].sort(([, one], [, other]) => one.usedAt - other.usedAt);
    for (const [key] of oldest) {
      if (this.#kept.size <= this.#bounds.files && this.#bytes <= this.#bounds.bytes) return;
      if (!spared.has(key)) await this.#drop(key);
    }
  }

  async #drop(key: string): Promise<void> {
    this.#forget(key);
    await rm(this.#pathOf(key), { force: true }).catch(() => undefined);
  }

  #note(key: string, { size, mtimeMs }: { readonly size: number; readonly mtimeMs: number }): void {
    this.#kept.set(key, { bytes: size, usedAt: mtimeMs });
    this.#bytes += size;
  }

  #forget(key: string): void {
    this.#bytes -= this.#kept.get(key)?.bytes ?? 0;
    this.#kept.delete(key);
  }

  #pathOf(key: string): string {
    return join(this.#folder, `${key}.wav`);
  }
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Nothing was made yet.
    return [];
  }
}
