import { IconAccessible, IconCheck } from '@tabler/icons-react';
import { createContext, useContext } from 'react';
import type { Language } from '../../electron/contract/common';
import { languageTable } from '../../electron/contract/languages';
import styles from './language-and-mode.module.css';
import { PressButton } from './press-button';
import { useTexts } from './texts';

/** The two things a visitor may change about the screen itself. */
export interface Comfort {
  readonly large: boolean;
  readonly setLarge: (large: boolean) => void;
  readonly setLanguage: (language: Language) => void;
}

const ComfortContext = createContext<Comfort>({
  large: false,
  setLarge: () => undefined,
  setLanguage: () => undefined,
});
export const ComfortProvider = ComfortContext.Provider;

export function useComfort(): Comfort {
  return useContext(ComfortContext);
}

export function LanguageButtons({ languages }: { readonly languages: readonly Language[] }) {
  const { t, language } = useTexts();
  const { setLanguage } = useComfort();
  if (languages.length < 2) return null;
  return (
    <fieldset className={styles.languages} aria-label={t('languages')}>
      {languages.map((each) => (
        <PressButton
          key={each}
          className={styles.language}
          lang={each}
          aria-pressed={each === language}
          onPress={() => setLanguage(each)}
        >
          {each === language && <IconCheck stroke={2.5} aria-hidden="true" />}
          {languageTable[each].name}
        </PressButton>
      ))}
    </fieldset>
  );
}

/** The one button to the large, low and high-contrast screens, and back. */
export function ModeButton() {
  const { t } = useTexts();
  const { large, setLarge } = useComfort();
  return (
    <PressButton className={styles.mode} data-testid="mode" onPress={() => setLarge(!large)}>
      <IconAccessible stroke={2} aria-hidden="true" />
      <span>{large ? t('normalMode') : t('largeMode')}</span>
    </PressButton>
  );
}
