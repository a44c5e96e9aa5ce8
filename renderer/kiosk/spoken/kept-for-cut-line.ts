import { madeSentences } from '../../voice/fetch-sentences';
import type { Utterance } from '../../voice/speech';
import { wordingIn } from './wording';

const files = new Map<string, ArrayBuffer>();
const keyOf = ({ language, text }: Utterance) => `${language} ${text}`;

/** Fetches, where it isn't there yet, what tells of a cut line to who begins without one: nothing could be fetched then. Never rejects. */
export async function keepForCutLine(): Promise<void> {
  const away = wordingIn('id').say('away');
  if (files.has(keyOf(away))) return;
  const file = await madeSentences()(away).catch(() => null);
  if (file) files.set(keyOf(away), file);
}

/** The sentence's file, if it was kept. */
export function keptForCutLine(utterance: Utterance): ArrayBuffer | null {
  // Decoding takes the file away.
  return files.get(keyOf(utterance))?.slice(0) ?? null;
}
