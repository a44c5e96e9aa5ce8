import { useEffect, useState } from 'react';

/** A loudspeaker or headset as the browser names it. */
export interface SoundOutput {
  /** The browser's own, another one in each browser. */
  readonly id: string;
  /** The system's name of it, the same at every machine that has this model. */
  readonly label: string;
}

/** What the system chooses stands in the list under names of its own. */
const notDevices: ReadonlySet<string> = new Set(['default', 'communications']);

/**
 * The sound devices of this machine, or null where this browser doesn't tell: a page that came by plain HTTP from another
 * machine, or one without the permission. Never rejects.
 */
export async function soundOutputs(): Promise<readonly SoundOutput[] | null> {
  // Missing where the page is no secure context.
  const media = navigator.mediaDevices as MediaDevices | undefined;
  if (!media) return null;
  try {
    const all = (await media.enumerateDevices()).filter(({ kind }) => kind === 'audiooutput');
    if (all.length > 0 && all.every(({ label }) => label === '')) return null;
    return all
      .filter(({ deviceId }) => !notDevices.has(deviceId))
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
  } catch {
    return null;
  }
}

/** Whether pages of this browser can choose a sound device: Chromium from 110 on. */
export function canChooseOutput(): boolean {
  return 'setSinkId' in AudioContext.prototype;
}

/** Calls the listener whenever sound devices come or go. Returns a function that stops it. */
export function onSoundOutputs(changed: () => void): () => void {
  const media = navigator.mediaDevices as MediaDevices | undefined;
  media?.addEventListener('devicechange', changed);
  return () => media?.removeEventListener('devicechange', changed);
}

/** The names of this machine's sound devices as they come and go; null: unknown. */
export function useSoundOutputs(): readonly string[] | null {
  const [labels, setLabels] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let isOver = false;
    const look = async () => {
      const found = await soundOutputs();
      if (isOver) return;
      const names = found && [...new Set(found.map(({ label }) => label))].sort();
      setLabels((before) => (JSON.stringify(before) === JSON.stringify(names) ? before : names));
    };
    void look();
    const stop = onSoundOutputs(() => void look());
    return () => {
      isOver = true;
      stop();
    };
  }, []);
  return labels;
}
