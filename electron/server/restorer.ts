import { recordAudit } from '../actions/accounts/record-audit';
import type { Actor } from '../actions/action';
import { leadBack } from '../actions/days/lead-back';
import { Refusal } from '../queue/refusal';
import { tidyAfterRestore } from '../store/backups/backup-files';
import { preserveRemembered } from '../store/backups/raise-numbers';
import { comingFile } from '../store/backups/replace-database';
import { CopyUnusableError, makeRestorable, removeDatabase } from '../store/backups/restorable-copy';
import { StoreBusyError } from '../store/store-errors';
import { fieldFault } from '../texts/field-fault';
import type { ServerParts } from './parts';

const refusals = {
  damaged: 'backup_damaged',
  newer: 'backup_newer',
  no_admin: 'backup_without_admin',
} as const;

type Parts = Pick<ServerParts, 'store' | 'actionRunner' | 'clock' | 'dataDir' | 'heavyWork'>;

/** Lets a copy take the place of the database while the hall goes on. */
export class Restorer {
  readonly #parts: Parts;
  #underWay = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Restores a copy; returns the id of the copy that holds what was there. Throws `Refusal`: `in_use` while another is
   * restored or the database is being copied, `backup_damaged`, `backup_newer`, `backup_without_admin`; then nothing
   * is changed.
   */
  restore(backupFile: string, by: { readonly id: string; readonly actor: Actor }): Promise<string> {
    return this.#restore(backupFile, by, null);
  }

  /**
   * The same on a machine that was no hall yet. Which numbers were given since the copy was made nobody knows here, so those
   * of `today` go on far above the copy's. What was done on this machine before is no part of the hall's history.
   */
  restoreFresh(
    backupFile: string,
    by: { readonly id: string; readonly actor: Actor },
    today: string,
  ): Promise<string> {
    return this.#restore(backupFile, by, today);
  }

  async #restore(
    backupFile: string,
    by: { readonly id: string; readonly actor: Actor },
    freshToday: string | null,
  ): Promise<string> {
    const { store, actionRunner, clock, dataDir, heavyWork } = this.#parts;
    if (this.#underWay) throw inUse();
    this.#underWay = true;
    const { file } = store.check();
    let heavyMayGoOn: (() => void) | undefined;
    try {
      await makeRestorable(backupFile, comingFile(file));
      if (freshToday !== null) preserveRemembered(comingFile(file), null, freshToday);
      heavyMayGoOn = await heavyWork.letGo();
      // From here to the end nothing else runs: what is written down here is kept with the rest.
      const noteDown = () =>
        actionRunner.run(by.actor, (context) =>
          recordAudit(context, { action: 'restoreBackup', subject: `backup:${by.id}` }),
        );
      if (freshToday === null) noteDown();
      store.replaceByCopy();
      if (freshToday !== null) noteDown();
      this.#leadBack(by.actor);
      const kept = tidyAfterRestore(file, dataDir, clock.now());
      if (kept === null) throw new Error('the replaced database is missing');
      return kept;
    } catch (error) {
      removeDatabase(comingFile(file));
      throw asRefusal(error);
    } finally {
      heavyMayGoOn?.();
      this.#underWay = false;
    }
  }

  /** Neither the copy nor the numbers given since carry over a date that has not come, where the clock is believed. */
  #leadBack(actor: Actor): void {
    const { clock, actionRunner } = this.#parts;
    if (clock.doubt() !== null) return;
    try {
      actionRunner.run(actor, (context) => leadBack(context, 0));
    } catch (error) {
      // Somebody waits whose number would stand twice: an admin is told, and leads the hall back later.
      if (!(error instanceof Refusal)) throw error;
    }
  }
}

/** What a copy that can't be used, or a database that is being copied, is refused with; any other error as it is. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof CopyUnusableError) return new Refusal(refusals[error.fault]);
  return error instanceof StoreBusyError ? inUse() : error;
}

function inUse(): Refusal {
  return new Refusal('in_use', {
    errors: [{ path: '', fault: fieldFault('copy_under_way') }],
  });
}
