import type { Breach } from './book';
import { type Lived, liveThrough } from './live-through';
import { type TroubleName, troubles } from './troubles';

/** Milliseconds. */
const loopBudget = 100;
/** Memory may grow by this factor from the first third to the last. */
const memoryBudget = 1.25;

/** Runs a soak as `npm run soak` asks for it, prints what came of it, and returns the exit status. */
export async function soak(options: {
  readonly minutes?: string;
  readonly speed?: string;
  readonly seed?: string;
  readonly only?: string;
}): Promise<number> {
  const seed = Number(options.seed ?? Math.floor(Math.random() * 1_000_000));
  const all = Object.keys(troubles) as TroubleName[];
  const names =
    options.only === undefined ? all : all.filter((name) => options.only?.split(',').includes(name));
  if (names.length === 0) {
    console.error(`There are ${all.join(', ')}.`);
    return 1;
  }
  console.log(`Seed ${seed}`);
  const startedAt = Date.now();
  const lived = await liveThrough({
    minutes: Number(options.minutes ?? 120),
    speed: Number(options.speed ?? 20),
    seed,
    names,
    onTrouble: (name) => console.log(`${((Date.now() - startedAt) / 60_000).toFixed(1)} min: ${name}`),
  });
  const faults = faultsOf(lived);
  for (const [what, count] of Object.entries(lived.counts).sort()) console.log(`${what}: ${count}`);
  console.log(`started again: ${lived.restarts.seen} (meant: ${lived.restarts.meant})`);
  console.log(`event loop: p99.9 ${lived.loopDelay} ms (budget ${loopBudget})`);
  console.log(`memory: ${lived.memory.first} MB, in the end ${lived.memory.last} MB`);
  for (const fault of faults) console.log(`FAULT ${fault}`);
  console.log(faults.length === 0 ? 'Nothing was found.' : `${faults.length} faults, seed ${seed}`);
  return faults.length === 0 ? 0 : 1;
}

/** What of a soak should not have been, in words. */
export function faultsOf({ breaches, restarts, loopDelay, memory }: Lived): readonly string[] {
  const alike = new Map<string, Breach[]>();
  for (const breach of breaches) alike.set(breach.what, [...(alike.get(breach.what) ?? []), breach]);
  return [
    ...[...alike].map(
      ([what, all]) => `${all[0]?.at.toISOString()} ${what}${all.length > 1 ? ` (${all.length} times)` : ''}`,
    ),
    ...(restarts.seen > restarts.meant
      ? [`the hall was started again ${restarts.seen} times, ${restarts.meant} were meant`]
      : []),
    ...(loopDelay > loopBudget ? [`the event loop came ${loopDelay} ms too late`] : []),
    ...(memory.last > memory.first * memoryBudget
      ? [`memory grew from ${memory.first} to ${memory.last} MB`]
      : []),
  ];
}
