import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeDurably } from '../store/durable-file';

/** What proves a device to its hub, kept between starts. */
export interface KeptAccess {
  /** The token for this hub, or null: not let in yet, or by another hub. */
  token(hub: string): string | null;
  keep(hub: string, token: string): void;
  forget(): void;
}

const kept = z.object({ hub: z.string(), token: z.string() });

/** A kiosk, or the lobby's screen, which may be a second one at a kiosk. */
const files = { kiosk: 'hub-access.json', display: 'display-access.json' } as const;

/** Keeps the access in a file of the data directory, readable by this user alone. */
export function keepAccess(dataDir: string, device: keyof typeof files): KeptAccess {
  const path = join(dataDir, files[device]);
  return {
    token(hub) {
      try {
        const found = kept.parse(JSON.parse(readFileSync(path, 'utf8')));
        return found.hub === hub ? found.token : null;
      } catch {
        // None, or damaged: an admin lets this kiosk in once more.
        return null;
      }
    },
    keep(hub, token) {
      writeDurably(path, JSON.stringify({ hub, token }));
    },
    forget: () => rmSync(path, { force: true }),
  };
}
