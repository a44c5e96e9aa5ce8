import { IconClock } from '@tabler/icons-react';
import type { MenuCounter, MenuService } from '../../../electron/contract/site';
import { aroundWords, saidWait, waitWords } from '../../../electron/texts/wait-words';
import { useFittedText } from '../../ui/use-fitted-text';
import { useTexts } from '../texts';
import styles from './wait-band.module.css';

const waitLevels = ['usual', 'small', 'smallest'];

/**
 * How long whoever takes a number now will wait, said once: for the line that all services share, or, where each has
 * a line of its own, for the chosen one.
 */
export function WaitBand({
  counter,
  chosen,
}: {
  readonly counter: MenuCounter;
  readonly chosen: MenuService | undefined;
}) {
  const { t, local, language } = useTexts();
  const wait = useFittedText<HTMLParagraphElement>(waitLevels, { lines: true });
  const line = counter.line ?? (chosen?.status === 'open' ? chosen : null);
  const title = () => {
    if (counter.services.length === 1) return t('waitTitle');
    if (counter.line) return t('oneLine');
    return line && chosen ? local(chosen.name) : t('ownLines');
  };
  const words = line?.estimate ? upperFirst(waitWords(line.estimate, language)) : t('unknownWait');
  const isNext = line?.estimate != null && line.waiting === 0;
  const isSoon = line?.estimate != null && saidWait(line.estimate).shape === 'soon';
  const note = () => {
    if (line?.calledAround) return upperFirst(aroundWords(line.calledAround, language));
    return isNext && !isSoon ? words : null;
  };
  const chip = note();
  return (
    <section className={styles.band} aria-label={t('waitTitle')}>
      <div className={styles.wait}>
        <p className={styles.title}>{title()}</p>
        {line && (
          <p className={styles.words} data-unknown={line.estimate === null || undefined} ref={wait}>
            {isNext ? t('nextTurn') : words}
          </p>
        )}
        {chip !== null && (
          <p className={styles.around}>
            <IconClock stroke={2} aria-hidden="true" />
            {chip}
          </p>
        )}
      </div>
      <p className={styles.people}>
        <strong>{line?.waiting ?? counter.waiting}</strong>
        <span>{t('peopleWaiting', { count: line?.waiting ?? counter.waiting })}</span>
      </p>
    </section>
  );
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
