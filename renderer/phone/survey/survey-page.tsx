import { useCallback, useState } from 'react';
import type { Localized } from '../../../electron/contract/common';
import {
  type Respondent,
  type Score,
  type SurveyAnswers,
  type SurveyReceipt,
  surveyElements,
} from '../../../electron/contract/survey';
import { callRoute, newKey, Refused } from '../../client/api';
import { LanguageChoice } from '../language-choice';
import { useSurveyTexts, useTexts } from '../texts';
import { useFetched } from '../use-fetched';
import { useFirstLanguage } from '../use-first-language';
import { AboutYou, type Message } from './about-you';
import { Question } from './question';
import styles from './survey.module.css';
import { Thanks } from './thanks';

/**
 * The survey of one visit: nine questions, each answered by one tap, then who answers and a message, both as one
 * likes. `onClosed` is set where a tablet goes back to its start by itself; a phone goes back to its ticket.
 */
export function SurveyPage({ token, onClosed }: { readonly token: string; readonly onClosed?: () => void }) {
  const { t, language } = useSurveyTexts();
  const ofPage = useTexts();
  const load = useCallback(
    (signal: AbortSignal) => callRoute('survey', { params: { token }, signal }),
    [token],
  );
  const { value: invitation, fault } = useFetched(load);
  useFirstLanguage(onClosed ? undefined : invitation?.language);
  const [at, setAt] = useState(0);
  const [answers, setAnswers] = useState<SurveyAnswers>({});
  const [respondent, setRespondent] = useState<Respondent>({});
  const [message, setMessage] = useState<Message>({ kind: null, text: '' });
  const { send, isSending, receipt, refusal, isAway } = useSending(token);

  if (!invitation) {
    return (
      <main className={styles.page}>
        <h1 className={styles.notice} role="status">
          {ofPage.t(fault === 'refused' ? 'unknown' : fault === 'away' ? 'lost' : 'loading')}
        </h1>
      </main>
    );
  }
  const textOf = (text: Localized) => text[language] || text.id;
  const footer = <LanguageChoice languages={invitation.site.languages} />;

  if (receipt) return <Thanks receipt={receipt} token={token} onClosed={onClosed} footer={footer} />;
  if (invitation.state !== 'open') {
    return (
      <main className={styles.page}>
        <h1 className={styles.notice}>{t(invitation.state)}</h1>
        {onClosed ? (
          <button type="button" className={styles.send} onClick={onClosed}>
            OK
          </button>
        ) : (
          <a className={styles.quiet} href={`/t/${token}`}>
            {t('toTicket')}
          </a>
        )}
        {footer}
      </main>
    );
  }

  const element = surveyElements[at];
  const choose = (score: Score | null) => {
    if (element) setAnswers({ ...answers, [element]: score });
    setAt(at + 1);
  };
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <p className={styles.site}>{invitation.site.name}</p>
        <p>{t('visit', { number: invitation.number, counter: textOf(invitation.counter) })}</p>
        <progress className={styles.progress} max={surveyElements.length} value={at} aria-hidden />
        {element && <p>{t('progress', { at: at + 1, of: surveyElements.length })}</p>}
      </header>
      {element ? (
        <Question key={element} element={element} chosen={answers[element] ?? null} onChoose={choose} />
      ) : (
        <AboutYou
          respondent={respondent}
          onRespondent={setRespondent}
          message={message}
          onMessage={setMessage}
          fault={isAway ? t('away') : refusal}
          isSending={isSending}
          onSend={() => send(answers, respondent, message)}
        />
      )}
      {at > 0 && (
        <button type="button" className={styles.quiet} disabled={isSending} onClick={() => setAt(at - 1)}>
          {t('back')}
        </button>
      )}
      {at === 0 && <p className={styles.hint}>{t('anonymous')}</p>}
      {footer}
    </main>
  );
}

/** Sends the form; its key stays while no answer came, so that a press after a lost line is the same act. */
function useSending(token: string) {
  const { t } = useSurveyTexts();
  const [key, setKey] = useState(newKey);
  const [isSending, setIsSending] = useState(false);
  const [receipt, setReceipt] = useState<SurveyReceipt>();
  const [refusal, setRefusal] = useState<string>();
  const [isAway, setIsAway] = useState(false);
  const send = async (answers: SurveyAnswers, respondent: Respondent, message: Message) => {
    const text = message.text.trim();
    const isSaid = message.kind !== null && text.length >= 3;
    if (!isSaid && surveyElements.every((element) => answers[element] == null)) {
      setRefusal(t('nothing'));
      return;
    }
    setIsSending(true);
    setIsAway(false);
    setRefusal(undefined);
    try {
      const body = {
        answers,
        respondent,
        ...(message.kind !== null && isSaid ? { message: { kind: message.kind, text } } : {}),
      };
      setReceipt(await callRoute('answerSurvey', { params: { token }, body, key }));
    } catch (error) {
      if (!(error instanceof Refused)) setIsAway(true);
      // Whoever answered twice is thanked twice.
      else if (error.problem.code === 'already_answered') setReceipt({ message: null });
      else {
        // Corrected, it is another form: the same key would stand for the one refused.
        setKey(newKey());
        setRefusal(error.problem.detail);
      }
    } finally {
      setIsSending(false);
    }
  };
  return { send, isSending, receipt, refusal, isAway };
}
