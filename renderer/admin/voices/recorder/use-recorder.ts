import { useEffect, useRef, useState } from 'react';
import { type Microphone, type MicrophoneFault, MicrophoneUnavailable, openMicrophone } from './microphone';
import { type PreparedRecording, prepareRecording } from './prepare-recording';

export type Recorded = PreparedRecording | 'unplayable';

/** One word at a time: recorded or chosen as a file, cut and levelled, listened to, and kept or made again. */
export function useRecorder() {
  const [isRecording, setIsRecording] = useState(false);
  const [recorded, setRecorded] = useState<Recorded>();
  const [fault, setFault] = useState<MicrophoneFault>();
  const open = useRef<{
    microphone?: Microphone;
    stop?: () => void;
    context?: AudioContext;
    isLeft?: boolean;
  }>({});

  // The browser shows that the microphone is open: it must not stay so.
  useEffect(() => {
    const held = open.current;
    return () => {
      held.isLeft = true;
      held.stop?.();
      held.microphone?.close();
      void held.context?.close();
    };
  }, []);

  const context = () => {
    open.current.context ??= new AudioContext();
    void open.current.context.resume();
    return open.current.context;
  };
  const take = async (sound: Blob) => {
    if (open.current.isLeft) return;
    try {
      const decoded = await context().decodeAudioData(await sound.arrayBuffer());
      setRecorded(prepareRecording(mixedDown(decoded), decoded.sampleRate));
    } catch {
      setRecorded('unplayable');
    }
  };
  return {
    isRecording,
    recorded,
    fault,
    take,
    forget: () => setRecorded(undefined),
    async record() {
      setRecorded(undefined);
      setFault(undefined);
      try {
        open.current.microphone ??= await openMicrophone();
      } catch (error) {
        if (!(error instanceof MicrophoneUnavailable)) throw error;
        setFault(error.fault);
        return;
      }
      // Left while the browser still asked for permission.
      if (open.current.isLeft) return open.current.microphone.close();
      const { stop } = open.current.microphone.record((sound) => {
        setIsRecording(false);
        void take(sound);
      });
      open.current.stop = stop;
      setIsRecording(true);
    },
    stop: () => open.current.stop?.(),
    play() {
      if (recorded === undefined || recorded === 'unplayable' || recorded.samples.length === 0) return;
      const audio = context();
      const buffer = audio.createBuffer(1, recorded.samples.length, recorded.sampleRate);
      buffer.getChannelData(0).set(recorded.samples);
      const source = audio.createBufferSource();
      source.buffer = buffer;
      source.connect(audio.destination);
      source.start();
    },
  };
}

function mixedDown(sound: AudioBuffer): Float32Array {
  const mixed = new Float32Array(sound.length);
  for (let channel = 0; channel < sound.numberOfChannels; channel += 1) {
    for (const [index, sample] of sound.getChannelData(channel).entries()) {
      mixed[index] = (mixed[index] ?? 0) + sample / sound.numberOfChannels;
    }
  }
  return mixed;
}
