import { statfs } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../clock';
import type { Log } from '../log';
import type { Hall } from '../store/hall';
import { findSynthesiser } from './find-synthesiser';
import { KeptSounds, type SoundBounds, soundKey } from './kept-sounds';
import { type Said, saidOften } from './said-often';
import { sayable } from './sayable';
import { SpeechFault, type Synthesiser } from './synthesiser';

/** A sound, or why there is none: no voice for that language on this machine, or the synthesiser failed. */
export type Sound = { readonly wave: Buffer } | { readonly fault: 'no_voice' | 'failed' };

/** How far the sentences are that are said again and again. */
export interface SpeechState {
  /** Null: none was found on this machine. */
  readonly synthesiser: Pick<Synthesiser, 'name' | 'version' | 'voices'> | null;
  readonly wanted: number;
  readonly made: number;
  /** Those that could not be made, with why in the machine's words; tried again in a quarter of an hour. */
  readonly failing: readonly { readonly said: Said; readonly error: string }[];
  /** Whether nothing is kept any more, since the disk is nearly full or would not take it. */
  readonly diskFull: boolean;
}

interface SpeechParts {
  readonly dataDir: string;
  readonly hall: () => Pick<Hall, 'settings' | 'counters'>;
  readonly clock: Clock;
  readonly log: Log;
}
interface SpeechOptions {
  readonly find?: () => Promise<Synthesiser | null>;
  readonly bounds?: SoundBounds;
  /** What of the disk is left to the hall's numbers. */
  readonly leastFreeBytes?: number;
}

/** One that isn't there is looked for again after so long; one that is, since its version may have changed. */
const lookAgainMs = { missing: 4_000, found: 3_600_000 };
const retryMs = 15 * 60_000;
/** Between two names nobody waits for, so that a small machine is never busy with them alone. */
const breathMs = 30;
const usualLeastFreeBytes = 300 * 1024 * 1024;
/** So many failures in a row are the synthesiser's, not a sentence's. */
const mostInARow = 5;

/**
 * Makes sentences into sound by what is installed on this machine, and keeps them. What a hall says again and again is made in
 * the background once it is set up or renamed, one at a time behind all other work; anything else when it is asked for.
 */
export class Speech {
  readonly #parts: SpeechParts;
  readonly #find: () => Promise<Synthesiser | null>;
  readonly #kept: KeptSounds;
  readonly #leastFreeBytes: number;
  readonly #beingMade = new Map<string, { readonly making: Promise<Buffer>; readonly kept: Promise<void> }>();
  readonly #failing = new Map<string, { readonly said: Said; readonly error: string; readonly at: number }>();
  #synthesiser: Promise<Synthesiser | null> | undefined;
  #lookedAt = 0;
  #isFound = false;
  #preparing: Promise<void> | undefined;
  #isAskedAgain = false;
  #preparedAt = 0;
  #isDiskFull = false;
  #isStopped = false;

  constructor(
    parts: SpeechParts,
    { find = findSynthesiser, bounds, leastFreeBytes = usualLeastFreeBytes }: SpeechOptions = {},
  ) {
    this.#leastFreeBytes = leastFreeBytes;
    this.#parts = parts;
    this.#find = find;
    this.#kept = new KeptSounds(parts.dataDir, parts.clock, bounds);
  }

