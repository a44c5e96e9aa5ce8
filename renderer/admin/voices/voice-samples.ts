import type { Language } from '../../../electron/contract/languages';
import { catalogue } from '../../../electron/texts/catalogue';
import type indonesian from '../../../electron/texts/id/speech-samples.json';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../../../electron/texts/*/speech-samples.json', { eager: true, import: 'default' }),
);

/** A sentence by which a voice is tried, in each language. */
export function sampleSentence(language: Language): string {
  return texts.in(language)('sample');
}
