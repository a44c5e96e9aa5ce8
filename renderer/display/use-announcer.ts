import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Board, Call, DisplaySnapshot } from '../../electron/contract/lobby';
import { callRoute } from '../client/api';
import { hallNow } from '../client/hall-clock';
import type { LiveLine } from '../client/live/own-line';
import { isHeard, useLine, useSnapshot } from '../client/live/use-live-line';
import { type Announcer, createAnnouncer } from '../voice/announcer';
import { type Clips, createClips } from '../voice/clips';
import type { SpokenClip } from '../voice/sentence';

/** What the page tells the document as it begins to speak: for captions on other screens, and for tests. */
export interface Spoken {
  readonly sequence: number;
  readonly number: string;
  /** `id/chime`, `id/queue-number` …; empty where the call is only shown. */
  readonly clips: readonly string[];
}
export const spokenEvent = 'antre:spoken';

/** A board's newest call that no `call` event has brought by then is older than the line: shown without a sound. */
const settleMs = 1_500;

/**
 * The announcer of this page: speaks the calls that come over the line, of some counters or (null) of all, and catches
 * up with the board.
 */
export function useAnnouncer(
  live: LiveLine | undefined,
  board: Board | undefined,
  counterIds: readonly string[] | null,
): Announcer | undefined {
  const [voice, setVoice] = useState<{ readonly announcer: Announcer; readonly clips: Clips }>();
  const isConnected = isHeard(useLine(live));
  const own = useRef(counterIds);
  own.current = counterIds;

  useEffect(() => {
    if (!live) return undefined;
    const context = new AudioContext();
    const clips = createClips(context);
    const announcer = createAnnouncer({
      context,
      clips,
      settings: () => live.snapshot<DisplaySnapshot>('display'),
      now: hallNow,
      onSpoken: tellDocument,
    });
    setVoice({ announcer, clips });
    const stopListening = live.onCall((call) => {
      if (own.current?.includes(call.counter.id) ?? true) announcer.announce(call);
    });
    return () => {
      stopListening();
      announcer.close();
    };
  }, [live]);

  const revision = useSnapshot<DisplaySnapshot>(live, 'display')?.voice.revision;
  // At first, whenever the line is back, and when the hall's recordings are others.
  useEffect(() => void loadClips(voice?.clips, isConnected, revision), [voice, isConnected, revision]);

  useEffect(() => {
    if (!voice || !board) return undefined;
    const newest = board.calls[0];
    // Nothing was on stage yet: the page has just been opened.
    if (!voice.announcer.stage().call) voice.announcer.catchUp(newest);
    const timer = setTimeout(() => voice.announcer.catchUp(newest), settleMs);
    return () => clearTimeout(timer);
  }, [voice, board]);

  useSyncExternalStore(voice?.announcer.subscribe ?? never, () => voice?.announcer.stage());
  return voice?.announcer;
}

async function loadClips(
  clips: Clips | undefined,
  isConnected: boolean,
  revision: number | undefined,
): Promise<void> {
  if (!clips || !isConnected || revision === undefined) return;
  const recordings = await callRoute('voices').catch(() => []);
  await clips.load(recordings);
}

function tellDocument(call: Call, clips: readonly SpokenClip[]): void {
  const detail: Spoken = {
    sequence: call.sequence,
    number: call.number,
    clips: clips.map(({ language, clip }) => `${language}/${clip}`),
  };
  document.dispatchEvent(new CustomEvent(spokenEvent, { detail }));
}

const never = () => () => undefined;
