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
  jv: 'Wonten alangan ing kaca menika. Nomer antrian tetep aman.',
};
const help: Localized = {
  id: 'Perlu bantuan? Silakan tanya petugas.',
  en: 'Need help? Please ask the staff.',
  jv: 'Betah pitulungan? Mangga nyuwun pirsa dhateng petugas.',
};
const inSeconds: Localized = {
  id: 'Akan dimuat lagi dalam {count} detik.',
  en: 'It loads again in {count} seconds.',
  jv: 'Badhe dipunmuat malih salebeting {count} dhetik.',
};
const inMinutes: Localized = {
  id: 'Akan dimuat lagi dalam {count} menit.',
  en: 'It loads again in {count} minutes.',
  jv: 'Badhe dipunmuat malih salebeting {count} menit.',
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
          <h1>{title[language]}</h1>
          <p>{note[language]}</p>
          <p aria-hidden="true">{due ? loading[language] : timeLeft(language, seconds ?? 0)}</p>
          {forVisitors && <p>{help[language]}</p>}
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

/** Nobody counts down from 300. */
function timeLeft(language: Language, seconds: number): string {
  return seconds > 90
    ? inMinutes[language].replace('{count}', String(Math.ceil(seconds / 60)))
    : inSeconds[language].replace('{count}', String(seconds));
}
