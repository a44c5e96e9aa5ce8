import { IconAccessible, IconArrowLeft, IconArrowRight, IconTicket } from '@tabler/icons-react';
import { useState } from 'react';
import type { Problem } from '../../../electron/contract/common';
import { priorities } from '../../../electron/contract/priorities';
import type { MenuCounter, MenuService } from '../../../electron/contract/site';
import type { Priority } from '../../../electron/contract/tickets';
import { CounterIcon } from '../../ui/counter-icon';
import { JlamprangBorder } from '../../ui/jlamprang';
import { useFittedText } from '../../ui/use-fitted-text';
import { pagesOf } from '../home/menu-pages';
import { useComfort } from '../language-and-mode';
import { Pager } from '../pager';
import { PressButton } from '../press-button';
import { useTexts } from '../texts';
import type { Orientation } from '../use-canvas';
import type { Asking } from '../use-take-number';
import styles from './counter-page.module.css';
import { PriorityChoice } from './priority-choice';
import { Sentence } from './sentence';
import { ServiceChoice, ServiceDetail } from './service-choice';

/** Of the counter's name and its institution's, in lines. */
const titleLevels = ['usual', 'small', 'smallest'];
const servicesAtOnce = 5;
const documentLinesAtOnce = 5;

/**
 * A counter's page: choose a service, read what to bring, say whether one must go first, take a number. Of a
 * counter that isn't open it tells why and its days. In large letters it asks one thing at a time.
 */
export function CounterPage({
  counter,
  timezone,
  complaintUrl,
  orientation,
  asking,
  refusal,
  take,
  back,
}: {
  readonly counter: MenuCounter;
  readonly timezone: string;
  /** Where whoever gets no number may complain by phone; null: nowhere. */
  readonly complaintUrl: string | null;
  readonly orientation: Orientation;
  readonly asking: Asking | null;
  /** Why the last tap on "take a number" got none. */
  readonly refusal: Problem | null;
  readonly take: (service: MenuService, priority: Priority | null) => void;
  readonly back: () => void;
}) {
  const { t } = useTexts();
  const { large } = useComfort();
  const single = counter.services.length === 1 ? counter.services[0] : undefined;
  const [chosenId, choose] = useState<string | undefined>(
    single?.id ?? (counter.status === 'open' ? undefined : counter.services[0]?.id),
  );
  const [wished, choosePriority] = useState<Priority | null>(null);
  const [askedPriority, askPriority] = useState(false);
  const [turned, turnTo] = useState(0);

  const chosen = counter.services.find((service) => service.id === chosenId);
  const able = chosen?.status === 'open';
  const offered = chosen?.priorities ?? priorities;
  // Another service may know other reasons to go first.
  const priority = wished !== null && offered.includes(wished) ? wished : null;
  const pages = pagesOf(counter.services, servicesAtOnce);
  const shown = Math.min(turned, pages.length - 1);
  const priorityStep = large && able && offered.length > 0 && (askedPriority || single !== undefined);
  const detailBeside = large || orientation === 'landscape';
  const nextIsPriority = large && !priorityStep && offered.length > 0;
  const goBack = () => {
    if (priorityStep && !single) askPriority(false);
    else back();
  };

  return (
    <main className={styles.page} data-orientation={orientation} data-group={counter.group}>
      <CounterHeader counter={counter} />
      <Sentence
        counter={counter}
        chosen={chosen}
        isGone={chosenId !== undefined && chosen === undefined}
        refusal={refusal}
        timezone={timezone}
        complaintUrl={complaintUrl}
      />
      {!priorityStep && counter.services.length > 0 && (
        <section className={styles.services} aria-labelledby="choose-service">
          <h2 id="choose-service">
            {able || counter.status === 'open' ? `1. ${t('chooseService')}` : t('services')}
          </h2>
          <div className={styles.list} role="radiogroup" aria-labelledby="choose-service">
            {pages[shown]?.map((service) => (
              <ServiceChoice
                key={service.id}
                service={service}
                chosen={service.id === chosenId}
                onChoose={() => choose(service.id)}
                detail={!detailBeside}
                linesAtOnce={documentLinesAtOnce}
              />
            ))}
          </div>
          {pages.length > 1 && (
            <Pager className={styles.pager} page={shown} pages={pages.length} turnTo={turnTo} />
          )}
        </section>
      )}
      {detailBeside && (
        <section className={styles.detail} aria-live="polite">
          {chosen && <ServiceDetail service={chosen} linesAtOnce={documentLinesAtOnce} />}
        </section>
      )}
      {offered.length > 0 && (large ? priorityStep : able || (!chosen && counter.status === 'open')) && (
        <section className={styles.priority} aria-labelledby="choose-priority">
          <h2 id="choose-priority">
            {single ? t('priority') : `2. ${t('priority')}`}
            <small>{t('priorityHint')}</small>
          </h2>
          <PriorityChoice offered={offered} chosen={priority} choose={choosePriority} />
        </section>
      )}
      <footer className={styles.footer}>
        <PressButton className={styles.back} onPress={goBack}>
          <IconArrowLeft stroke={2.5} aria-hidden="true" />
          {t('back')}
        </PressButton>
        {large && <ModeSwitch />}
        {(able || counter.status === 'open') && (
          <PressButton
            className={styles.take}
            unavailable={!able}
            busy={asking !== null}
            onPress={() => {
              if (!chosen) return;
              if (nextIsPriority) askPriority(true);
              else take(chosen, priority);
            }}
          >
            <TakeLabel slow={asking?.slow === true} able={able} next={nextIsPriority} />
          </PressButton>
        )}
      </footer>
    </main>
  );
}

