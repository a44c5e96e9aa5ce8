import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../clock';
import { type PageFault, pageFault } from '../contract/page-faults';
import { withoutSecrets } from '../texts/without-secrets';

const keptFault = pageFault.extend({
  /** Milliseconds since 1970 UTC, of the last time. */
  at: z.number(),
  count: z.number(),
  /** Whoever tells much takes places from themselves alone. */
  address: z.string(),
});
export type KeptFault = z.output<typeof keptFault>;

/** Of one address, and of all. */
const maxOfAddress = 5;
const most = 50;
const savedWithinMs = 5_000;

/** What pages told of their faults: the newest fifty different ones, kept over a restart in a file of the data. */
export class PageFaults {
  readonly #file: string;
  readonly #clock: Clock;
  /** The newest last. */
  #kept: readonly KeptFault[];
  #saving: NodeJS.Timeout | undefined;

  constructor({ dataDir, clock }: { readonly dataDir: string; readonly clock: Clock }) {
    this.#file = join(dataDir, 'page-faults.json');
    this.#clock = clock;
    this.#kept = read(this.#file);
  }

  /** Notes a fault that this network address tells of. Returns it without what may be secret. */
  note(told: PageFault, address: string): PageFault {
    const fault = { ...told, message: withoutSecrets(told.message) };
    const same = (kept: KeptFault) =>
      kept.surface === fault.surface && kept.kind === fault.kind && kept.message === fault.message;
    const before = this.#kept.find(same);
    const noted = { ...fault, address, at: this.#clock.now(), count: (before?.count ?? 0) + 1 };
    const others = this.#kept.filter((kept) => !same(kept));
    const ofAddress = others.filter((kept) => kept.address === address);
    const dropped = ofAddress.length >= maxOfAddress ? ofAddress[0] : undefined;
    this.#kept = [...others.filter((kept) => kept !== dropped), noted].slice(-most);
    this.#saving ??= setTimeout(() => void this.save(), savedWithinMs).unref();
    return fault;
  }

  /** The different faults, the one that came last at the end. */
  all(): readonly KeptFault[] {
    return this.#kept;
  }

  /** Writes down what is not yet. Never rejects: a full disk must not keep anything from ending. */
  async save(): Promise<void> {
    if (this.#saving === undefined) return;
    clearTimeout(this.#saving);
    this.#saving = undefined;
    try {
      await writeFile(`${this.#file}.new`, JSON.stringify(this.#kept), { mode: 0o600 });
      await rename(`${this.#file}.new`, this.#file);
    } catch {
      // The next one is tried again.
    }
  }
}

function read(file: string): KeptFault[] {
  try {
    const rows: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return z
      .array(z.unknown())
      .parse(rows)
      .flatMap((row) => keptFault.safeParse(row).data ?? [])
      .slice(-most);
  } catch {
    // There is none, as a rule.
    return [];
  }
}
