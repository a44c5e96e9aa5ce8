import { randomUUID } from 'node:crypto';
import { keptHub } from '../second-kiosk/kept-access';
import { currentCopy } from '../standby/standby-folder';
import { mainAnswers } from '../standby/take-over';
import { obey, orderTakeOver, type TakeOverAnswer } from '../standby/take-over-order';
import { holdDataDirectory } from '../store/hold-data-directory';
import { DataInUse } from '../store/store-errors';
import { CommandFault, commandExits } from './command-fault';
import type { Words } from './command-words';
import { confirm } from './confirm';

const answerWithinMs = 120_000;

/**
 * Makes the standby at which it is typed the hall's main machine, whether Antre runs there or not. Asks first, unless
 * `yes`; while the main machine answers, only with `leaveMain`. Throws `CommandFault` where nothing was changed.
 */
export async function takeOverHere(
  dataDir: string,
  { yes, leaveMain, words }: { readonly yes: boolean; readonly leaveMain: boolean; readonly words: Words },
): Promise<void> {
  if (!yes && !process.stdin.isTTY) throw new CommandFault(commandExits.usage, 'command.takeOver.askYes');
  const hub = keptHub(dataDir);
  const copy = currentCopy(dataDir);
  if (hub === null || !copy?.isWhole)
    throw new CommandFault(commandExits.failed, 'command.takeOver.nothing_kept');
  if (!leaveMain && (await mainAnswers(hub)))
    throw new CommandFault(commandExits.failed, 'command.takeOver.main_answers', { hub });
  const seconds = Math.max(0, Math.round((Date.now() - copy.heard.receivedAt) / 1_000));
  const { at } = copy.heard;
  console.log(words('command.takeOver.about', { hub, at: new Date(at).toLocaleString('sv'), seconds }));
  await confirm('command.takeOver.sure', yes, words);
  const { outcome, detail } = await takeOverThere(dataDir, hub, leaveMain);
  if (outcome !== 'done')
    throw new CommandFault(commandExits.failed, `command.takeOver.${outcome}`, { hub, detail });
  console.log(words('command.takeOver.done'));
}

/** By the Antre that runs there, else by this program. */
async function takeOverThere(
  dataDir: string,
  hub: string,
  leaveMain: boolean,
): Promise<Pick<TakeOverAnswer, 'outcome' | 'detail'>> {
  let letGo: () => void;
  try {
    letGo = holdDataDirectory(dataDir);
  } catch (error) {
    if (!(error instanceof DataInUse)) throw error;
    const answer = await orderTakeOver(dataDir, { id: randomUUID(), leaveMain }, answerWithinMs);
    return answer ?? { outcome: 'failed', detail: 'no answer' };
  }
  try {
    return await obey(dataDir, hub, leaveMain);
  } finally {
    letGo();
  }
}