function TakeLabel({
  slow,
  able,
  next,
}: {
  readonly slow: boolean;
  readonly able: boolean;
  readonly next: boolean;
}) {
  const { t } = useTexts();
  if (slow) return t('wait');
  if (!able) return t('takeAfterChoice');
  if (next) {
    return (
      <>
        {t('next')}
        <IconArrowRight stroke={2.5} aria-hidden="true" />
      </>
    );
  }
  return (
    <>
      <IconTicket stroke={2} aria-hidden="true" />
      {t('take')}
    </>
  );
}

function CounterHeader({ counter }: { readonly counter: MenuCounter }) {
  const { t, local } = useTexts();
  const { large } = useComfort();
  const name = useFittedText<HTMLHeadingElement>(titleLevels, { lines: true });
  const agency = useFittedText<HTMLParagraphElement>(titleLevels, { lines: true });
  return (
    <header className={styles.header}>
      <span className={styles.code} data-long={counter.code.length > 1 || undefined}>
        {counter.code}
      </span>
      <div className={styles.title}>
        <h1 ref={name}>{local(counter.name)}</h1>
        <p ref={agency}>
          {[counter.agency, counter.desks.length > 0 && t('desk', { desks: deskRange(counter.desks) })]
            .filter((part) => part && part !== local(counter.name))
            .join(', ')}
        </p>
      </div>
      <CounterIcon name={counter.icon} className={styles.picture} />
      {!large && <ModeSwitch />}
      <JlamprangBorder className={styles.border} />
    </header>
  );
}

function ModeSwitch() {
  const { t } = useTexts();
  const { large, setLarge } = useComfort();
  return (
    <PressButton
      className={styles.mode}
      data-testid="mode"
      aria-label={t(large ? 'normalMode' : 'largeMode')}
      onPress={() => setLarge(!large)}
    >
      <IconAccessible stroke={2} aria-hidden="true" />
      {large && t('normalMode')}
    </PressButton>
  );
}

/** `3–5` for desks that follow one another, else each: `3, 7`. */
export function deskRange(labels: readonly string[]): string {
  const numbers = labels.map(Number);
  const first = numbers[0];
  const last = numbers.at(-1);
  const follows = numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1);
  return first !== undefined && last !== undefined && labels.length > 2 && follows
    ? `${first}–${last}`
    : labels.join(', ');
}
