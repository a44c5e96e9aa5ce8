import { useCallback, useEffect, useRef, useState } from 'react';
import type { Language } from '../../../electron/contract/common';
import type { DeskSurvey } from '../../../electron/contract/survey';
import { callRoute, Refused } from '../../client/api';
import { keepAsItStands, undoTouches } from '../../client/visited-page';
import { LanguageChoice } from '../language-choice';
import { useSurveyTexts, useTexts } from '../texts';
import { PairTablet } from './pair-tablet';
import styles from './survey.module.css';
import { SurveyPage } from './survey-page';

/** How often a tablet asks who was served. */
const askMs = 2_000;
/** Whoever walks away in the middle leaves nothing behind for the next. */
const idleMs = 60_000;

/** A tablet at a desk: offers the survey of who was served there just now, and goes back to its start by itself. */
export function DeskTablet({ deskId }: { readonly deskId: string }) {
  const { t } = useSurveyTexts();
  const ofPage = useTexts();
  const [judging, setJudging] = useState<string>();
  // Counts whoever stands here: who comes next finds nothing of who was here before.
  const [visitor, setVisitor] = useState(0);
  const { offer, state } = useDeskSurvey(deskId, judging === undefined);
  const toStart = useCallback(() => {
    setJudging(undefined);
    setVisitor((before) => before + 1);
    void undoTouches();
  }, []);
  useStartLanguage(offer?.site.languages[0], `${visitor} ${offer?.ticket?.token ?? ''}`);
  useIdle(toStart);
  useEffect(keepAsItStands, []);

  if (judging !== undefined) {
    return <SurveyPage key={judging} token={judging} onClosed={toStart} />;
  }
  if (state === 'stranger') return <PairTablet deskId={deskId} />;
  const { ticket } = offer ?? {};
  return (
    <main className={styles.start}>
      {state === 'unknown' ? (
        <h1>{t('noDesk')}</h1>
      ) : state === 'away' || !offer ? (
        <h1 role="status">{ofPage.t(state === 'away' ? 'lost' : 'loading')}</h1>
      ) : (
        <>
          <p>
            {offer.site.name} · {t('desk', { label: offer.desk.label })}
          </p>
          <h1>{ticket ? t('ready') : t('idle')}</h1>
          {ticket && (
            <>
              <p>{t('readyHint', { number: ticket.number })}</p>
              <button type="button" className={styles.send} onClick={() => setJudging(ticket.token)}>
                {t('begin')}
              </button>
            </>
          )}
          <LanguageChoice languages={offer.site.languages} />
        </>
      )}
    </main>
  );
}

type TabletState = 'known' | 'stranger' | 'unknown' | 'away';

/** What the desk offers, asked again and again while `isAsking`. */
function useDeskSurvey(deskId: string, isAsking: boolean) {
  const [offer, setOffer] = useState<DeskSurvey>();
  const [state, setState] = useState<TabletState>('known');
  useEffect(() => {
    if (!isAsking) return;
    const stop = new AbortController();
    let next: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        setOffer(await callRoute('deskSurvey', { params: { id: deskId }, signal: stop.signal }));
        setState('known');
      } catch (error) {
        if (stop.signal.aborted) return;
        const status = error instanceof Refused ? error.problem.status : 0;
        setState(
          status === 401 || status === 403
            ? 'stranger'
            : status === 404 || status === 400
              ? 'unknown'
              : 'away',
        );
      }
      if (!stop.signal.aborted) next = setTimeout(ask, askMs);
    };
    void ask();
    return () => {
      stop.abort();
      clearTimeout(next);
    };
  }, [deskId, isAsking]);
  return { offer, state };
}

/** Shows the hall's first language to each visitor anew, until another is chosen. */
function useStartLanguage(language: Language | undefined, visitor: string): void {
  const { choose } = useTexts();
  const shownTo = useRef<string>(undefined);
  useEffect(() => {
    if (!language || shownTo.current === visitor) return;
    shownTo.current = visitor;
    choose(language);
  }, [language, visitor, choose]);
}

/** Calls back when nobody has touched the page for a while. */
function useIdle(onIdle: () => void): void {
  useEffect(() => {
    let timer = setTimeout(onIdle, idleMs);
    const touched = () => {
      clearTimeout(timer);
      timer = setTimeout(onIdle, idleMs);
    };
    const events = ['pointerdown', 'keydown', 'input', 'scroll'] as const;
    for (const event of events) window.addEventListener(event, touched, { capture: true });
    return () => {
      clearTimeout(timer);
      for (const event of events) window.removeEventListener(event, touched, { capture: true });
    };
  }, [onIdle]);
}
