import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { writeDurably } from '../store/durable-file';
import { mainAnswers, TakeOverRefused, takeOver } from './take-over';

const order = z.object({
  /** Its answer has the same. */
  id: z.string(),
  /** The person said that the main machine is to be left although it answers. */
  leaveMain: z.boolean(),
});
type Order = z.output<typeof order>;
const answer = z.object({
  id: z.string(),
  outcome: z.enum(['done', 'nothing_kept', 'main_answers', 'failed']),
  detail: z.string(),
});
export type TakeOverAnswer = z.output<typeof answer>;

const orderFile = (dataDir: string) => join(dataDir, 'take-over-order.json');
const answerFile = (dataDir: string) => join(dataDir, 'take-over-answer.json');
const lookMs = 300;

/**
 * Hears what the command `antre take-over` asks of a second kiosk that runs: whoever may write in the data directory has its
 * rights. `onOrder` is called once, to stop whatever works with the directory; then it is carried out.
 */
export function watchOrders(
  dataDir: string,
  onOrder: () => void,
): {
  stop(): void;
  /** The same from this process itself. */
  order(): Promise<TakeOverAnswer>;
  carryOut(hub: string): Promise<TakeOverAnswer>;
} {
  let found: Order | null = null;
  rmSync(orderFile(dataDir), { force: true });
  let told: (answer: TakeOverAnswer) => void = () => undefined;
  const begin = (next: Order) => {
    found = next;
    clearInterval(looking);
    onOrder();
  };
  const looking = setInterval(() => {
    const asked = read(orderFile(dataDir), order);
    if (asked) begin(asked);
  }, lookMs);
  return {
    stop: () => clearInterval(looking),
    order: () =>
      new Promise((resolve) => {
        told = resolve;
        begin({ id: randomUUID(), leaveMain: false });
      }),
    async carryOut(hub) {
      if (!found) throw new Error('nothing was ordered');
      const said = { id: found.id, ...(await obey(dataDir, hub, found.leaveMain)) };
      writeDurably(answerFile(dataDir), JSON.stringify(said));
      rmSync(orderFile(dataDir), { force: true });
      told(said);
      return said;
    },
  };
}

/** Takes over, unless the main machine answers and is not to be left. Never throws. */
export async function obey(
  dataDir: string,
  hub: string,
  leaveMain: boolean,
): Promise<Omit<TakeOverAnswer, 'id'>> {
  try {
    if (!leaveMain && (await mainAnswers(hub))) return { outcome: 'main_answers', detail: hub };
    const { epoch } = await takeOver(dataDir, { hub, now: Date.now() });
    return { outcome: 'done', detail: String(epoch) };
  } catch (error) {
    if (error instanceof TakeOverRefused) return { outcome: error.fault, detail: '' };
    return { outcome: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Orders it of the second kiosk that runs with the data directory; returns its answer, or null where none comes in time. */
export async function orderTakeOver(
  dataDir: string,
  asked: Order,
  withinMs: number,
): Promise<TakeOverAnswer | null> {
  rmSync(answerFile(dataDir), { force: true });
  writeDurably(orderFile(dataDir), JSON.stringify(asked));
  for (let left = withinMs; left > 0; left -= lookMs) {
    await wait(lookMs);
    const said = read(answerFile(dataDir), answer);
    if (said?.id === asked.id) return said;
  }
  rmSync(orderFile(dataDir), { force: true });
  return null;
}

function read<Value>(file: string, schema: z.ZodType<Value>): Value | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
