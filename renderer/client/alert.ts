export interface Alert {
  /** Three tones and, where the phone can, a long vibration: a call. */
  sound(): void;
  /** Two low tones and a short vibration: something else to look at. */
  nudge(): void;
}

const callTones = [784, 988, 1175];
const newsTones = [659, 523];

/**
 * Makes the alert of a call. Must be made within a tap: browsers let a page sound only after one. A page that is
 * not allowed to sound or vibrate stays silent; the page itself shows the call in any case.
 */
export function makeAlert(): Alert {
  const audio = new AudioContext();
  void audio.resume();
  const play = (tones: readonly number[]) => {
    void audio.resume();
    const begin = audio.currentTime + 0.05;
    for (const [index, frequency] of tones.entries()) {
      const at = begin + index * 0.28;
      const tone = new OscillatorNode(audio, { frequency, type: 'triangle' });
      const loudness = new GainNode(audio, { gain: 0 });
      loudness.gain.linearRampToValueAtTime(0, at);
      loudness.gain.linearRampToValueAtTime(0.8, at + 0.02);
      loudness.gain.linearRampToValueAtTime(0, at + 0.26);
      tone.connect(loudness).connect(audio.destination);
      tone.start(at);
      tone.stop(at + 0.27);
    }
  };
  return {
    sound() {
      vibrateForCall();
      play(callTones);
    },
    nudge() {
      navigator.vibrate?.([200]);
      play(newsTones);
    },
  };
}

/** A long vibration, where the phone can and the page was pressed once: browsers ignore it else. */
export function vibrateForCall(): void {
  navigator.vibrate?.([400, 200, 400, 200, 400]);
}
