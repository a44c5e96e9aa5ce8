import type { Language } from '../../electron/contract/languages';
import { languageTable } from '../../electron/contract/languages';
import { type Prompt, prompts } from '../../renderer/kiosk/spoken/in-words';
import type { SpokenKey } from '../../renderer/kiosk/spoken/visit';
import { until } from './until';

/** What somebody came for, in the words that they would use. */
export interface Need {
  readonly language: Language;
  readonly counter: string;
  /** Of a counter with one service alone it isn't asked. */
  readonly service: string;
  /** The reason to go first, in words; none: no need. */
  readonly priority?: string;
  readonly fetchMe?: boolean;
}

/** A kiosk as it is to whoever sees nothing: keys, and what is heard after each. */
export interface Ears {
  press(key: SpokenKey): Promise<void>;
  /** All that was said, in order. */
  heard(): readonly string[];
}

/** Somebody with closed eyes, who has nothing but keys and what was said. */
export interface ClosedEyes {
  /** What was said last. */
  heard(): string;
  press(key: SpokenKey): Promise<string>;
  /** Waits until these words are said from now on, or were said last. */
  hear(words: string): Promise<string>;
  /** Goes down the list until an entry is heard that has these words; false once the list begins again. */
  find(words: string): Promise<boolean>;
  /** Starts, chooses the language and goes to the counter, whichever group it is in; its standing was said last. */
  goTo(need: Need): Promise<string>;
  /** From the counter on to the number; returns its words: `K, nol nol satu`. */
  takeNumber(need: Need): Promise<string>;
}

const mostSteps = 80;

/** Somebody who knows nothing of the kiosk but what it says. */
export function closedEyes(ears: Ears): ClosedEyes {
  let language: Language = 'id';
  const last = () => ears.heard().at(-1) ?? '';
  const press = async (key: SpokenKey) => {
    await ears.press(key);
    return last();
  };
  const hear = (words: string) =>
    until(`"${words}" is said; last was "${last()}"`, () => (last().includes(words) ? last() : null), 20_000);
  /** A prompt without what is set in. */
  const prompt = (key: Prompt) => prompts.in(language)(key).trim();
  const find = async (words: string) => {
    for (let steps = 0; steps < mostSteps; steps += 1) {
      if (last().includes(words)) return true;
      if ((await press('down')).startsWith(prompt('fromTheTop'))) return last().includes(words);
    }
    return false;
  };
  const choose = async (words: string) => {
    if (!(await find(words))) throw new Error(`"${words}" is in no list; last was "${last()}"`);
    return await press('choose');
  };

  return {
    heard: last,
    press,
    hear,
    find,
    async goTo(need) {
      await press('help');
      await press('choose');
      await choose(languageTable[need.language].name);
      language = need.language;
      await hear(prompt('groups'));
      for (let group = 0; group < 3; group += 1) {
        await press('choose');
        if (await find(need.counter)) return last();
        await press('back');
        await press('down');
      }
      throw new Error(`${need.counter} is in no group`);
    },
    async takeNumber(need) {
      await press('choose');
      if (last().includes(prompt('services'))) await choose(need.service);
      if (last().includes(prompt('goOn'))) await press('choose');
      if (last().includes(prompt('priority'))) await choose(need.priority ?? noNeed[language]);
      if (last().includes(prompt('fetch'))) await choose(prompt(need.fetchMe ? 'fetchYes' : 'fetchNo'));
      await hear(prompt('take'));
      await press('choose');
      const begins = prompt('yourNumber').slice(0, -1).trim();
      const said = await until(
        `a number is said; last was "${last()}"`,
        () => ears.heard().findLast((each) => each.includes(begins)),
        20_000,
      );
      return /: ([^.]+)\./.exec(said.slice(said.indexOf(begins)))?.[1] ?? '';
    },
  };
}

const noNeed: Readonly<Record<Language, string>> = { id: 'Tidak perlu', en: 'No need', jv: 'Boten perlu' };
