import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeSigningKey } from '../../../electron/contract/centre/signing';
import { surveyElements } from '../../../electron/contract/survey';
import type { dropRows } from '../../../electron/store/journal/feed';
import { newNonce } from '../../support/journal-hall';
import { type RandomAct, randomVerbs } from '../../support/random-day';
import { Chance } from './chance';
import type { Line } from './network';
import { farDate, faultsOf } from './oracle';
import type { SimulatedCentre } from './simulated-centre';
import { SimulatedHall } from './simulated-hall';
import type { Template } from './template';

/** Faults that are planted to see whether they are found. */
export interface Planted {
  /** In the place of what drops a hall's old rows. */
  readonly dropRows?: typeof dropRows;
  /** After a copy was restored in a hall. */
  readonly restored?: (hall: SimulatedHall) => void;
  /** After the centre took a request. */
  readonly taken?: (centre: SimulatedCentre, hallId: number, path: string) => Promise<void>;
}

interface Site {
  readonly id: number;
  readonly machines: SimulatedHall[];
  readonly copies: Awaited<ReturnType<SimulatedHall['copy']>>[];
  readonly backups: string[];
}

export interface World {
  readonly centre: SimulatedCentre;
  readonly templates: readonly Template[];
  readonly folder: string;
  readonly planted?: Planted;
  /** Hears each step. */
  readonly onStep?: (words: string) => void;
}

const steps = { few: 20, more: 60 };
/** How often what happens, against the others. */
const usual = { live: 10, tell: 8, carry: 12, hear: 12 };
const harms = {
  ...{ lose: 1.5, double: 1.5, runOut: 2, cut: 0.7, crash: 1.2, drop: 0.8, days: 0.8, manyDays: 0.4 },
  ...{ clock: 0.5, poison: 0.5, copy: 0.7, putBack: 0.5, backUp: 0.4, restore: 0.5, twin: 0.3 },
};
const poisons = [
  ['weather', 1, { sunny: true }],
  ['call', 9, { waited: 1 }],
  ['call', 1, 'no json'],
  ['ticket_step', 1, { step: 'flown' }],
  // Right by its schema, and more than the centre's column takes.
  ['survey_sums', 1, null],
] as const;
const manyForms = {
  month: farDate.slice(0, 7),
  counterId: 1,
  forms: 2 ** 40,
  scores: Object.fromEntries(surveyElements.map((element) => [element, [0, 0, 0, 0]])),
};

