import { indonesian } from '../texts/indonesian';
import { type TextKey, useTexts } from '../texts/use-texts';

/** What a field is called, and its help where there is one: the text of a key, and of that key with `.help`. */
export function useFieldWords() {
  const { t } = useTexts();
  return (key: TextKey) => {
    const help = `${key}.help`;
    return { label: t(key), help: help in indonesian ? t(help as TextKey) : undefined };
  };
}
