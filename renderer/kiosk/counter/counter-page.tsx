import { IconArrowLeft, IconArrowRight, IconTicket } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Problem } from '../../../electron/contract/common';
import { priorities } from '../../../electron/contract/priorities';
import type { MenuCounter, MenuService } from '../../../electron/contract/site';
import type { PublicStandard } from '../../../electron/contract/standards';
import type { Priority } from '../../../electron/contract/tickets';
import { EarButton } from '../ear/ear-button';
import { pagesOf } from '../home/menu-pages';
import { useComfort } from '../language-and-mode';
import { Pager } from '../pager';
import { PressButton } from '../press-button';
import { useTexts } from '../texts';
import type { Orientation } from '../use-canvas';
import type { LaterScreens } from '../use-later-screens';
import type { Asking } from '../use-take-number';
import { CounterHeader, ModeSwitch } from './counter-header';
import styles from './counter-page.module.css';
import { Documents } from './documents';
import { OpeningWeek } from './opening-week';
import { PriorityChoice } from './priority-choice';
import { Sentence } from './sentence';
import { ServiceChoice } from './service-choice';
import { type Told, toldOf, toldOfRefusal } from './told-of';
import { WaitBand } from './wait-band';

/** Rows of two; where there are more, the pager takes the place of the last row. */
const servicesAtOnce = { usual: 6, paged: 4 };

/** What is asked in large letters, one at a time. */
type Step = 'service' | 'documents' | 'priority';

/**
 * A counter's page: choose a service, read what to bring, say whether one must go first, take a number. Of a
 * counter that isn't open it tells why and its days. In large letters it asks one thing at a time.
 */
export function CounterPage({
  counter,
  timezone,
  time,
  complaintUrl,
  infoUrl,
  orientation,
  later,
  asking,
  refusal,
  take,
  back,
}: {
  readonly counter: MenuCounter;
  readonly timezone: string;
  /** The hall's, `09.41`. */
  readonly time: string;
  /** Where whoever gets no number may complain by phone; null: nowhere. */
  readonly complaintUrl: string | null;
  /** Where hours and documents are read by phone; null: nowhere. */
  readonly infoUrl: string | null;
  readonly orientation: Orientation;
  /** What comes once the page has time: the way to a service's standard; null until then. */
  readonly later: LaterScreens | null;
  readonly asking: Asking | null;
  /** Why the last tap on "take a number" got none. */
  readonly refusal: Problem | null;
  readonly take: (service: MenuService, priority: Priority | null) => void;
  readonly back: () => void;
}) {
  const texts = useTexts();
  const { large } = useComfort();
  const single = counter.services.length === 1 ? counter.services[0] : undefined;
  const [chosenId, choose] = useState<string | undefined>(
    single?.id ?? (counter.status === 'open' ? undefined : counter.services[0]?.id),
  );
  const [wished, choosePriority] = useState<Priority | null>(null);
  const [gone, goTo] = useState(0);
  const [read, setRead] = useState<PublicStandard | null>(null);

  const chosen = counter.services.find((service) => service.id === chosenId);
  const able = chosen?.status === 'open';
  const offered = chosen?.priorities ?? priorities;
  // Another service may know other reasons to go first.
  const priority = wished !== null && offered.includes(wished) ? wished : null;
  const steps = stepsOf(counter, chosen);
  const at = Math.min(gone, steps.length - 1);
  const isAsked = (step: Step) => (large ? steps[at] === step : step !== 'priority' || mayAsk);
  const mayAsk = offered.length > 0 && (able || (!chosen && counter.status === 'open'));
  const isLast = !large || at === steps.length - 1;
  const toldBy = (shut: MenuCounter | MenuService) => toldOf(shut, texts, timezone);
  const sentence = (): Told | null => {
    if (refusal) return toldOfRefusal(refusal, texts, timezone);
    const isGone = chosenId !== undefined && chosen === undefined;
    if (!isGone && counter.services.length > 0) return toldBy(chosen ?? counter);
    const why = texts.t(isGone ? 'refusedClosed' : 'closedSentence');
    return { text: `${why} ${texts.t('opensUnknown')}`, icon: 'closed', isShut: false };
  };
  const sentences = new Set([counter, ...counter.services].map((each) => toldBy(each)?.text));
  // Where the services differ in it, it has its place below what to bring, so that choosing moves nothing.
  const isToldInBox = !large && sentences.size > 1;
  const told = sentence();
  const why = <Sentence told={told} complaintUrl={complaintUrl} />;
  const areDocumentsAsked = large && steps[at] === 'documents';
  const areDaysRead = chosen !== undefined && !able && !areDocumentsAsked;
  const isShut = counter.status !== 'open';
  const along = infoUrl === null ? null : `${infoUrl}?counter=${encodeURIComponent(counter.code)}`;
  // What to bring stands below the days, or on a broad screen beside them.
  const documents = chosen && (
    <Documents
      key={chosen.id}
      service={texts.local(chosen.name)}
      documents={texts.localList(chosen.documents)}
      isForNow={able}
      infoUrl={able ? null : along}
    />
  );
  const documentsOfShut = !large && isShut && documents;
  const isBeside = orientation === 'landscape';
  const standard = later && chosen?.hasStandard && (
    <later.StandardButton serviceId={chosen.id} open={setRead} />
  );
  if (later && read) {
    return <later.StandardScreen standard={read} orientation={orientation} back={() => setRead(null)} />;
  }

  return (
    <main
      className={styles.page}
      data-orientation={orientation}
      data-group={counter.group}
      data-shut={areDaysRead || undefined}
    >
      <CounterHeader counter={counter} time={time} />
      {counter.status === 'open' && (able || !(large && chosen)) && (
        <WaitBand counter={counter} chosen={chosen} />
      )}
      {!isToldInBox && why}
      {(large ? areDaysRead || areDocumentsAsked : counter.services.length > 0) && (
        <section
          className={styles.detail}
          data-asked={areDocumentsAsked || undefined}
          data-told={(isToldInBox && told !== null) || undefined}
          aria-live="polite"
        >
          {!chosen && <p className={styles.unchosen}>{texts.t('bringUnchosen')}</p>}
          {areDaysRead && <OpeningWeek key={`week ${chosen.id}`} serviceId={chosen.id} />}
          {areDaysRead ? !isBeside && documentsOfShut : documents}
          {areDocumentsAsked && standard}
          {isToldInBox && why}
        </section>
      )}
      {counter.services.length > 0 && isAsked('service') && (
        <Services counter={counter} chosen={chosen} choose={choose}>
          {isBeside && documentsOfShut && <div className={styles.beside}>{documentsOfShut}</div>}
        </Services>
      )}
      {isAsked('priority') && (
        <section className={styles.priority} aria-labelledby="choose-priority">
          <h2 id="choose-priority">
            {single || large ? texts.t('priority') : `2. ${texts.t('priority')}`}
            <small>{texts.t('priorityHint')}</small>
          </h2>
          <PriorityChoice offered={offered} chosen={priority} choose={choosePriority} />
        </section>
      )}
      <footer className={styles.footer}>
        <PressButton className={styles.back} onPress={() => (large && at > 0 ? goTo(at - 1) : back())}>
          <IconArrowLeft stroke={2.5} aria-hidden="true" />
          {texts.t('back')}
        </PressButton>
        {!large && standard}
        {large && <EarButton />}
        {large && <ModeSwitch />}
        {large && areDaysRead && !isLast && (
          <PressButton className={styles.take} onPress={() => goTo(at + 1)}>
            {texts.t('bringShort')}
            <IconArrowRight stroke={2.5} aria-hidden="true" />
          </PressButton>
        )}
        {(able || (counter.status === 'open' && !(large && chosen))) && (
          <PressButton
            className={styles.take}
            unavailable={!able}
            busy={asking !== null}
            onPress={() => {
              if (!chosen) return;
              if (isLast) take(chosen, priority);
              else goTo(at + 1);
            }}
          >
            <TakeLabel slow={asking?.slow === true} able={able} next={!isLast} />
          </PressButton>
        )}
      </footer>
    </main>
  );
}

