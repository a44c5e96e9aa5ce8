import type { Call, DisplaySnapshot } from '../../electron/contract/lobby';
import { afterCall } from './after-call';
import type { Clips } from './clips';
import { isRunning } from './is-running';
import { isQuiet } from './quiet-hours';
import { scheduleSentence } from './schedule';
import { callSentence, type SpokenClip } from './sentence';
import type { Spoken, Utterance } from './speech';

/** A call that is older than this when it comes in is shown but not spoken: whoever it was for has gone or come. */
const freshSeconds = 30;
/** A notice stays at least this long: calls that come meanwhile wait for it. */
const noticeShownMs = 6_000;
/** Each call stays at least this long, so that several of one second can be read even without sound. */
const minShownMs = 3_000;
/** Clips that aren't there by then don't come: the call is shown, and the row goes on. */
const clipsAllowedMs = 20_000;
/** What isn't said after a call by then, for each sentence, is broken off, and the next call need not wait for it. */
const sentenceAllowedMs = 5_000;
/** The first clip begins this much later than it is scheduled, so that its beginning is not cut. */
const leadSeconds = 0.06;

/** Something else than a call that the whole lobby ought to hear. */
export interface LobbyNotice {
  /** What is said of it, in Indonesian. */
  readonly sentence: string;
}

export interface AnnouncerParts<Notice extends LobbyNotice> {
  readonly context: AudioContext;
  readonly clips: Clips;
  /** The hall's settings as last heard, or undefined before that. */
  readonly settings: () => Pick<DisplaySnapshot, 'voice' | 'timezone'> | undefined;
  /** The server's time in milliseconds since 1970 UTC: a television's own clock may be wrong. */
  readonly now: () => number;
  /** Hears what begins to be spoken, clip by clip; empty where the call is only shown. */
  readonly onSpoken: (call: Call, clips: readonly SpokenClip[]) => void;
  /** Hears that a notice begins to be announced, with its chime or (empty) only shown. */
  readonly onNotice: (notice: Notice, clips: readonly SpokenClip[]) => void;
  /** Says sentences that no clips are of, one after another, at a volume of 0 … 1. */
  readonly say: (sentences: readonly Utterance[], volume: number) => Spoken;
}

/** What the screen shows of the announcer; a new object whenever something changed. */
export interface Stage<Notice> {
  /** The notice that is being announced right now, in the place of the call. */
  readonly notice: Notice | undefined;
  /** The call being announced, or else the last one; undefined where the day has none yet. */
  readonly call: Call | undefined;
  /** Whether that call is being announced right now. */
  readonly announcing: boolean;
  /** Calls that wait for their turn, in order. */
  readonly waiting: readonly Call[];
  /** True while the browser holds sound back, which it does until somebody presses something. */
  readonly soundHeldBack: boolean;
}

export interface Announcer<Notice extends LobbyNotice = LobbyNotice> {
  /** Takes a call into the row: each is shown and spoken once, one after another, in the order they came. */
  announce(call: Call): void;
  /** Takes a notice into the same row: a chime, and its sentence where the machine has a voice of its own. */
  notify(notice: Notice): void;
  /**
   * The newest call of the board, or undefined where the day has none yet: shown, without a sound, as soon as
   * nothing is being announced. So a page that was just opened, or was away for long, shows what is true.
   */
  catchUp(newest: Call | undefined): void;
  stage(): Stage<Notice>;
  subscribe(listener: () => void): () => void;
  /** To be called from a press. */
  turnSoundOn(): void;
  /** Stops speaking and forgets what waits. */
  close(): void;
}

/** One that waits to be announced: a call, or a notice. */
type Turn<Notice> =
  | { readonly call: Call; readonly notice?: undefined }
  | { readonly call?: undefined; readonly notice: Notice };

const onlyChime: readonly SpokenClip[] = [{ language: 'id', clip: 'chime', pause: 0 }];

