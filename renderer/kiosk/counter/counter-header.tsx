import { IconAccessible } from '@tabler/icons-react';
import type { MenuCounter } from '../../../electron/contract/site';
import { deskRange } from '../../../electron/texts/desk-range';
import { JlamprangBorder } from '../../ui/jlamprang';
import { useFittedText } from '../../ui/use-fitted-text';
import { EarButton } from '../ear/ear-button';
import { useComfort } from '../language-and-mode';
import { PressButton } from '../press-button';
import { useTexts } from '../texts';
import styles from './counter-header.module.css';

/** Of the counter's name and its institution's, in lines. */
const titleLevels = ['usual', 'small', 'smallest', 'least'];

/** Which counter it is, who runs it, at which desks, and the hall's time (`09.41`). */
export function CounterHeader({ counter, time }: { readonly counter: MenuCounter; readonly time: string }) {
  const { t, local } = useTexts();
  const { large } = useComfort();
  const name = useFittedText<HTMLHeadingElement>(titleLevels, { lines: true });
  const agency = useFittedText<HTMLParagraphElement>(titleLevels, { lines: true });
  return (
    <header className={styles.header}>
      <span className={styles.code} data-long={counter.code.length > 1 || undefined}>
        {counter.code}
      </span>
      <div className={styles.title}>
        <h1 ref={name}>{local(counter.name)}</h1>
        <p ref={agency}>
          {[counter.agency, counter.desks.length > 0 && t('desk', { desks: deskRange(counter.desks) })]
            .filter((part) => part && part !== local(counter.name))
            .join(', ')}
        </p>
      </div>
      <p className={styles.time}>{time}</p>
      {!large && <EarButton />}
      {!large && <ModeSwitch />}
      <JlamprangBorder className={styles.border} />
    </header>
  );
}

/** To the large, low and high-contrast screens, and back. */
export function ModeSwitch() {
  const { t } = useTexts();
  const { large, setLarge } = useComfort();
  return (
    <PressButton
      className={styles.mode}
      data-testid="mode"
      aria-label={t(large ? 'normalMode' : 'largeMode')}
      onPress={() => setLarge(!large)}
    >
      <IconAccessible stroke={2} aria-hidden="true" />
      {large && t('normalMode')}
    </PressButton>
  );
}
