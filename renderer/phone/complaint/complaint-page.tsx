import { useCallback, useState } from 'react';
import type { Localized } from '../../../electron/contract/common';
import { complaintCodePattern } from '../../../electron/contract/complaint-codes';
import { languages } from '../../../electron/contract/languages';
import type { Complaint } from '../../../electron/contract/survey';
import { dateInWords } from '../../../electron/texts/dates';
import { callRoute } from '../../client/api';
import { LanguageChoice } from '../language-choice';
import survey from '../survey/survey.module.css';
import { useSurveyTexts, useTexts } from '../texts';
import { useFetched } from '../use-fetched';
import styles from './complaint-page.module.css';
import { PublishedAnswers } from './published-answers';
import { PublishedResult } from './published-result';

/** What became of a suggestion or complaint, by its code; without one, it is asked for. */
export function ComplaintPage({ code }: { readonly code: string }) {
  const { t } = useSurveyTexts();
  const ofPage = useTexts();
  const load = useCallback(
    async (signal: AbortSignal) => {
      const site = await callRoute('site', { signal });
      if (code === '') {
        const { answers, skm } = await callRoute('published', { signal });
        return { site, answers, skm };
      }
      return { site, complaint: await callRoute('complaint', { params: { code: readCode(code) }, signal }) };
    },
    [code],
  );
  const { value, fault } = useFetched(load);
  return (
    <main className={survey.page}>
      {value && 'complaint' in value ? (
        <ComplaintState complaint={value.complaint} />
      ) : fault === 'away' ? (
        <h1 className={survey.notice} role="alert">
          {ofPage.t('lost')}
        </h1>
      ) : (
        (value || fault) && (
          <>
            <AskCode wrong={fault === 'refused' ? code : undefined} />
            <a className={survey.quiet} href="/aduan/baru">
              {t('write')}
            </a>
            {value && 'answers' in value && (
              <>
                <PublishedAnswers answers={value.answers} />
                {value.skm && <PublishedResult skm={value.skm} />}
              </>
            )}
          </>
        )
      )}
      <LanguageChoice languages={value?.site.languages ?? languages} />
    </main>
  );
}

function ComplaintState({ complaint }: { readonly complaint: Complaint }) {
  const { t, language } = useSurveyTexts();
  const day = (date: string) => dateInWords(date, language, 'day');
  const textOf = (text: Localized) => text[language] || text.id;
  return (
    <>
      <header className={survey.header}>
        <p className={survey.site}>{complaint.code}</p>
        <p>
          {complaint.counter ? textOf(complaint.counter) : t('wholeHall')}
          {complaint.service && ` · ${textOf(complaint.service)}`}
        </p>
      </header>
      <h1 className={styles.status}>{t(`status.${complaint.status}`)}</h1>
      <section className={styles.card}>
        <h2>{t(complaint.kind === 'suggestion' ? 'suggestion' : 'complaint')}</h2>
        <p className={styles.text}>{complaint.text}</p>
        <p className={survey.hint}>
          {t('received', { date: day(complaint.receivedOn) })}
          {complaint.dueOn && !complaint.answeredOn && ` · ${t('dueOn', { date: day(complaint.dueOn) })}`}
        </p>
      </section>
      <section className={styles.card}>
        <h2>{t('answer')}</h2>
        <p className={styles.text}>{complaint.answer ?? t('noAnswer')}</p>
        {complaint.answeredOn && (
          <p className={survey.hint}>{t('answeredOn', { date: day(complaint.answeredOn) })}</p>
        )}
        {complaint.sp4nNumber && (
          <p className={survey.hint}>
            {t('sp4nNumber', { number: complaint.sp4nNumber })}
            {complaint.sp4nState && ` · ${t(`sp4nState.${complaint.sp4nState}`)}`}
          </p>
        )}
      </section>
      <p className={survey.hint}>{t('lapor')}</p>
    </>
  );
}

function AskCode({ wrong }: { readonly wrong: string | undefined }) {
  const { t } = useSurveyTexts();
  const [code, setCode] = useState(wrong ?? '');
  const [isWrong, setIsWrong] = useState(wrong !== undefined);
  return (
    <form
      className={survey.about}
      onSubmit={(event) => {
        event.preventDefault();
        const read = readCode(code);
        if (complaintCodePattern.test(read)) location.assign(`/aduan/${read}`);
        else setIsWrong(true);
      }}
    >
      <h1>{t('track')}</h1>
      <p className={survey.hint}>{t('trackHint')}</p>
      <label className={survey.label} htmlFor="code">
        {t('trackCode')}
      </label>
      <input
        id="code"
        className={survey.text}
        value={code}
        autoComplete="off"
        autoCapitalize="characters"
        aria-invalid={isWrong}
        onChange={(event) => {
          setCode(event.target.value);
          setIsWrong(false);
        }}
      />
      {isWrong && (
        <p className={survey.fault} role="alert">
          {t('trackUnknown')}
        </p>
      )}
      <button type="submit" className={survey.send}>
        {t('trackGo')}
      </button>
    </form>
  );
}

/** A code as people type it: small letters, without its dashes, O for 0 and I or L for 1. */
function readCode(typed: string): string {
  const letters = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)].join('-');
}