/** Lives through what chance has in store by this number. Returns what was wrong in the end; nothing: an empty list. */
export async function runSeed(world: World, seed: number): Promise<string[]> {
  const folder = join(world.folder, `seed-${seed}`);
  mkdirSync(folder);
  const run = new SeedRun(world, folder, new Chance(seed));
  try {
    return await run.live();
  } finally {
    await run.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What comes in the stead of carrying what is not there. */
function possible<What extends string>(drawn: What, line: Line): What | 'tell' | 'carry' | 'hear' {
  if (!['tell', 'carry', 'hear', 'runOut'].includes(drawn)) return drawn;
  if (!line.waits) return line.requests.length > 0 && drawn === 'carry' ? 'carry' : 'tell';
  if (drawn === 'runOut') return drawn;
  if (drawn === 'hear' && line.answers.length > 0) return 'hear';
  if (line.requests.length > 0) return 'carry';
  return line.answers.length > 0 ? 'hear' : drawn;
}

class SeedRun {
  readonly #world: World;
  readonly #folder: string;
  readonly #chance: Chance;
  readonly #sites: Site[] = [];
  readonly #malformed: string[] = [];
  readonly #weights: Readonly<Record<keyof typeof usual | keyof typeof harms, number>>;

  constructor(world: World, folder: string, chance: Chance) {
    this.#world = world;
    this.#folder = folder;
    this.#chance = chance;
    // Each seed has harms of its own, so that they meet in some more often than all together would.
    const own = Object.entries(harms).map(([harm, weight]) => [harm, weight * chance.pick([0, 0.5, 1, 5])]);
    this.#weights = { ...usual, ...(Object.fromEntries(own) as typeof harms) };
  }

  async live(): Promise<string[]> {
    const chance = this.#chance;
    const halls = chance.pick([1, 1, 1, 1, 2, 2, 3, 5]);
    for (let at = 0; at < halls; at += 1) this.#sites.push(await this.#begin(at));
    const count = steps.few + chance.below(steps.more - steps.few);
    for (let at = 0; at < count; at += 1) await this.#step(chance.pick(this.#sites));
    for (const site of this.#sites) {
      if (site.machines.length === 1) await this.#goBack(site);
      await this.#heal(site);
    }
    const faults = [...this.#malformed];
    for (const { id, machines } of this.#sites) {
      const wrong = await faultsOf(this.#world.centre, id, machines);
      faults.push(...wrong.map((each) => `hall ${id}: ${each}`));
    }
    return faults;
  }

  async close(): Promise<void> {
    for (const { machines } of this.#sites) for (const machine of machines) await machine.close();
  }

  async #begin(at: number): Promise<Site> {
    const { centre, templates } = this.#world;
    const { file, officers } = this.#chance.pick(templates);
    const key = makeSigningKey();
    const link = {
      ...{ url: 'https://centre.test', centre: { publicKey: centre.key.publicKey, name: 'Antre' } },
      ...{ name: 'MPP', hall: key, machine: newNonce(), sends: true },
    };
    const hall = new SimulatedHall({ folder: join(this.#folder, `hall-${at}`), file, link, officers });
    const id = await centre.letIn(hall.hallId, key.publicKey);
    return { id, machines: [hall], copies: [], backups: [] };
  }

  async #step(site: Site): Promise<void> {
    const chance = this.#chance;
    const hall = chance.pick(site.machines);
    const drawn = chance.weighed(this.#weights);
    const { line } = hall;
    const what = possible(drawn, line);
    this.#world.onStep?.(`${what} ${site.id} ${site.machines.indexOf(hall)}`);
    switch (what) {
      case 'live':
        return hall.live(this.#acts(1 + chance.below(4)));
      case 'tell':
        return await this.#tell(hall);
      case 'carry':
        return await this.#carry(site, hall);
      case 'hear':
        return await this.#hear(hall);
      case 'lose':
        if (chance.is(0.5)) line.requests.splice(chance.below(line.requests.length + 1), 1);
        else line.answers.splice(chance.below(line.answers.length + 1), 1);
        return;
      case 'double': {
        const again = line.requests[chance.below(line.requests.length + 1)];
        if (again) line.requests.push(again);
        return;
      }
      case 'runOut':
        return await hall.goOn(() => line.runOut());
      case 'cut':
        line.isCut = !line.isCut;
        return;
      case 'crash':
        return await hall.crash();
      case 'drop':
        return hall.drop(this.#world.planted?.dropRows);
      case 'days':
        return hall.passDays(1);
      case 'manyDays':
        return hall.passDays(35);
      case 'clock':
        hall.clock.jump({ years: chance.is(0.5) ? 1 : -1 });
        return;
      case 'poison': {
        const [kind, version, body] = chance.pick(poisons);
        return hall.poison(kind, version, body ?? manyForms);
      }
      case 'copy':
        if (site.machines.length === 1) site.copies.push(hall.copy());
        return;
      case 'putBack':
        if (site.copies.length > 0 && site.machines.length === 1) await hall.crash(chance.pick(site.copies));
        return;
      case 'backUp':
        if (site.machines.length === 1) site.backups.push(await hall.backUp());
        return;
      case 'restore':
        if (site.backups.length === 0 || site.machines.length > 1) return;
        await hall.restore(chance.pick(site.backups));
        this.#world.planted?.restored?.(hall);
        return;
      case 'twin':
        if (site.machines.length > 1) return;
        site.machines.push(await hall.twin(`${hall.folder}-twin`));
        return;
    }
  }

  #acts(count: number): RandomAct[] {
    const chance = this.#chance;
    return Array.from({ length: count }, () => ({
      verb: chance.pick(randomVerbs),
      seconds: 1 + chance.below(300),
      choice: chance.below(1_000),
      other: chance.below(1_000),
    }));
  }

  async #tell(hall: SimulatedHall): Promise<void> {
    await hall.tell();
    if (hall.refusal === 'malformed') this.#malformed.push('the centre found malformed what a hall sent');
  }

  /** Carries some request to the centre, the oldest mostly, and its answer onto the line. */
  async #carry(site: Site, hall: SimulatedHall): Promise<void> {
    const chance = this.#chance;
    const { line } = hall;
    const at = chance.is(0.8) ? 0 : chance.below(line.requests.length);
    const [request] = line.requests.splice(at, 1);
    if (!request || line.isCut) return;
    const { centre, planted } = this.#world;
    const failAfter = chance.is(0.08) ? 1 + chance.below(14) : null;
    const answered = await centre.take(request, failAfter);
    await planted?.taken?.(centre, site.id, request.path);
    line.answers.push({ id: request.id, answered });
  }

  async #hear(hall: SimulatedHall): Promise<void> {
    const { line } = hall;
    const at = this.#chance.is(0.8) ? 0 : this.#chance.below(line.answers.length);
    const [answer] = line.answers.splice(at, 1);
    if (!answer || line.isCut) return;
    await hall.goOn(() => line.hear(answer));
    if (hall.refusal === 'malformed') this.#malformed.push('the centre found malformed what a hall sent');
  }

  /** Where it has a copy: after all was told, it goes back to it and lives on. */
  async #goBack(site: Site): Promise<void> {
    const [hall] = site.machines;
    const [backup] = site.backups;
    const [copy] = site.copies;
    if (!hall || (backup === undefined && copy === undefined)) return;
    await this.#heal(site);
    if (backup !== undefined) {
      await hall.restore(backup);
      this.#world.planted?.restored?.(hall);
    } else if (copy) await hall.crash(copy);
    hall.live(this.#acts(4));
  }

  /** All lines are good again, what was under way arrives, each hall lives on and tells all. */
  async #heal({ machines }: Site): Promise<void> {
    for (const hall of machines) {
      hall.line.isCut = false;
      hall.ticket('A');
      hall.look();
      hall.isTold = false;
    }
    const { centre } = this.#world;
    for (let round = 0; round < 400; round += 1) {
      let isDone = true;
      for (const hall of machines) {
        const { line } = hall;
        const request = line.requests.shift();
        if (request) line.answers.push({ id: request.id, answered: await centre.take(request, null) });
        const answer = line.answers.shift();
        if (answer) await hall.goOn(() => line.hear(answer));
        else if (!request && line.waits) await hall.goOn(() => line.runOut());
        if (!line.waits && !hall.isTold) await this.#tell(hall);
        const isOver = hall.isTold || hall.refusal === 'two_machines';
        if (line.requests.length + line.answers.length > 0 || line.waits || !isOver) isDone = false;
      }
      if (isDone) return;
    }
    if (machines.length === 1) this.#malformed.push('it was never told all');
  }
}
