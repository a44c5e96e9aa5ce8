import type { DayState, KeptDays, Overview } from '../../../electron/contract/overview';
import { dateInWords, partsOf } from '../../../electron/texts/dates';
import { Panel } from '../figures/panel';
import { useTexts } from '../texts';
import styles from './presence-squares.module.css';

/** So many counters stand there; the presence's own section has all. */
const mostRows = 4;
/** Squares of more days would be too narrow to see. */
const mostDays = 31;

const states: readonly {
  readonly state: DayState;
  readonly name: 'there' | 'part' | 'nobodyThere' | 'none';
}[] = [
  { state: 'there', name: 'there' },
  { state: 'part', name: 'part' },
  { state: 'nobody', name: 'nobodyThere' },
  { state: 'none', name: 'none' },
];

/** Which institutions were there in truth: how many on every open day, and day by day those that were not. */
export function PresenceSquares({ presence }: { readonly presence: Overview['presence'] }) {
  const { t } = useTexts();
  const { counters, dates } = presence;
  const absent = counters.filter(({ there, promised }) => there < promised);
  const there = counters.length - absent.length;
  // Whoever reads of one counter alone sees its days, whatever they were.
  const shown = counters.length === 1 ? counters : absent.slice(0, mostRows);
  const inDays = dates.length <= mostDays;
  const sentence = () => {
    if (counters.length === 0) return t('overview.presence.unknown');
    if (counters.length === 1) {
      return t(there === 1 ? 'overview.presence.oneThere' : 'overview.presence.oneAbsent');
    }
    if (absent.length === 0) return t('overview.presence.all', { all: counters.length });
    return t(there === 0 ? 'overview.presence.nobody' : 'overview.presence.some', {
      there,
      all: counters.length,
    });
  };
  return (
    <Panel
      title={t('overview.presence')}
      sentence={sentence()}
      link={{
        href: '#kehadiran',
        name:
          absent.length > mostRows
            ? t('overview.presence.more', { count: absent.length - mostRows })
            : t('overview.presence.see'),
      }}
    >
      <ul className={styles.rows}>
        {shown.map((counter) => (
          <Row key={counter.counterId} counter={counter} dates={inDays ? dates : []} />
        ))}
      </ul>
      {shown.length > 0 && inDays && (
        <ul className={styles.legend} aria-hidden>
          {states.map(({ state, name }) => (
            <li key={state}>
              <span className={styles.day} data-state={state} />
              {t(`overview.presence.${name}`)}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Row({ counter, dates }: { readonly counter: KeptDays; readonly dates: readonly string[] }) {
  const { t, local, language } = useTexts();
  const { code, there, promised, days } = counter;
  const name = local(counter.name);
  const count = (state: DayState) => days.filter((each) => each === state).length;
  return (
    <li>
      <span className={styles.heard}>
        {t('overview.presence.row', { name, there, promised, part: count('part'), nobody: count('nobody') })}
      </span>
      <span className={styles.code} aria-hidden>
        {code}
      </span>
      <span className={styles.name} aria-hidden>
        {name}
      </span>
      <span className={styles.days} aria-hidden>
        {dates.map((date, at) => (
          <span
            key={date}
            className={styles.day}
            data-state={days[at]}
            data-week={
              at > 0 && partsOf(date).weekday < partsOf(dates[at - 1] ?? date).weekday ? '' : undefined
            }
            title={`${dateInWords(date, language, 'weekday')}: ${t(`overview.presence.${nameOf(days[at])}`)}`}
          />
        ))}
      </span>
      <span className={styles.count} aria-hidden>
        {t('overview.presence.days', { there, count: promised })}
      </span>
    </li>
  );
}

function nameOf(state: DayState | undefined) {
  return states.find((each) => each.state === state)?.name ?? 'none';
}
