import type { Call, DisplaySnapshot } from '../../electron/contract/lobby';
import type { Clips } from './clips';
import { isQuiet } from './quiet-hours';
import { scheduleSentence } from './schedule';
import { callSentence, type SpokenClip } from './sentence';

/** A call that is older than this when it comes in is shown but not spoken: whoever it was for has gone or come. */
const freshSeconds = 30;
/** Each call stays at least this long, so that several of one second can be read even without sound. */
const leastShownMs = 3_000;
/** Clips that aren't there by then don't come: the call is shown, and the row goes on. */
const clipsAllowedMs = 20_000;
/** A context that doesn't run by then waits for a gesture that nobody makes. */
const resumeAllowedMs = 1_000;
/** The first clip begins this much later than it is scheduled, so that its beginning is not cut. */
const leadSeconds = 0.06;

export interface AnnouncerParts {
  readonly context: AudioContext;
  readonly clips: Clips;
  /** The hall's settings as last heard, or undefined before that. */
  readonly settings: () => Pick<DisplaySnapshot, 'voice' | 'timezone'> | undefined;
  /** The server's time in milliseconds since 1970 UTC: a television's own clock may be wrong. */
  readonly now: () => number;
  /** Hears what begins to be spoken, clip by clip; empty where the call is only shown. */
  readonly onSpoken: (call: Call, clips: readonly SpokenClip[]) => void;
}

/** What the screen shows of the announcer; a new object whenever something changed. */
export interface Stage {
  /** The call being announced, or else the last one; undefined where the day has none yet. */
  readonly call: Call | undefined;
  /** Whether that call is being announced right now. */
  readonly announcing: boolean;
  /** Calls that wait for their turn, in order. */
  readonly waiting: readonly Call[];
  /** True while the browser holds sound back, which it does until somebody presses something. */
  readonly soundHeldBack: boolean;
}

export interface Announcer {
  /** Takes a call into the row: each is shown and spoken once, one after another, in the order they came. */
  announce(call: Call): void;
  /**
   * The newest call of the board, or undefined where the day has none yet: shown, without a sound, as soon as
   * nothing is being announced. So a page that was just opened, or was away for long, shows what is true.
   */
  catchUp(newest: Call | undefined): void;
  stage(): Stage;
  subscribe(listener: () => void): () => void;
  /** To be called from a press. */
  turnSoundOn(): void;
  /** Stops speaking and forgets what waits. */
  close(): void;
}

/** Announces calls on a live audio context: the row of what is to be spoken, and what is on stage now. */
export function createAnnouncer({ context, clips, settings, now, onSpoken }: AnnouncerParts): Announcer {
  const loudspeaker = context.createGain();
  loudspeaker.connect(context.destination);
  const listeners = new Set<() => void>();
  let row: readonly Call[] = [];
  let current: Call | undefined;
  let newest: Call | undefined;
  let busy = false;
  let closed = false;
  let soundHeldBack = false;
  let stage: Stage = { call: undefined, announcing: false, waiting: [], soundHeldBack };

  const tell = () => {
    stage = { call: current, announcing: busy, waiting: row, soundHeldBack };
    for (const listener of listeners) listener();
  };
  // Every context takes a moment to run; only one that still doesn't then is held back.
  const listen = async () => {
    soundHeldBack = !(await isRunning(context)) && !closed;
    tell();
  };
  context.addEventListener('statechange', listen);
  void listen();

  async function speak(call: Call): Promise<void> {
    const hall = settings();
    if (!hall || isQuiet(hall.voice.quietHours, now(), hall.timezone) || !(await isRunning(context))) {
      onSpoken(call, []);
      return;
    }
    await Promise.race([clips.ready, wait(clipsAllowedMs)]);
    const sentence = callSentence(call, clips.has);
    // Loudness is heard by about the square of the amplitude's share.
    loudspeaker.gain.value = hall.voice.volume ** 2;
    const { end, heard } = scheduleSentence(context, loudspeaker, clips, sentence, {
      at: context.currentTime + leadSeconds,
      speed: hall.voice.speed,
    });
    onSpoken(call, sentence);
    // A loudspeaker that is unplugged stops the context's clock, and then nothing ever ends.
    await Promise.race([heard, wait((end - context.currentTime + 2) * 1000)]);
  }

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let call = row[0]; call && !closed; call = row[0]) {
      row = row.slice(1);
      current = call;
      tell();
      await Promise.all([speak(call), wait(leastShownMs)]);
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
      row = [...row, call];
      tell();
      void work();
    },
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

/** Tries to make the context run; false where the browser waits for a press. */
async function isRunning(context: AudioContext): Promise<boolean> {
  if (context.state === 'running') return true;
  await Promise.race([context.resume().catch(() => undefined), wait(resumeAllowedMs)]);
  // Asked anew: the state has changed while we waited.
  return (context.state as AudioContextState) === 'running';
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
