import { z } from 'zod';
import { language, oneLine } from './common';

/** A sentence of a visitor's way; a service's longest document has 200 letters. */
const mostLetters = 500;

/** What is to be made into sound: one line, in one language. */
export const soundRequest = z.strictObject({ language, text: oneLine().min(1).max(mostLetters) });

/** A sentence as sound: a WAV file (mono, 16 bit) in base64. */
export const sound = z.strictObject({ base64: z.string() });

/** How a machine without a synthesiser gets one: Debian's package, Windows' own voices, or as its system does it. */
export const speechInstalls = ['apt', 'windows', 'other'] as const;

/** What makes sentences into sound on Antre's machine, and how far it is with those that are said again and again. */
export const adminSpeech = z.strictObject({
  /** Null: the machine has none. */
  synthesiser: z.strictObject({ name: z.enum(['espeak-ng', 'windows']), version: z.string() }).nullable(),
  /** Each language with its voice in the synthesiser's own words; null: it has none. */
  voices: z.array(z.strictObject({ language, voice: z.string().nullable() })),
  install: z.enum(speechInstalls),
  /** Names and prompts of this hall that are made beforehand, and how many of them are. */
  wanted: z.number().int(),
  made: z.number().int(),
  /** Those that could not be made, and why in the machine's words; the first twenty. */
  failing: z.array(z.strictObject({ language, text: z.string(), error: z.string() })),
  failingCount: z.number().int(),
  /** Whether sounds are no longer kept, so that the last room of the disk is left to the hall. */
  diskFull: z.boolean(),
});
export type AdminSpeech = z.infer<typeof adminSpeech>;
