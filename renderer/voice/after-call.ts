import type { Language } from '../../electron/contract/languages';
import type { Call } from '../../electron/contract/lobby';
import { catalogue } from '../../electron/texts/catalogue';
import type indonesian from '../../electron/texts/id/after-call.json';
import { unrecordedName } from './sentence';
import type { Utterance } from './speech';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../../electron/texts/*/after-call.json', { eager: true, import: 'default' }),
);

/**
 * What the machine says after a call's clips, in order: the counter's name where `names` are wanted and nobody recorded it, and to who is
 * fetched that they may stay where they are, in Indonesian and, where it differs, in the ticket's language.
 */
export function afterCall(
  call: Pick<Call, 'counter' | 'fetchMe' | 'language'>,
  has: (language: Language, clip: string) => boolean,
  { names }: { readonly names: boolean },
): Utterance[] {
  const name = names ? unrecordedName(call, has) : null;
  return [
    ...(name === null ? [] : [{ language: 'id' as const, text: name }]),
    ...(call.fetchMe ? fetched(call.language) : []),
  ];
}

/** To who is fetched, in Indonesian and in another language of theirs. */
export function fetched(language: Language): Utterance[] {
  const languages: readonly Language[] = language === 'id' ? ['id'] : ['id', language];
  return languages.map((each) => ({ language: each, text: texts.in(each)('fetched') }));
}
