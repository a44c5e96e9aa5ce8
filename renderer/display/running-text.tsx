import { IconSpeakerphone } from '@tabler/icons-react';
import { Fragment, useLayoutEffect, useRef, useState } from 'react';
import type { Language } from '../../electron/contract/common';
import styles from './running-text.module.css';
import { t } from './texts';
import { useTurns } from './use-turns';

/** Design pixels a second: faster can't be read by everybody. */
const pixelsASecond = 85;
const secondsAStill = 10;

export interface RunningLine {
  readonly language: Language;
  readonly text: string;
}

/** The hall's announcements, passing by slowly; for who wants less motion, one after another. */
export function RunningText({ lines }: { readonly lines: readonly RunningLine[] }) {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const turn = useTurns(still ? lines.length : 0, secondsAStill);
  if (lines.length === 0) return null;
  return (
    <section className={styles.footer} aria-label={t('runningText')}>
      <div className={styles.mark}>
        <IconSpeakerphone aria-hidden="true" />
      </div>
      <div className={styles.window}>
        {still ? (
          <p className={styles.still} lang={lines[turn]?.language}>
            {lines[turn]?.text}
          </p>
        ) : (
          <Passing lines={lines} />
        )}
      </div>
    </section>
  );
}

/** The lines twice behind each other, so that the second half is where the first was when it starts over. */
function Passing({ lines }: { readonly lines: readonly RunningLine[] }) {
  const half = useRef<HTMLParagraphElement>(null);
  const [seconds, setSeconds] = useState(60);
  useLayoutEffect(() => {
    const measured = half.current;
    if (!measured) return undefined;
    const measure = () => {
      const designPixel = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 10;
      setSeconds(measured.offsetWidth / designPixel / pixelsASecond);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    return () => observer.disconnect();
  }, []);
  const content = lines.map(({ language, text }) => (
    <Fragment key={`${language} ${text}`}>
      <span lang={language}>{text}</span>
      <span className={styles.between}>◆</span>
    </Fragment>
  ));
  return (
    <div className={styles.passing} style={{ animationDuration: `${seconds}s` }}>
      <p ref={half} className={styles.half}>
        {content}
      </p>
      <p className={styles.half} aria-hidden="true">
        {content}
      </p>
    </div>
  );
}
