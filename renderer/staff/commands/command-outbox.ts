import type { Problem } from '../../../electron/contract/common';
import { type Answer, callRoute, newKey, Refused, type Request } from '../../client/api';

/** The routes that the staff's buttons press. */
export type CommandName =
  | 'takeDesk'
  | 'leaveDesk'
  | 'pauseDesk'
  | 'resumeDesk'
  | 'askForBreak'
  | 'withdrawBreak'
  | 'answerBreak'
  | 'askForHelp'
  | 'answerHelp'
  | 'endHelp'
  | 'callNext'
  | 'call'
  | 'recall'
  | 'start'
  | 'finish'
  | 'addService'
  | 'removeService'
  | 'noShow'
  | 'hold'
  | 'transfer'
  | 'reinstate'
  | 'takeBack'
  | 'changePriority'
  | 'letOthersPass'
  | 'askToBeFetched'
  | 'printPaper'
  | 'walkIn'
  | 'moveTicket'
  | 'cancelTicket'
  | 'reprintTicket'
  | 'pauseCounter'
  | 'resumeCounter'
  | 'pauseService'
  | 'resumeService'
  | 'limitNumbers'
  | 'pauseHall'
  | 'resumeHall';

/** One request of a press. Its key is made at the press, so that sending it again is the same act. */
export type Command = {
  [Name in CommandName]: {
    readonly route: Name;
    readonly params?: Request<Name>['params'];
    readonly body?: Request<Name>['body'];
    readonly key: string;
  };
}[CommandName];
export type NewCommand = Command extends infer Each
  ? Each extends Command
    ? Omit<Each, 'key'>
    : never
  : never;

/** What a person pressed: one request, or several of which each is sent only if the one before was done. */
export interface Press {
  /** What it is for, to show its effect at once. */
  readonly meaning: CommandName | 'finishAndCallNext' | 'finishAndCall';
  readonly commands: readonly Command[];
}

export type Outcome =
  /** Every request was done; `answer` is the last one's. */
  | { readonly press: Press; readonly answer: Answer<CommandName> }
  /** The server said no to one; it and those after it changed nothing. */
  | { readonly press: Press; readonly refusal: Problem };

export type OutboxState =
  | { readonly state: 'empty' }
  /** On its way, the first try. */
  | { readonly state: 'sending'; readonly press: Press }
  /** No answer came; it is kept and sent again until there is one. */
  | { readonly state: 'unanswered'; readonly press: Press }
  /** The session ended; it is sent again once the same user has signed in. */
  | { readonly state: 'signed_out'; readonly press: Press };

export interface CommandOutbox {
  state(): OutboxState;
  /** How the last press ended, or undefined while none has; a new press clears it. */
  outcome(): Outcome | undefined;
  /** Takes a press if none is under way; returns whether it was taken. */
  press(meaning: Press['meaning'], commands: readonly NewCommand[]): boolean;
  /** Sends at once what waits to be sent again: the line is back. */
  hurry(): void;
  subscribe(listener: () => void): () => void;
  /** Stops sending; what is kept stays kept. */
  close(): void;
}

const retryMs = 1_000;
/** A request without an answer for this long is given up and sent again; the key makes that safe. */
const patienceMs = 8_000;

/**
 * Sends what was pressed, one press at a time, and sends it again with the same key until the server has answered,
 * so that it is neither lost nor done twice. What is under way is kept in the storage, so that it outlives a
 * reload. Refusals end the press; a broken line, an overloaded or restarting server don't.
 */
export function openCommandOutbox(storage: Storage, userId: string): CommandOutbox {
  const kept = `antre.staff.outbox.${userId}`;
  const listeners = new Set<() => void>();
  let state: OutboxState = { state: 'empty' };
  let outcome: Outcome | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let sending: AbortController | undefined;
  let closed = false;

  const become = (next: OutboxState) => {
    if (next.state === 'empty') storage.removeItem(kept);
    else storage.setItem(kept, JSON.stringify(next.press));
    state = next;
    for (const listener of listeners) listener();
  };
  const end = (ended: Outcome) => {
    outcome = ended;
    become({ state: 'empty' });
  };

  async function send(press: Press): Promise<void> {
    const [command, ...rest] = press.commands;
    if (!command || closed) return;
    clearTimeout(retry);
    const attempt = new AbortController();
    sending = attempt;
    const patience = setTimeout(() => attempt.abort(), patienceMs);
    try {
      const answer = await callRoute(command.route, {
        ...command,
        signal: attempt.signal,
      } as Request<CommandName>);
      if (closed) return;
      if (rest.length === 0) return end({ press, answer });
      const remaining = { ...press, commands: rest };
      become({ state: 'sending', press: remaining });
      void send(remaining);
    } catch (error) {
      if (closed) return;
      const again = whenToSendAgain(error);
      if (again === 'never') {
        if (!(error instanceof Refused)) throw error;
        return end({ press, refusal: error.problem });
      }
      become({ state: again === 'signed_in' ? 'signed_out' : 'unanswered', press });
      if (again !== 'signed_in') retry = setTimeout(() => void send(press), again);
    } finally {
      clearTimeout(patience);
      if (sending === attempt) sending = undefined;
    }
  }

  const left = storage.getItem(kept);
  if (left) {
    const press = JSON.parse(left) as Press;
    state = { state: 'unanswered', press };
    void send(press);
  }

  return {
    state: () => state,
    outcome: () => outcome,
    press(meaning, commands) {
      if (state.state !== 'empty' || closed) return false;
      const press: Press = {
        meaning,
        commands: commands.map((command) => ({ ...command, key: newKey() }) as Command),
      };
      outcome = undefined;
      become({ state: 'sending', press });
      void send(press);
      return true;
    },
    hurry() {
      if (state.state === 'unanswered' && !sending) void send(state.press);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      closed = true;
      clearTimeout(retry);
      sending?.abort();
    },
  };
}

/** Milliseconds until it may be sent again, `signed_in` where that must come first, `never` where it was refused. */
function whenToSendAgain(error: unknown): number | 'signed_in' | 'never' {
  if (!(error instanceof Refused)) return retryMs;
  const { status, code, retryAfter } = error.problem;
  if (status === 401 || code === 'not_signed_in') return 'signed_in';
  if (status === 429) return (retryAfter ?? 1) * 1_000;
  // 5xx answers are never kept under the key: the same press may still be done.
  return status >= 500 ? retryMs : 'never';
}
