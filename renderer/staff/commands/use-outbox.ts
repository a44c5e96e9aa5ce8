import { useEffect, useState, useSyncExternalStore } from 'react';
import { type CommandOutbox, type OutboxState, type Outcome, openCommandOutbox } from './command-outbox';

const never = () => () => undefined;
const empty: OutboxState = { state: 'empty' };

export interface OutboxInUse {
  readonly press: CommandOutbox['press'];
  readonly hurry: () => void;
  readonly state: OutboxState;
  readonly outcome: Outcome | undefined;
}

/** The user's command outbox, open as long as the component; rerenders at every change. */
export function useOutbox(userId: string): OutboxInUse {
  const [outbox, setOutbox] = useState<CommandOutbox>();
  useEffect(() => {
    const opened = openCommandOutbox(sessionStorage, userId);
    setOutbox(opened);
    return () => opened.close();
  }, [userId]);
  const subscribe = outbox?.subscribe ?? never;
  const state = useSyncExternalStore(subscribe, () => outbox?.state() ?? empty);
  const outcome = useSyncExternalStore(subscribe, () => outbox?.outcome());
  return {
    press: (meaning, commands) => outbox?.press(meaning, commands) ?? false,
    hurry: () => outbox?.hurry(),
    state,
    outcome,
  };
}