  /** A sentence's sound, kept or made now. Never rejects. */
  async sound(asked: Said): Promise<Sound> {
    const said = { language: asked.language, text: sayable(asked.text) };
    const synthesiser = await this.#found();
    if (said.text === '' || synthesiser?.voices[said.language] === undefined) return { fault: 'no_voice' };
    try {
      return { wave: await this.#soundBy(synthesiser, said, false) };
    } catch (error) {
      this.#parts.log.warn({ err: error }, 'a sentence could not be made into sound');
      return { fault: 'failed' };
    }
  }

  /** What is there, and how far it is; looks again for a synthesiser that was missing. */
  async state(): Promise<SpeechState> {
    const synthesiser = await this.#found();
    const wanted = synthesiser ? this.#wanted(synthesiser) : [];
    if (synthesiser && wanted.some(({ key }) => !this.#kept.has(key) && !this.#failing.has(key)))
      this.prepare();
    return {
      synthesiser: synthesiser && {
        name: synthesiser.name,
        version: synthesiser.version,
        voices: synthesiser.voices,
      },
      wanted: wanted.length,
      made: wanted.filter(({ key }) => this.#kept.has(key)).length,
      failing: wanted
        .flatMap(({ key }) => this.#failing.get(key) ?? [])
        .map(({ said, error }) => ({ said, error })),
      diskFull: this.#isDiskFull,
    };
  }

  /** Something was renamed, or switched on: makes what isn't there yet, in the background. */
  prepare(): void {
    this.#isAskedAgain = true;
    this.#preparing ??= this.#prepareAll().finally(() => {
      this.#preparing = undefined;
    });
  }

  /** Tries again what failed, and drops what nobody uses any more. */
  minutePassed(): void {
    if (this.#parts.clock.now() - this.#preparedAt > retryMs) this.prepare();
  }

  /** Resolves once nothing is made any more; what is under way is finished. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#preparing;
    await this.#settled();
    (await this.#synthesiser)?.stop();
  }

  async #settled(): Promise<void> {
    await Promise.all([...this.#beingMade.values()].map(({ kept }) => kept));
  }

  #found(): Promise<Synthesiser | null> {
    const now = performance.now();
    const isOld = now - this.#lookedAt > (this.#isFound ? lookAgainMs.found : lookAgainMs.missing);
    if (this.#synthesiser && !isOld) return this.#synthesiser;
    const former = this.#synthesiser;
    this.#lookedAt = now;
    this.#synthesiser = this.#find().then(
      (found) => {
        this.#isFound = found !== null;
        return found;
      },
      () => null,
    );
    // What the former one is making is finished first.
    void this.#settled().then(async () => (await former)?.stop());
    return this.#synthesiser;
  }

  #wanted(synthesiser: Synthesiser): { readonly key: string; readonly said: Said }[] {
    return saidOften(this.#parts.hall())
      .filter(({ language }) => synthesiser.voices[language] !== undefined)
      .map((said) => ({ key: soundKey(synthesiser, said), said }));
  }

  /** Throws `SpeechFault`. */
  async #soundBy(synthesiser: Synthesiser, said: Said, isPatient: boolean): Promise<Buffer> {
    const key = soundKey(synthesiser, said);
    const kept = await this.#kept.take(key);
    if (kept) return kept;
    return await (this.#beingMade.get(key)?.making ?? this.#make(synthesiser, { key, said, isPatient }));
  }

  #make(
    synthesiser: Synthesiser,
    { key, said, isPatient }: { readonly key: string; readonly said: Said; readonly isPatient: boolean },
  ): Promise<Buffer> {
    const making = synthesiser.make(said, isPatient).catch((error: unknown) => {
      if (error instanceof SpeechFault && error.kind === 'gone') this.#lookedAt = Number.NEGATIVE_INFINITY;
      throw error;
    });
    const kept = making
      .then((wave) => this.#keep(key, wave))
      // Whoever asked is told.
      .catch(() => undefined)
      .finally(() => this.#beingMade.delete(key));
    this.#beingMade.set(key, { making, kept });
    // Whoever waits need not wait for the disk too.
    return isPatient ? kept.then(() => making) : making;
  }

  async #keep(key: string, wave: Buffer): Promise<void> {
    this.#failing.delete(key);
    try {
      const { bavail, bsize } = await statfs(this.#parts.dataDir);
      this.#isDiskFull = bavail * bsize < this.#leastFreeBytes;
      if (!this.#isDiskFull) await this.#kept.keep(key, wave);
    } catch (error) {
      this.#isDiskFull = true;
      this.#parts.log.warn({ err: error }, 'a sound could not be kept');
    }
  }

  async #prepareAll(): Promise<void> {
    while (this.#isAskedAgain && !this.#isStopped) {
      this.#isAskedAgain = false;
      const now = this.#parts.clock.now();
      this.#preparedAt = now;
      if (saidOften(this.#parts.hall()).length === 0) continue;
      const synthesiser = await this.#found();
      if (!synthesiser) continue;
      const wanted = this.#wanted(synthesiser);
      for (const key of this.#failing.keys())
        if (!wanted.some((each) => each.key === key)) this.#failing.delete(key);
      await this.#makeMissing(synthesiser, wanted);
      await this.#kept.tidy(new Set(wanted.map(({ key }) => key)));
    }
  }

  async #makeMissing(
    synthesiser: Synthesiser,
    wanted: readonly { readonly key: string; readonly said: Said }[],
  ): Promise<void> {
    let failedInARow = 0;
    for (const { key, said } of wanted) {
      // A change begins anew; a full store or disk takes no more.
      if (this.#isStopped || this.#isAskedAgain || this.#kept.isFull || failedInARow >= mostInARow) return;
      if (this.#kept.has(key) || this.#isFresh(key)) continue;
      try {
        await this.#soundBy(synthesiser, said, true);
        failedInARow = 0;
      } catch (error) {
        failedInARow += 1;
        this.#failing.set(key, { said, error: String(error), at: this.#parts.clock.now() });
      }
      if (this.#isDiskFull) return;
      await pause(breathMs);
    }
  }

  /** Whether it failed so lately that another try would be no use. */
  #isFresh(key: string): boolean {
    const failed = this.#failing.get(key);
    return failed !== undefined && this.#parts.clock.now() - failed.at < retryMs;
  }
}
