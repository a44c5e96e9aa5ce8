import type { Language } from '../contract/languages';
import type { Hall } from '../store/hall';
import { sayable } from './sayable';

/** A sentence in a language. */
export interface Said {
  readonly language: Language;
  readonly text: string;
}

/**
 * The prompts of the spoken path, and what follows the call of who is fetched, by their files' addresses; what has values set in
 * can't be made beforehand.
 */
const prompts = import.meta.glob<Readonly<Record<string, string>>>(
  ['../texts/*/spoken.json', '../texts/*/after-call.json'],
  { eager: true, import: 'default' },
);

/**
 * What will be said again and again in a hall as it is set up: the names of its counters, services and documents and the fixed
 * prompts where a kiosk speaks; where calls name counters, their Indonesian names. Each once, most needed first.
 */
export function saidOften(hall: Pick<Hall, 'settings' | 'counters'>): Said[] {
  const { spokenPath, voiceNames, languages } = hall.settings;
  const said: Said[] = [];
  const counterNames = (language: Language) =>
    hall.counters.map(({ name }) => ({ language, text: name[language] ?? '' }));
  if (voiceNames || spokenPath) said.push(...counterNames('id'));
  if (spokenPath) {
    for (const language of languages) {
      said.push(...fixedPrompts(language), ...counterNames(language));
      const services = hall.counters.flatMap((counter) => counter.services);
      for (const text of services.map(({ name }) => name[language] ?? '')) said.push({ language, text });
      for (const text of services.flatMap(({ documents }) => documents[language] ?? []))
        said.push({ language, text });
    }
  }
  const once = new Map<string, Said>();
  for (const { language, text } of said) {
    const words = sayable(text);
    if (words !== '') once.set(`${language} ${words}`, { language, text: words });
  }
  return [...once.values()];
}

function fixedPrompts(language: Language): Said[] {
  return ['spoken', 'after-call']
    .flatMap((area) => Object.values(prompts[`../texts/${language}/${area}.json`] ?? {}))
    .filter((text) => !text.includes('{{'))
    .map((text) => ({ language, text }));
}
