import { useEffect, useState } from 'react';
import type { Language, Localized } from '../../../electron/contract/common';
import styles from './failed-page.module.css';
import { comeBack, noteFailure } from './return-of-page';

// The Javanese of these sentences is to be checked by a native speaker.
const title: Localized = {
  id: 'Halaman ini sedang dipulihkan',
  en: 'This page is being brought back',
  jv: 'Kaca menika saweg dipunpulihaken',
};
const note: Localized = {
  id: 'Ada gangguan pada halaman ini. Nomor antrean tetap aman.',
  en: 'Something went wrong on this page. All numbers are safe.',
  jv: 'Wonten alangan ing kaca menika. Nomer antrean tetep aman.',
};
const countdown: Localized = {
  id: 'Akan dimuat lagi dalam {seconds} detik.',
  en: 'It loads again in {seconds} seconds.',
  jv: 'Badhe dipunmuat malih salebeting {seconds} dhetik.',
};
const loading: Localized = {
  id: 'Sedang dimuat lagi…',
  en: 'Loading again…',
  jv: 'Saweg dipunmuat malih…',
};
const now: Localized = { id: 'Muat lagi sekarang', en: 'Load it again now', jv: 'Muat malih sakmenika' };

/**
 * What stands in place of a page that could not be drawn: what happened, and when it comes back by itself. It shares
 * nothing with the page, so that it can't fail by the same fault. `languages`: the page's own first.
 */
export function FailedPage({
  languages,
  withButton,
}: {
  readonly languages: readonly Language[];
  readonly withButton: boolean;
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
          <h1>{title[language]}</h1>
          <p>{note[language]}</p>
          <p aria-hidden="true">
            {due ? loading[language] : countdown[language].replace('{seconds}', String(seconds ?? ''))}
          </p>
          {at === 0 && withButton && (
            <button type="button" onClick={() => setSeconds(0)}>
              {now[language]}
            </button>
          )}
        </section>
      ))}
    </main>
  );
}
