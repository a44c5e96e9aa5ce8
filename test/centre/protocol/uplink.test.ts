/** @module-tag long */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import type { JournalRow } from '../../../electron/contract/centre/journal-row';
import { JournalHall } from '../../support/journal-hall';
import { hasPostgres } from '../../support/postgres-cluster';
import { letIn, runningCentre, type TestCentre } from '../../support/running-centre';

// Walks through the model of the protocol (uplink.pml), told to the centre itself: it must answer as the model does.

const programs = ['/usr/bin/spin', '/usr/bin/gcc'];
const isMissing = !programs.every((program) => existsSync(program)) || !hasPostgres;
const model = 'uplink.pml';
const walks = 40;
const run = promisify(execFile);

/** Answers that walks are looked for to, and in which world. */
const goals = [
  { goal: 'frozen', words: ['-DLOSSES=0', '-DSESSIONS=4'] },
  { goal: 'taken', words: ['-DCLONES=false', '-DLOSSES=2', '-DSESSIONS=4'] },
  { goal: 'beginAgain', words: ['-DCOPIES=false', '-DLOSSES=1', '-DSESSIONS=3'] },
];

test.skipIf(isMissing).each(goals)(
  'the centre answers as the model of its protocol does, on walks to where it answers $goal',
  async ({ goal, words }) => {
    const centre = await runningCentre();
    const trails = await walksTo(goal, words);
    expect(trails.length).toBeGreaterThanOrEqual(walks / 2);
    for (const trail of trails) await walk(centre, trail);
  },
);

test.skipIf(isMissing).each([
  { world: 'a hall that goes back to copies', words: ['-DCLONES=false', '-DLOSSES=2', '-DSESSIONS=4'] },
  { world: 'a second machine with its key', words: ['-DCOPIES=false', '-DLOSSES=1', '-DSESSIONS=3'] },
  { world: 'both, and nothing lost on the way', words: ['-DLOSSES=0', '-DSESSIONS=4'] },
])("whatever comes of it, what counts is one machine's journal, each row once: $world", async ({ words }) => {
  const { said } = await search(words, []);
  expect(said).toContain('errors: 0');
  expect(said).not.toMatch(/not completed|too small/);
});

/** Builds the model's search and runs it; returns where and what it said. */
async function search(words: readonly string[], flags: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'antre-walks-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const there = { cwd: folder, maxBuffer: 50_000_000 };
  await copyFile(join(import.meta.dirname, model), join(folder, model));
  await run('spin', ['-a', ...words, model], there);
  await run('gcc', ['-O1', '-w', '-DSAFETY', '-DCOLLAPSE', '-DVECTORSZ=2048', '-o', 'pan', 'pan.c'], there);
  const { stdout } = await run(join(folder, 'pan'), ['-m1000000', ...flags], there).catch((ended) => ended);
  return { there, said: String(stdout) };
}

/** Walks that end with that answer, as the model's search finds them; each as its lines of rows and requests. */
async function walksTo(goal: string, words: readonly string[]): Promise<string[][]> {
  const defined = [`-DGOAL=${goal}`, ...words];
  const { there } = await search(defined, ['-e', `-c${walks}`]);
  const trails = (await readdir(there.cwd)).filter((name) => name.endsWith('.trail'));
  return await Promise.all(
    trails.map(async (name) => {
      const number = /(\d+)\.trail$/.exec(name)?.[1] ?? '';
      // At the end of the walk stands what was looked for, as an assertion that doesn't hold.
      const { stdout } = await run('spin', [`-t${number}`, '-T', ...defined, model], there).catch(
        (ended) => ended,
      );
      return String(stdout)
        .split('\n')
        .filter((line) => /^(row|hello|batch) /.test(line));
    }),
  );
}

/** Tells a walk to the centre as a hall of its own. */
async function walk(centre: TestCentre, lines: readonly string[]): Promise<void> {
  const hall = new JournalHall(centre);
  await letIn(centre, hall);
  const rows = new Map<number, JournalRow>();
  const sessions = new Map<number, string>();
  const hashOf = (number: number) => rows.get(number)?.hash ?? null;
  for (const line of lines) {
    const [kind = '', ...words] = line.split(' ');
    const numbers = words.map(Number);
    if (kind === 'row') {
      rows.set(numbers[0] ?? 0, rowOf(hall, rows, numbers));
      continue;
    }
    const colon = words.indexOf(':');
    const [told = '', newest = ''] = words.slice(colon + 1);
    const [session = 0, turn = 0, ...sent] = numbers.slice(0, colon);
    if (kind === 'batch') {
      hall.session = sessions.get(session) ?? hall.session;
      hall.turn = turn - 1;
    }
    const batch = sent.map((number) => rows.get(number) as JournalRow);
    const answer = (await (kind === 'hello' ? hall.hello() : hall.send(batch))).body as {
      readonly state: string;
      readonly session?: string;
      readonly have?: { readonly hash: string } | null;
    };
    if (answer.session) sessions.set(session, answer.session);
    const state = told === 'beginAgain' ? 'begin_again' : told;
    const have = 'have' in answer ? { have: answer.have?.hash ?? null } : {};
    const foretold = 'have' in answer ? { have: hashOf(Number(newest)) } : {};
    expect({ lines, line, state: answer.state, ...have }).toEqual({ lines, line, state, ...foretold });
  }
}

/** A row of the model as a hall would write it: after the row before it, with its place and, where it opens an epoch, after what. */
function rowOf(
  hall: JournalHall,
  rows: ReadonlyMap<number, JournalRow>,
  numbers: readonly number[],
): JournalRow {
  const [, epoch = 1, , before = 0, told = 0, , afterRow = 0, byItself] = numbers;
  const former = rows.get(before);
  const after = rows.get(afterRow);
  hall.rows.splice(0, hall.rows.length, ...(former ? [former] : []));
  if (told !== 0) {
    const call = { ticketId: 7, date: '2026-11-25', serviceId: 1, deskId: 1, practice: false, recall: false };
    return hall.write('call', { ...call, waited: told }, { epoch });
  }
  const place = after ? { epoch: after.epoch, seq: after.seq, hash: after.hash } : null;
  return hall.open(epoch, place, byItself === 1 ? 'centre_differs' : 'restored');
}
