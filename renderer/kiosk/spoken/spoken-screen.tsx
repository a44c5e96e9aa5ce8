import { IconEar, IconEye, IconEyeOff, IconX } from '@tabler/icons-react';
import type { Language } from '../../../electron/contract/languages';
import type { Utterance } from '../../voice/speech';
import { PressButton } from '../press-button';
import { prompts } from './in-words';
import styles from './spoken-screen.module.css';

/** Letters that fit in the large size, on a broad screen. */
const mostLarge = 300;

/**
 * What others see while somebody is on the spoken path: that the kiosk is in use, and nothing of what is done there, unless who
 * uses it wants to read along.
 */
export function SpokenScreen({
  language,
  said,
  isShown,
  isEnding,
  show,
  askEnd,
}: {
  readonly language: Language;
  readonly said: readonly Utterance[];
  readonly isShown: boolean;
  /** Somebody at the screen wants to end it, and whoever uses it is asked. */
  readonly isEnding: boolean;
  readonly show: (isShown: boolean) => void;
  readonly askEnd: () => void;
}) {
  const t = prompts.in(language);
  const letters = said.reduce((sum, { text }) => sum + text.length, 0);
  return (
    <main className={styles.screen} lang={language} data-testid="spoken" data-shown={isShown || undefined}>
      <div className={styles.words}>
        {!isShown && <IconEar stroke={1.5} aria-hidden="true" />}
        <h1>{t('screenInUse')}</h1>
        {!isShown && <p>{t(isEnding ? 'screenEnding' : 'screenNote')}</p>}
      </div>
      {isShown && (
        <div className={styles.said} data-long={letters > mostLarge || undefined}>
          {said.map(({ language: own, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sentences have nothing else, and are all drawn anew.
            <p key={index} lang={own}>
              {text}
            </p>
          ))}
        </div>
      )}
      <footer className={styles.footer}>
        <PressButton onPress={() => show(!isShown)}>
          {isShown ? <IconEyeOff stroke={2} aria-hidden="true" /> : <IconEye stroke={2} aria-hidden="true" />}
          {t(isShown ? 'screenHide' : 'screenShow')}
        </PressButton>
        <PressButton busy={isEnding} onPress={askEnd}>
          <IconX stroke={2} aria-hidden="true" />
          {t('screenEnd')}
        </PressButton>
      </footer>
    </main>
  );
}
