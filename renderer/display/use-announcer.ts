import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Board, Call, DisplaySnapshot, VoiceRecording } from '../../electron/contract/lobby';
import { callRoute } from '../client/api';
import { hallNow } from '../client/hall-clock';
import type { LiveLine } from '../client/live/own-line';
import { isHeard, useLine, useSnapshot } from '../client/live/use-live-line';
import { type Announcer, createAnnouncer } from '../voice/announcer';
import { type Clips, createClips } from '../voice/clips';
import { isOfSentence, madeSentences, recordedSentences } from '../voice/fetch-sentences';
import { createHallSpeech } from '../voice/hall-speech';
import { hearBy } from '../voice/hear-by';
import { type SpokenClip, unrecordedName } from '../voice/sentence';
import type { SpeechSource } from '../voice/speech';
import { sayBySystem } from '../voice/system-voice';
import { createWholeSounds } from '../voice/whole-sounds';
import { type StopNotice, stopNews } from './stop-news';
import { spokenStop } from './stop-panel';

/** A stop, or its end, as it is announced. */
export interface AnnouncedStop extends StopNotice {
  readonly sentence: string;
}

/** What the page tells the document as it begins to speak: for captions on other screens, and for tests. */
export interface Spoken {
  readonly sequence: number;
  readonly number: string;
  /** `id/chime`, `id/queue-number` …; empty where the call is only shown. */
  readonly clips: readonly string[];
}
export const spokenEvent = 'antre:spoken';
/** The same of a notice: the clips that it begins with are empty where it is only shown. */
export interface SaidNotice {
  readonly sentence: string;
  readonly clips: readonly string[];
}
export const noticeEvent = 'antre:notice';

/** A board's newest call that no `call` event has brought by then is older than the line: shown without a sound. */
const settleMs = 1_500;

interface Voice {
  readonly context: AudioContext;
  readonly announcer: Announcer<AnnouncedStop>;
  readonly clips: Clips;
  readonly speech: SpeechSource;
  readonly hearRecordings: (recordings: readonly VoiceRecording[]) => void;
}

/**
 * The announcer of this page: speaks the calls that come over the line, of some counters or (null) of all, and catches
 * up with the board.
 */
export function useAnnouncer(
  live: LiveLine | undefined,
  board: Board | undefined,
  counterIds: readonly string[] | null,
): Announcer<AnnouncedStop> | undefined {
  const [voice, setVoice] = useState<Voice>();
  const isConnected = isHeard(useLine(live));
  const own = useRef(counterIds);
  own.current = counterIds;

  useEffect(() => {
    if (!live) return undefined;
    const context = new AudioContext();
    const clips = createClips(context);
    let recordings: readonly VoiceRecording[] = [];
    const speech = createHallSpeech({
      context,
      clips,
      recorded: createWholeSounds(
        context,
        recordedSentences(() => recordings),
      ),
      made: createWholeSounds(context, madeSentences()),
      system: sayBySystem,
      speed: () => live.snapshot<DisplaySnapshot>('display')?.voice.speed ?? 1,
    });
    const announcer = createAnnouncer<AnnouncedStop>({
      context,
      clips,
      settings: () => live.snapshot<DisplaySnapshot>('display'),
      now: hallNow,
      onSpoken: tellDocument,
      onNotice: ({ sentence }, spoken) => {
        const detail: SaidNotice = {
          sentence,
          clips: spoken.map(({ language, clip }) => `${language}/${clip}`),
        };
        document.dispatchEvent(new CustomEvent(noticeEvent, { detail }));
      },
      say: (sentences, volume) => speech.say(sentences, volume),
    });
    const hearRecordings = (found: readonly VoiceRecording[]) => {
      recordings = found;
    };
    setVoice({ context, announcer, clips, speech, hearRecordings });
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
  useEffect(() => void loadClips(voice, isConnected, revision), [voice, isConnected, revision]);

  const output = useSnapshot<DisplaySnapshot>(live, 'display')?.voice.output ?? '';
  // A call is for all ears: where the chosen loudspeakers are away, the system's own choice is better than silence.
  useEffect(() => {
    if (!voice || output === '') return undefined;
    const heardBy = hearBy(voice.context, output, 'usual');
    return () => heardBy.leave();
  }, [voice, output]);

  useEffect(() => {
    if (!voice || !board) return undefined;
    const newest = board.calls[0];
    // Nothing was on stage yet: the page has just been opened.
    if (!voice.announcer.stage().call) voice.announcer.catchUp(newest);
    const timer = setTimeout(() => voice.announcer.catchUp(newest), settleMs);
    return () => clearTimeout(timer);
  }, [voice, board]);

  const stopsBefore = useRef<Board['stops']>(undefined);
  const announcesStops = useSnapshot<DisplaySnapshot>(live, 'display')?.voice.announceStops ?? false;
  useEffect(() => {
    if (!voice || !board) return;
    const before = stopsBefore.current;
    stopsBefore.current = board.stops;
    // What was stopped before the page was opened is no news.
    if (!before || !announcesStops) return;
    for (const notice of stopNews(before, board)) {
      voice.announcer.notify({ ...notice, sentence: spokenStop(notice) });
    }
  }, [voice, board, announcesStops]);

  const saysNames = useSnapshot<DisplaySnapshot>(live, 'display')?.voice.names ?? false;
  const names = (saysNames ? (board?.counters ?? []) : []).map(({ name }) => name.id).join('\n');
  // Names that nobody recorded are fetched beforehand, so that calls don't wait for them.
  useEffect(() => {
    if (!voice || names === '') return;
    void voice.clips.ready.then(() => {
      const unrecorded = names
        .split('\n')
        .filter((id) => unrecordedName({ counter: { name: { id } } }, voice.clips.has));
      voice.speech.prepare(unrecorded.map((text) => ({ language: 'id', text })));
    });
  }, [voice, names]);

  useSyncExternalStore(voice?.announcer.subscribe ?? never, () => voice?.announcer.stage());
  return voice?.announcer;
}

async function loadClips(
  voice: Voice | undefined,
  isConnected: boolean,
  revision: number | undefined,
): Promise<void> {
  if (!voice || !isConnected || revision === undefined) return;
  const recordings = await callRoute('voices').catch(() => []);
  voice.hearRecordings(recordings);
  await voice.clips.load(recordings.filter((each) => !isOfSentence(each)));
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
