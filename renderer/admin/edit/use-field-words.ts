import { type TextKey, useTexts } from '../texts';

/** What a field is called, and its help where there is one: the text of a key, and of that key with `.help`. */
export function useFieldWords() {
  const { t } = useTexts();
  return (key: TextKey) => {
    return { label: t(key), help: t(`${key}.help` as TextKey) || undefined };
  };
}
