import type { StandbyNews } from '../contract/standby';
import type { Log } from '../log';
import type { HubAccess } from '../second-kiosk/call-hub';
import { StandbyFollower } from './follow-main';
import type { StandbyCopy } from './standby-copy';
import { forgetCopies, openCopies } from './standby-folder';

interface DutyParts {
  readonly access: HubAccess;
  readonly dataDir: string;
  readonly port: number;
  readonly log: Log;
}

/** Whether this machine stands by, as the main machine last said: it goes on when that is silent, and ends by its word alone. */
export class StandbyDuty {
  readonly #parts: DutyParts;
  #follower: StandbyFollower | null = null;
  #changing: Promise<void> = Promise.resolve();

  constructor(parts: DutyParts) {
    this.#parts = parts;
    // It was started anew while the main machine may be away.
    const { current, coming } = openCopies(parts.dataDir);
    if (current || coming) this.#follower = new StandbyFollower(parts);
  }

  heard({ chosen }: StandbyNews): void {
    this.#changing = this.#changing.then(async () => {
      if (chosen) this.#follower ??= new StandbyFollower(this.#parts);
      else {
        await this.#follower?.stop();
        this.#follower = null;
        forgetCopies(this.#parts.dataDir);
      }
    });
  }

  /** What the hall can go on with, or null. */
  get copy(): StandbyCopy | null {
    return this.#follower?.copy ?? null;
  }

  async stop(): Promise<void> {
    await this.#changing;
    await this.#follower?.stop();
  }
}
