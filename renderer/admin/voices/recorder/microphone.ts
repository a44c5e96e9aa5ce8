import { longestSeconds } from './prepare-recording';

/** Why nothing can be recorded here: no secure address, no permission, no microphone, or a browser without recording. */
export type MicrophoneFault = 'insecure' | 'denied' | 'none' | 'unsupported';

export class MicrophoneUnavailable extends Error {
  override name = 'MicrophoneUnavailable';
  constructor(readonly fault: MicrophoneFault) {
    super(fault);
  }
}

/** A microphone that is open; the browser shows so until it is closed. */
export interface Microphone {
  /** Begins to record; it ends by `stop`, or by itself after the longest time. */
  record(onEnd: (recorded: Blob) => void): { readonly stop: () => void };
  close(): void;
}

/** Asks for the microphone, without the browser's own levelling, which would pump the room up. Throws `MicrophoneUnavailable`. */
export async function openMicrophone(): Promise<Microphone> {
  // Browsers have no microphone for plain HTTP, but for the machine itself.
  if (!window.isSecureContext || !navigator.mediaDevices) throw new MicrophoneUnavailable('insecure');
  if (typeof MediaRecorder === 'undefined') throw new MicrophoneUnavailable('unsupported');
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      audio: { channelCount: 1, autoGainControl: false, echoCancellation: false, noiseSuppression: false },
    });
  } catch (error) {
    const isDenied =
      error instanceof DOMException && ['NotAllowedError', 'SecurityError'].includes(error.name);
    throw new MicrophoneUnavailable(isDenied ? 'denied' : 'none');
  }
  return {
    record(onEnd) {
      const recorder = new MediaRecorder(stream);
      const parts: Blob[] = [];
      const timer = setTimeout(() => stop(), longestSeconds * 1000);
      const stop = () => {
        clearTimeout(timer);
        if (recorder.state !== 'inactive') recorder.stop();
      };
      recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
      recorder.addEventListener('stop', () => onEnd(new Blob(parts, { type: recorder.mimeType })));
      recorder.start();
      return { stop };
    },
    close() {
      for (const track of stream.getTracks()) track.stop();
    },
  };
}
