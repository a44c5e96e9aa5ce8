import { useEffect, useState } from 'react';
import type { Language } from '../../../electron/contract/common';
import { catalogue } from '../../../electron/texts/catalogue';
import type indonesian from '../../../electron/texts/id/failed-page.json';
import styles from './failed-page.module.css';
import { comeBack, noteFailure } from './return-of-page';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../../../electron/texts/*/failed-page.json', { eager: true, import: 'default' }),
);

/**
 * What stands in place of a page that could not be drawn: what happened, and when it comes back by itself. It shares
 * nothing with the page, so that it can't fail by the same fault. `languages`: the page's own first.
 */
export function FailedPage({
  languages,
  withButton,
  forVisitors,
}: {
  readonly languages: readonly Language[];
  readonly withButton: boolean;
  /** Whoever stands before it may need somebody meanwhile. */
  readonly forVisitors: boolean;
}) {
  const [seconds, setSeconds] = useState<number>();
  useEffect(() => setSeconds(noteFailure()), []);
  const due = seconds !== undefined && seconds <= 0;
  useEffect(() => {
    if (due) void comeBack();
  }, [due]);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((left) => left && left - 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <main className={styles.page} role="alert">
      {languages.map((language, at) => (
        <section key={language} lang={language} className={at === 0 ? styles.first : styles.other}>
          <h1>{texts.in(language)('title')}</h1>
          <p>{texts.in(language)('note')}</p>
          <p aria-hidden="true">{due ? texts.in(language)('loading') : timeLeft(language, seconds ?? 0)}</p>
          {forVisitors && <p>{texts.in(language)('help')}</p>}
          {at === 0 && withButton && (
            <button type="button" onClick={() => setSeconds(0)}>
              {texts.in(language)('now')}
            </button>
          )}
        </section>
      ))}
    </main>
  );
}

/** Nobody counts down from 300. */
function timeLeft(language: Language, seconds: number): string {
  return seconds > 90
    ? texts.in(language)('in_minutes', { minutes: Math.ceil(seconds / 60) })
    : texts.in(language)('in_seconds', { seconds });
}
