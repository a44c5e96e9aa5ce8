import type { AdminVoiceClip } from '../../../../electron/contract/admin-voices';
import { catalogue } from '../../../../electron/texts/catalogue';

const texts = catalogue<Readonly<Record<string, string>>>(
  import.meta.glob('../../../../electron/texts/*/voice.json', { eager: true, import: 'default' }),
);

/**
 * What is to be read out for a clip, as `renderer/voice/README.md` has it; null for the chime, which nobody says, and for a name
 * that the hall has no longer.
 */
export function wordsOfClip({ language, name, says }: Pick<AdminVoiceClip, 'language' | 'name' | 'says'>) {
  if (says !== null) return says;
  const words = texts.in(language)(name);
  const letter = /^letter-([a-z])$/.exec(name)?.[1];
  // Letters' names stand where they are written otherwise.
  if (letter) return words === letter ? letter.toUpperCase() : `${letter.toUpperCase()} (${words})`;
  return words === '' ? null : words;
}
