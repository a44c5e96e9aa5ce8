import { useCallback, useState } from 'react';
import type { Localized } from '../../../electron/contract/common';
import {
  type Respondent,
  type Score,
  type SurveyAnswers,
  type SurveyReceipt,
  surveyElements,
  type VisitorAnswers,
} from '../../../electron/contract/survey';
import { callRoute, newKey, Refused } from '../../client/api';
import { LanguageChoice } from '../language-choice';
import { useSurveyTexts, useTexts } from '../texts';
import { useFetched } from '../use-fetched';
import { useFirstLanguage } from '../use-first-language';
import { AboutYou, type Message } from './about-you';
import { MoreQuestions, PointsQuestion } from './more-questions';
import { Question } from './question';
import styles from './survey.module.css';
import { Thanks } from './thanks';

/**
 * The survey of one visit: nine questions, each answered by one tap, then those of the year's evaluation if the hall asks them, then who
 * answers and a message, all as one likes. `onClosed` is set where a tablet goes back to its start by itself; a phone goes back to its ticket.
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
  const [points, setPoints] = useState<Points>({});
  const [isMore, setIsMore] = useState(false);
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
  const { evaluation } = invitation;
  // The offer stands after the elements, and the questions after it once it was taken.
  const isOffer = evaluation !== null && at === surveyElements.length;
  const place = at - surveyElements.length - 1;
  const question = isMore ? evaluation?.questions[place] : undefined;
  const choose = (score: Score | null) => {
    if (element) setAnswers({ ...answers, [element]: score });
    setAt(at + 1);
  };
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <p className={styles.site}>{invitation.site.name}</p>
        <p>{t('visit', { number: invitation.number, counter: textOf(invitation.counter) })}</p>
        <progress
          className={styles.progress}
          max={question ? evaluation?.questions.length : surveyElements.length}
          value={question ? place : at}
          aria-hidden
        />
        {element && <p>{t('progress', { at: at + 1, of: surveyElements.length })}</p>}
        {question && evaluation && <p>{t('progress', { at: place + 1, of: evaluation.questions.length })}</p>}
      </header>
      {element ? (
        <Question key={element} element={element} chosen={answers[element] ?? null} onChoose={choose} />
      ) : isOffer ? (
        <MoreQuestions
          count={evaluation.questions.length}
          onChoose={(isWanted) => {
            setIsMore(isWanted);
            setAt(at + 1);
          }}
        />
      ) : question && evaluation ? (
        <PointsQuestion
          key={question.number}
          text={textOf(question.text)}
          lowest={textOf(evaluation.lowest)}
          highest={textOf(evaluation.highest)}
          chosen={points[question.number] ?? null}
          onChoose={(chosen) => {
            setPoints({ ...points, [question.number]: chosen });
            setAt(at + 1);
          }}
        />
      ) : (
        <AboutYou
          respondent={respondent}
          onRespondent={setRespondent}
          message={message}
          onMessage={setMessage}
          fault={isAway ? t('away') : refusal}
          isSending={isSending}
          onSend={() =>
            send(
              answers,
              respondent,
              message,
              evaluation && isMore ? answered(evaluation.year, points) : null,
            )
          }
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

/** Points by the questions' numbers; null: left out. */
type Points = Readonly<Record<number, number | null>>;

/** What was answered of the evaluation's questions, or null where all were left out. */
function answered(year: number, points: Points): VisitorAnswers | null {
  const answers = Object.entries(points).flatMap(([number, given]) =>
    given === null ? [] : { number: Number(number), points: given },
  );
  return answers.length === 0 ? null : { year, answers };
}

/** Sends the form; its key stays while no answer came, so that a press after a lost line is the same act. */
function useSending(token: string) {
  const { t } = useSurveyTexts();
  const [key, setKey] = useState(newKey);
  const [isSending, setIsSending] = useState(false);
  const [receipt, setReceipt] = useState<SurveyReceipt>();
  const [refusal, setRefusal] = useState<string>();
  const [isAway, setIsAway] = useState(false);
  const send = async (
    answers: SurveyAnswers,
    respondent: Respondent,
    message: Message,
    evaluation: VisitorAnswers | null,
  ) => {
    const text = message.text.trim();
    const isSaid = message.kind !== null && text.length >= 3;
    const isJudged = evaluation !== null || surveyElements.some((element) => answers[element] != null);
    if (!isSaid && !isJudged) {
      setRefusal(t('nothing'));
      return;
    }
    setIsSending(true);
    setIsAway(false);
    setRefusal(undefined);
    try {
      const body = {
        answers,
        ...(evaluation ? { evaluation } : {}),
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
