import { IconArrowsExchange, IconDesk, IconUserPlus } from '@tabler/icons-react';
import type { StaffingAdvice, StaffingChange } from '../../../electron/contract/staffing';
import { weekdayName } from '../../../electron/texts/dates';
import { countInWords, durationInWords } from '../../ui/office/figure-words';
import { useTexts } from '../texts';
import { type BestChange, bestChange } from './best-changes';
import styles from './change-cards.module.css';

const icons = { officer: IconUserPlus, move: IconArrowsExchange, desk: IconDesk };
const kinds = ['officer', 'move', 'desk'] as const;

/** What would help the most, a card a kind of change, each with the wait now and then; or that nothing needs to change. */
export function ChangeCards({ advice }: { readonly advice: StaffingAdvice }) {
  const { t } = useTexts();
  const found = kinds.map((kind) => ({ kind, best: bestChange(advice, kind) }));
  if (found.every(({ best }) => best === null)) {
    return <p className={styles.calm}>{t('staffing.calm', { minutes: advice.targetMinutes })}</p>;
  }
  return (
    <ul className={styles.cards}>
      {found.toSorted(foundFirst).map(({ kind, best }) => (
        <Card key={kind} kind={kind} best={best} advice={advice} />
      ))}
    </ul>
  );
}

/** Keeps the order of those that help, before those that don't. */
function foundFirst(one: { readonly best: unknown }, other: { readonly best: unknown }): number {
  return Number(one.best === null) - Number(other.best === null);
}

function Card(props: {
  readonly kind: StaffingChange['kind'];
  readonly best: BestChange | null;
  readonly advice: StaffingAdvice;
}) {
  const { t, language } = useTexts();
  const { kind, best } = props;
  const Icon = icons[kind];
  const heading = (
    <h2 className={styles.title}>
      <Icon size={22} aria-hidden />
      {t(`staffing.change.${kind}`)}
    </h2>
  );
  if (!best) {
    return (
      <li className={styles.card}>
        {heading}
        <p className={styles.none}>{t(`staffing.change.${kind}.none`)}</p>
      </li>
    );
  }
  const { change } = best;
  const dayOf = (date: string) => weekdayName(weekdayOf(props.advice, date), language);
  return (
    <li className={styles.card}>
      {heading}
      <p>
        {change.source
          ? t('staffing.change.moved', {
              day: dayOf(best.date),
              from: hours(change.source),
              to: hours(change),
            })
          : t('staffing.change.when', { day: dayOf(best.date), hours: hours(change) })}
      </p>
      <dl className={styles.waits}>
        <Wait
          look={styles.now}
          name={t(kind === 'desk' ? 'staffing.change.allDesks' : 'staffing.change.now')}
          minutes={change.waitBefore}
          of={change.waitBefore}
        />
        <Wait
          look={styles.then}
          name={t('staffing.change.then')}
          minutes={change.waitAfter}
          of={change.waitBefore}
        />
      </dl>
      <p className={styles.helped}>
        {t('staffing.change.helped', { people: countInWords(Math.round(change.visitors), language) })}
        {best.alsoOn.length > 0 &&
          ` ${t('staffing.change.also', { days: best.alsoOn.map(dayOf).join(', ') })}`}
      </p>
    </li>
  );
}

function Wait(props: {
  readonly look: string | undefined;
  readonly name: string;
  readonly minutes: number;
  readonly of: number;
}) {
  const { language } = useTexts();
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        <span className={props.look} style={{ width: `${(props.minutes / Math.max(1, props.of)) * 55}%` }} />
        {durationInWords(Math.round(props.minutes) * 60, language)}
      </dd>
    </div>
  );
}

/** `08.00–11.30` */
function hours({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${from.replace(':', '.')}–${to.replace(':', '.')}`;
}

function weekdayOf(advice: StaffingAdvice, date: string): number {
  return advice.days.find((day) => day.date === date)?.weekday ?? 0;
}
