import { IconTicket } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import type { Language, Localized } from '../../../electron/contract/common';
import { languages } from '../../../electron/contract/languages';
import type { MenuCounter } from '../../../electron/contract/site';
import type { HolderTicket } from '../../../electron/contract/tickets';
import { callRoute, Refused } from '../../client/api';
import { useSharedLine } from '../../client/live/shared-line';
import { useSnapshot } from '../../client/live/use-live-line';
import { OpeningIcon } from '../../ui/opening-icon';
import { LanguageChoice } from '../language-choice';
import { useTexts } from '../texts';
import { useFetched } from '../use-fetched';
import { useFirstLanguage } from '../use-first-language';
import { heldTokens } from './held-numbers';
import styles from './join-page.module.css';
import { ServiceOffer } from './service-offer';

/** Still in the hall. */
const alive = new Set<HolderTicket['status']>(['printing', 'waiting', 'called', 'serving', 'held']);

/**
 * Where a number is taken by phone, inside the hall: by the code that stood at its door. The services that give numbers now
 * come first, each with its wait; whoever holds a number already finds it again.
 */
export function JoinPage({ code }: { readonly code: string }) {
  const { t, language } = useTexts();
  const { value, fault } = useFetched(useCallback((signal: AbortSignal) => askDoor(code, signal), [code]));
  const live = useSharedLine(['counters']);
  const menu = useSnapshot<MenuCounter[]>(live, 'counters') ?? value?.counters;
  const [isOver, setIsOver] = useState(false);
  const [counterId, setCounterId] = useState<string>();
  useFirstLanguage(value && firstLanguage(value.site.languages));
  const goodFor = value?.joining?.goodFor;
  useEffect(() => {
    if (goodFor === undefined) return undefined;
    const timer = setTimeout(() => setIsOver(true), goodFor * 1000);
    return () => clearTimeout(timer);
  }, [goodFor]);

  const textOf = (text: Localized) => text[language] || text.id;
  if (!value || !menu) {
    return (
      <main className={styles.page}>
        <h1 className={styles.message} role="status">
          {t(fault === undefined ? 'loading' : 'lost')}
        </h1>
      </main>
    );
  }
  const { site, joining, held } = value;
  const offered = inOrder(menu.filter(({ id }) => joining?.counterIds.includes(id)));
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <p>{site.name}</p>
        <h1>{t('join.title')}</h1>
      </header>
      {site.practice && <p className={styles.practice}>{t('practice')}</p>}
      {held.map(({ token, number }) => (
        <a key={token} className={styles.held} href={`/t/${token}`}>
          <IconTicket aria-hidden />
          <span>
            <strong>{t('join.yours', { number })}</strong>
            {t('join.yoursHint')}
          </span>
        </a>
      ))}
      {!joining || isOver ? (
        <p className={styles.notice} role="alert">
          {t(code === '' ? 'join.noCode' : 'join.old')}
        </p>
      ) : offered.some(({ status }) => status === 'open') ? (
        <>
          <h2 className={styles.choose}>{t('join.choose')}</h2>
          <ul className={styles.counters}>
            {offered.map((counter) => (
              <li
                key={counter.id}
                className={styles.counter}
                data-shut={counter.status !== 'open' || undefined}
              >
                <button
                  type="button"
                  className={styles.head}
                  aria-expanded={counter.id === counterId}
                  onClick={() => setCounterId(counter.id === counterId ? undefined : counter.id)}
                >
                  <span className={styles.code}>{counter.code}</span>
                  <span className={styles.name}>
                    <strong>{textOf(counter.name)}</strong>
                    {textOf(counter.hint)}
                    {counter.status === 'open' && counter.waiting > 0 && (
                      <span className={styles.waiting}>{t('join.waiting', { count: counter.waiting })}</span>
                    )}
                    {counter.reason && (
                      <span className={styles.state}>
                        <OpeningIcon state={counter.state} /> {textOf(counter.reason)}
                      </span>
                    )}
                  </span>
                </button>
                {counter.id === counterId &&
                  counter.services.map((service) => (
                    <ServiceOffer
                      key={service.id}
                      service={service}
                      code={code}
                      onOld={() => setIsOver(true)}
                    />
                  ))}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className={styles.notice} role="status">
          {t('join.nothing')}
        </p>
      )}
      <footer className={styles.footer}>
        <a href="/info">{t('join.info')}</a>
        <LanguageChoice languages={site.languages} />
      </footer>
    </main>
  );
}

/** The hall, what the code still leads to (null: nothing), and the numbers of this phone that are still in the hall. */
async function askDoor(code: string, signal: AbortSignal) {
  const [site, counters, joining, held] = await Promise.all([
    callRoute('site', { signal }),
    callRoute('counters', { signal }),
    orNull(() => callRoute('joining', { params: { code }, signal })),
    Promise.all(
      heldTokens().map((token) => orNull(() => callRoute('ticket', { params: { token }, signal }))),
    ),
  ]);
  const isHeld = (ticket: HolderTicket | null): ticket is HolderTicket =>
    ticket !== null && alive.has(ticket.status) && ticket.businessDate === site.businessDate;
  return { site, counters, joining, held: held.filter(isHeld) };
}

/** What was asked for, or null where it isn't there. */
async function orNull<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Refused && (error.problem.status === 404 || error.problem.status === 400))
      return null;
    throw error;
  }
}

/** Those that give numbers first, each in the order of the menu. */
function inOrder(counters: readonly MenuCounter[]): readonly MenuCounter[] {
  const isOpen = ({ status }: MenuCounter) => status === 'open';
  return [...counters.filter(isOpen), ...counters.filter((each) => !isOpen(each))];
}

/** The phone's own language where the hall speaks it, or else Indonesian. */
function firstLanguage(spoken: readonly Language[]): Language {
  const own = navigator.languages.map((each) => each.slice(0, 2));
  return languages.find((each) => own[0] === each && spoken.includes(each)) ?? 'id';
}
