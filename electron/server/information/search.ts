import type { Language } from '../../contract/common';
import type { InformationCounter } from '../../contract/information';

/**
 * The counters of which every word that was typed stands somewhere: in its code, name or institution, in what people come
 * for, in its services or in what to bring, in the reader's language or in Indonesian. Nothing typed: all of them.
 */
export function countersFound(
  counters: readonly InformationCounter[],
  typed: string,
  language: Language,
): readonly InformationCounter[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return counters.filter((counter) => {
    const texts = [counter.name, counter.hint, ...counter.services.map(({ name }) => name)];
    const lists = counter.services.map(({ documents }) => documents);
    const said = [
      counter.code,
      counter.agency,
      ...texts.flatMap((text) => [text.id, text[language] ?? '']),
      ...lists.flatMap((list) => [...list.id, ...(list[language] ?? [])]),
    ]
      .join('\n')
      .toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
