import { z } from 'zod';
import { refusedAs } from '../texts/field-fault';
import { language } from './common';
import { inEachLanguage } from './languages';

/** A clip of some seconds, even as WAV. */
export const voiceMostBytes = 3 * 1024 * 1024;

const letters = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => `letter-${letter}`);
const numbers = (from: number, to: number, step = 1) =>
  Array.from({ length: (to - from) / step + 1 }, (_, index) => `number-${from + index * step}`);
const words = ['queue-number', 'please-go-to', 'desk', 'desk-on-screen', 'called-again'];

/** The clips that a call is made of, by language; besides these there may be some of the hall's own names. */
export const voiceClipNames = inEachLanguage((each): readonly string[] => {
  switch (each) {
    case 'id':
      return ['chime', ...words, ...numbers(0, 11), 'number-100', 'teen', 'tens', 'hundreds', ...letters];
    case 'en':
      return [...words, ...numbers(0, 20), ...numbers(30, 90, 10), 'hundred', 'and', ...letters];
    default:
      // Digit by digit.
      return [...words, ...numbers(0, 9), ...letters];
  }
});

/**
 * `desk-kasir-2` for the desk "Kasir 2", `counter-dindukcapil` for that counter, `say-selamat-datang-1x8k2f` for a sentence
 * (`clip-names.ts`).
 */
export const ownClipName = /^(?:desk|counter|say)-[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A hall of two hundred counters with all names and sentences of a speaking kiosk in one language has no more. */
export const voiceMostClips = 1_500;

export const voiceClipName = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, refusedAs('clip_name'));

export const adminVoiceClip = z.strictObject({
  language,
  name: z.string(),
  /** The name or sentence that it says; null: a word of every hall's, or something that the hall says no longer. */
  says: z.string().nullable(),
  /** Where the hall's own recording is fetched; null: Antre's own is heard, or none where there is none. */
  url: z.string().nullable(),
  bytes: z.number().int().nullable(),
});
export type AdminVoiceClip = z.infer<typeof adminVoiceClip>;
