import { catalogue, type Translate } from '../texts/catalogue';
import type updates from '../texts/id/office/admin-updates.json';
import type indonesian from '../texts/id/office/command.json';
import type problems from '../texts/id/problems.json';

type Texts = typeof indonesian & typeof updates & typeof problems;

const texts = catalogue<Texts>(
  import.meta.glob('../texts/*/{office/command,office/admin-updates,problems}.json', {
    eager: true,
    import: 'default',
  }),
);

/** The languages of the command. */
export const commandLanguages = ['id', 'en'] as const;
export type CommandLanguage = (typeof commandLanguages)[number];
export type CommandKey = keyof Texts;
export type Words = Translate<CommandKey>;

/** The command's words in a language. */
export function wordsIn(language: CommandLanguage): Words {
  return texts.in(language);
}

/** The language that the system is set to: English where it says so, else Indonesian. */
export function systemLanguage(environment: Readonly<Record<string, string | undefined>>): CommandLanguage {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return (LC_ALL || LC_MESSAGES || LANG || '').toLowerCase().startsWith('en') ? 'en' : 'id';
}