/** Announces calls on a live audio context: the row of what is to be spoken, and what is on stage now. */
export function createAnnouncer<Notice extends LobbyNotice>({
  context,
  clips,
  settings,
  now,
  onSpoken,
  onNotice,
  say,
}: AnnouncerParts<Notice>): Announcer<Notice> {
  const loudspeaker = context.createGain();
  loudspeaker.connect(context.destination);
  const listeners = new Set<() => void>();
  let row: readonly Turn<Notice>[] = [];
  let current: Call | undefined;
  let notice: Notice | undefined;
  let newest: Call | undefined;
  let busy = false;
  let closed = false;
  let soundHeldBack = false;
  let stage: Stage<Notice> = {
    notice,
    call: undefined,
    announcing: false,
    waiting: [],
    soundHeldBack,
  };

  const tell = () => {
    const waiting = row.flatMap(({ call }) => call ?? []);
    stage = { notice, call: current, announcing: busy && !notice, waiting, soundHeldBack };
    for (const listener of listeners) listener();
  };
  // Every context takes a moment to run; only one that still doesn't then is held back.
  const listen = async () => {
    soundHeldBack = !(await isRunning(context)) && !closed;
    tell();
  };
  context.addEventListener('statechange', listen);
  void listen();

  /** How to sound now, or undefined where nothing may or can. */
  async function voiceNow(): Promise<DisplaySnapshot['voice'] | undefined> {
    const hall = settings();
    if (!hall || isQuiet(hall.voice.quietHours, now(), hall.timezone) || !(await isRunning(context))) {
      return undefined;
    }
    await Promise.race([clips.ready, wait(clipsAllowedMs)]);
    return hall.voice;
  }

  /** Plays clips one after another; `begun` hears that they begin. */
  async function play(
    sentence: readonly SpokenClip[],
    { volume, speed }: DisplaySnapshot['voice'],
    begun: () => void,
  ): Promise<void> {
    // Loudness is heard by about the square of the amplitude's share.
    loudspeaker.gain.value = volume ** 2;
    const at = context.currentTime + leadSeconds;
    const { end, heard } = scheduleSentence(context, loudspeaker, clips, sentence, { at, speed });
    begun();
    // A loudspeaker that is unplugged stops the context's clock, and then nothing ever ends.
    await Promise.race([heard, wait((end - context.currentTime + 2) * 1000)]);
  }

  async function speak(call: Call): Promise<void> {
    const voice = await voiceNow();
    if (!voice) return onSpoken(call, []);
    const sentence = callSentence(call, clips.has, { names: voice.names });
    await play(sentence, voice, () => onSpoken(call, sentence));
    const after = afterCall(call, clips.has, voice);
    if (after.length === 0) return;
    const said = say(after, voice.volume);
    await Promise.race([said.ended, wait(after.length * sentenceAllowedMs)]);
    said.stop();
  }

  async function speakNotice(said: Notice): Promise<void> {
    const voice = await voiceNow();
    const chime = voice ? onlyChime.filter(({ language, clip }) => clips.has(language, clip)) : [];
    if (!voice) return onNotice(said, chime);
    await play(chime, voice, () => onNotice(said, chime));
    await say([{ language: 'id', text: said.sentence }], voice.volume).ended;
  }

  function enter(turn: Turn<Notice>): void {
    row = [...row, turn];
    tell();
    void work();
  }

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let turn = row[0]; turn && !closed; turn = row[0]) {
      row = row.slice(1);
      if (turn.call) current = turn.call;
      notice = turn.notice;
      tell();
      if (turn.call) await Promise.all([speak(turn.call), wait(minShownMs)]);
      else await Promise.all([speakNotice(turn.notice), wait(noticeShownMs)]);
      notice = undefined;
    }
    busy = false;
    settle();
  }

  function settle(): void {
    if (busy || closed) return;
    if (newest === undefined || newest.sequence > (current?.sequence ?? 0)) current = newest;
    tell();
  }

  return {
    announce(call) {
      if (now() - Date.parse(call.calledAt) > freshSeconds * 1000) return;
      enter({ call });
    },
    notify: (announced) => enter({ notice: announced }),
    catchUp(call) {
      newest = call;
      settle();
    },
    stage: () => stage,
    turnSoundOn: () => void context.resume(),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      closed = true;
      row = [];
      listeners.clear();
      context.removeEventListener('statechange', listen);
      void context.close();
    },
  };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
