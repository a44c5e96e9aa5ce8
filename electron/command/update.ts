import { setTimeout as pause } from 'node:timers/promises';
import { version } from '../../package.json';
import type { LastUpdate, UpdatePlace, UpdateState, UpdateWish } from '../contract/admin-updates';
import { Refusal } from '../queue/refusal';
import { Updates } from '../updates/updates';
import { type CommandExit, CommandFault, commandExits } from './command-fault';
import type { Words } from './command-words';
import type { FoundHall } from './find-hall';

const askEveryMs = 500;
/** Root's program takes a request within moments, and may then wait for a slow share. */
const answersWithinMs = 300_000;

/**
 * Tells which version runs and which newer ones lie where, and takes one where that is wished: also where the hall doesn't run.
 * Follows it to its end. Returns 0 unless it came to nothing.
 */
export async function update(
  found: FoundHall,
  {
    wish,
    object,
    words,
  }: {
    readonly wish: UpdateWish['when'] | 'leave' | null;
    readonly object: string | undefined;
    readonly words: Words;
  },
): Promise<CommandExit> {
  const updates = openUpdates(found);
  if (wish === 'leave') {
    if (found.running) await found.running.call('leaveUpdate');
    else updates.leave();
    console.log(words('command.update.left'));
    return commandExits.done;
  }
  if (!updates.state().underWay) {
    await looked(updates, words);
    const { looked: places } = updates.state();
    console.log(words('command.update.runs', { version: updates.installed() }));
    if (places && !places.hasKey) console.log(words('update.noKey'));
    else if (places?.places.length === 0) console.log(words('update.noPlace'));
    for (const place of places?.places ?? []) console.log(placeInWords(place, words));
    const newer = [
      ...new Set(places?.places.flatMap(({ version: there, isNewer }) => (isNewer && there) || [])),
    ];
    if (wish === null) {
      tellRest(updates.state(), newer[0], words);
      return commandExits.done;
    }
    const [chosen, ...others] = object === undefined ? newer : newer.filter((each) => each === object);
    if (chosen === undefined) throw new CommandFault(commandExits.failed, 'command.update.none');
    if (others.length > 0)
      throw new CommandFault(commandExits.failed, 'command.update.several', { known: newer.join(', ') });
    const body = { version: chosen, when: wish };
    if (found.running) await found.running.call('takeUpdate', { body });
    else asked(() => updates.take(body));
    if (wish === 'tonight') {
      console.log(words('update.tonight.planned', { version: chosen }));
      return commandExits.done;
    }
  }
  return await follow(updates, words);
}

/** What root's program and the hall know of updates, by their files alone: the hall may not run. */
export function openUpdates({ config, running }: FoundHall): Updates {
  return new Updates({
    folder: config.updatesDir,
    version: running?.version ?? version,
    timezone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
}

/** How the last update went. */
export function lastInWords(
  { version, from, outcome, reason, detail, at }: LastUpdate,
  words: Words,
): string {
  const why = reason === '' ? '' : words(`update.reason.${reason}`);
  const said = words(`update.outcome.${outcome}`, { version, from, reason: why });
  return `${at} ${said}${detail ? ` (${detail})` : ''}`;
}

async function looked(updates: Updates, words: Words): Promise<void> {
  const before = updates.state().looked?.at;
  const until = Date.now() + answersWithinMs;
  asked(() => updates.look());
  console.log(words('update.looking'));
  while (updates.state().looked?.at === before || updates.state().isLooking) {
    if (Date.now() > until) throw new CommandFault(commandExits.failed, 'command.update.silent');
    await pause(askEveryMs);
  }
}

function asked(ask: () => void): void {
  try {
    ask();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new CommandFault(commandExits.failed, 'command.refused', { code: error.code });
  }
}

function placeInWords({ kind, where, version, isNewer, fault, detail }: UpdatePlace, words: Words): string {
  const is = fault ?? (isNewer ? 'newer' : 'same');
  const said = words(`update.place.${is}`, { version: version ?? '' });
  return `${words(`update.kind.${kind}`)} ${where}: ${said}${detail ? ` (${detail})` : ''}`;
}

function tellRest({ tonight, last }: UpdateState, newest: string | undefined, words: Words): void {
  if (tonight !== null) console.log(words('update.tonight.planned', { version: tonight }));
  else if (newest !== undefined) console.log(words('command.update.how', { version: newest }));
  if (last) console.log(lastInWords(last, words));
}

/** Tells each step until none is left; the hall's program may be exchanged meanwhile. */
async function follow(updates: Updates, words: Words): Promise<CommandExit> {
  const before = updates.last()?.at;
  const until = Date.now() + answersWithinMs;
  let said = '';
  for (;;) {
    const { underWay, last } = updates.state();
    if (!underWay && last && last.at !== before) {
      console.log(lastInWords(last, words));
      return last.outcome === 'done' ? commandExits.done : commandExits.failed;
    }
    if (!underWay && said === '' && Date.now() > until)
      throw new CommandFault(commandExits.failed, 'command.update.silent');
    const says = underWay ? words(`update.phase.${underWay.phase}`, { version: underWay.version }) : said;
    if (says !== said) console.log(says);
    said = says;
    await pause(askEveryMs);
  }
}
