import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { writeDurably } from '../store/durable-file';

/** What proves a device to its hub, kept between starts. */
export interface KeptAccess {
  /** The token for this hub, or null: not let in yet, or by another hub. */
  token(hub: string): string | null;
  keep(hub: string, token: string): void;
  /** Where the hall is served now, should another machine than the configured one have become its main one; and what is known of that. */
  main(hub: string): KnownMain | null;
  keepMain(hub: string, main: KnownMain): void;
  forget(): void;
}

const knownMain = z.object({
  /** The main machine's address. */
  at: z.string(),
  epoch: z.number().int(),
  /** Where its standby would serve the hall. */
  standby: z.string().nullable(),
});
export type KnownMain = z.output<typeof knownMain>;
const kept = z.object({ hub: z.string(), token: z.string(), main: knownMain.optional() });

/** A kiosk, or the lobby's screen, which may be a second one at a kiosk. */
const files = { kiosk: 'hub-access.json', display: 'display-access.json' } as const;

/** Keeps the access in a file of the data directory, readable by this user alone. */
export function keepAccess(dataDir: string, device: keyof typeof files): KeptAccess {
  const path = join(dataDir, files[device]);
  const read = (hub: string) => {
    try {
      const found = kept.parse(JSON.parse(readFileSync(path, 'utf8')));
      return found.hub === hub ? found : null;
    } catch {
      // None, or damaged: an admin lets this kiosk in once more.
      return null;
    }
  };
  return {
    token: (hub) => read(hub)?.token ?? null,
    keep(hub, token) {
      writeDurably(path, JSON.stringify({ hub, token }));
    },
    main: (hub) => read(hub)?.main ?? null,
    keepMain(hub, main) {
      const known = read(hub);
      if (known && !isDeepStrictEqual(known.main, main))
        writeDurably(path, JSON.stringify({ hub, token: known.token, main }));
    },
    forget: () => rmSync(path, { force: true }),
  };
}

/** Where the main machine is for which this one works as a kiosk, or null: it works for none. */
export function keptHub(dataDir: string): string | null {
  try {
    const { hub, main } = kept.parse(JSON.parse(readFileSync(join(dataDir, files.kiosk), 'utf8')));
    return main?.at ?? hub;
  } catch {
    return null;
  }
}
