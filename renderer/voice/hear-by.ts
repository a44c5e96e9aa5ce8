import { onSoundOutputs, soundOutputs } from '../client/sound-outputs';

/** What newer browsers know: Chromium from 110 on. */
interface WithSink {
  setSinkId(id: string | { readonly type: 'none' }): Promise<void>;
}

const hasSink = (context: AudioContext): context is AudioContext & WithSink => 'setSinkId' in context;

/** A context that is heard by one device. */
export interface HeardBy {
  /** Whether the device is there and the context is heard by it. */
  isHeard(): Promise<boolean>;
  /** Leaves the context as it is. */
  stop(): void;
  /** Gives the context back to the system's own choice. */
  leave(): void;
}

/**
 * Has a context be heard by the sound device with that name, and again by it once it is back. While it is away, or where this
 * browser can't choose: `silent` is heard by nobody (what is for one person's ears must not come out of a loudspeaker), else by the
 * system's own choice.
 */
export function hearBy(context: AudioContext, label: string, whileAway: 'silent' | 'usual'): HeardBy {
  const choose = async (): Promise<boolean> => {
    if (!hasSink(context)) return false;
    try {
      const found = (await soundOutputs())?.find((each) => each.label === label);
      if (found) await context.setSinkId(found.id);
      else await context.setSinkId(whileAway === 'silent' ? { type: 'none' } : '');
      return found !== undefined;
    } catch (error) {
      console.warn('The chosen sound device can not be used', error);
      return false;
    }
  };
  let choosing = choose();
  const stop = onSoundOutputs(() => {
    choosing = choosing.then(choose);
  });
  return {
    isHeard: () => choosing,
    stop,
    leave() {
      stop();
      if (hasSink(context) && context.state !== 'closed')
        void choosing.then(() => context.setSinkId('')).catch(() => undefined);
    },
  };
}