/** What is asked one after another; something in any case, also where nothing is to be chosen. */
function stepsOf(counter: MenuCounter, chosen: MenuService | undefined): readonly Step[] {
  const isOpen = chosen?.status === 'open';
  // Of what is closed the days stand where it is chosen.
  if (chosen && !isOpen) {
    return chosen.documents.id.length > 0 || chosen.hasStandard ? ['service', 'documents'] : ['service'];
  }
  const steps: Step[] = [];
  if (counter.services.length !== 1) steps.push('service');
  if (isOpen && (chosen.documents.id.length > 0 || chosen.hasStandard)) steps.push('documents');
  if (isOpen && chosen.priorities.length > 0) steps.push('priority');
  return steps.length > 0 ? steps : ['service'];
}

function Services({
  counter,
  chosen,
  choose,
  children,
}: {
  readonly counter: MenuCounter;
  readonly chosen: MenuService | undefined;
  readonly choose: (serviceId: string) => void;
  readonly children: ReactNode;
}) {
  const { t } = useTexts();
  const { large } = useComfort();
  const [turned, turnTo] = useState(0);
  const isAsked = chosen?.status === 'open' || counter.status === 'open';
  const { usual, paged } = servicesAtOnce;
  const pages = pagesOf(counter.services, counter.services.length > usual ? paged : usual);
  const shown = Math.min(turned, pages.length - 1);
  return (
    <section className={styles.services} aria-labelledby="choose-service">
      <h2 id="choose-service">{isAsked ? `${large ? '' : '1. '}${t('chooseService')}` : t('services')}</h2>
      <div className={styles.list} role="radiogroup" aria-labelledby="choose-service">
        {pages[shown]?.map((service) => (
          <ServiceChoice
            key={service.id}
            service={service}
            chosen={service.id === chosen?.id}
            onChoose={() => choose(service.id)}
            ownWait={counter.line === null}
          />
        ))}
      </div>
      {pages.length > 1 && (
        <Pager className={styles.pager} page={shown} pages={pages.length} turnTo={turnTo} />
      )}
      {children}
    </section>
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
