import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeDurably } from './durable-file';

const role = z.discriminatedUnion('role', [
  /** This machine took over: it is the hall's main one, whatever hub is configured. */
  z.object({
    role: z.literal('main'),
    epoch: z.number().int(),
    /** The machine that was the main one, which is told so when it comes back. */
    former: z.string(),
    /** Where this one serves the hall, as the former one knew it. */
    address: z.string().nullable(),
    /** Milliseconds since 1970 UTC. */
    since: z.number(),
  }),
  /** Another machine took over: this one gives no numbers any more, and works for that one. */
  z.object({
    role: z.literal('former'),
    epoch: z.number().int(),
    hub: z.string(),
    since: z.number(),
  }),
]);
export type MachineRole = z.output<typeof role>;

const fileOf = (dataDir: string) => join(dataDir, 'machine-role.json');

/** What this machine has become; null: what it was set up as. It goes before every setting of the hub. */
export function readMachineRole(dataDir: string): MachineRole | null {
  try {
    return role.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')));
  } catch {
    return null;
  }
}

export function becomeMachine(dataDir: string, next: MachineRole): void {
  writeDurably(fileOf(dataDir), JSON.stringify(next));
}
