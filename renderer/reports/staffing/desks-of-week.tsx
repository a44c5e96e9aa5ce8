import { useState } from 'react';
import type { StaffingAdvice } from '../../../electron/contract/staffing';
import { shortDate } from '../../../electron/texts/short-dates';
import { Panel } from '../figures/panel';
import { useTexts } from '../texts';
import styles from './staffing.module.css';

type Slot = StaffingAdvice['days'][number]['slots'][number];

/** Whether the usual desks are enough in a half-hour. */
type Judgement = 'enough' | 'spare' | 'short' | 'impossible';

/** Days down, half-hours across: the desks needed in each, and on a press what each desk changes. */
export function DesksOfWeek({ advice }: { readonly advice: StaffingAdvice }) {
  const { t, language } = useTexts();
  const [pressed, setPressed] = useState<string | null>(null);
  const times = [...new Set(advice.days.flatMap(({ slots }) => slots.map(({ from }) => from)))].sort();
  const dayName = (date: string) => shortDate(date, language);
  const found = advice.days
    .flatMap((day) => day.slots.map((slot) => ({ day, slot })))
    .find(({ day, slot }) => `${day.date} ${slot.from}` === pressed);
  const legend: readonly Judgement[] = ['enough', 'spare', 'short', 'impossible'];
  return (
    <Panel
      title={t('staffing.map')}
      choices={
        <ul className={styles.legend}>
          {legend.map((judgement) => (
            <li key={judgement}>
              <span className={`${styles.swatch} ${styles[judgement]}`}>{examples[judgement]}</span>
              {t(`staffing.${judgement}`)}
            </li>
          ))}
        </ul>
      }
    >
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className={styles.heard}>
            {t('staffing.caption', { minutes: advice.targetMinutes, days: advice.pastDays })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('staffing.day')}</th>
              {times.map((time) => (
                <th scope="col" key={time}>
                  {time.replace(':', '.')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {advice.days.map((day) => (
              <tr key={day.date}>
                <th scope="row">{dayName(day.date)}</th>
                {day.state === 'advised' ? (
                  times.map((time) => {
                    const slot = day.slots.find(({ from }) => from === time);
                    const key = `${day.date} ${time}`;
                    return (
                      <td key={time}>
                        {slot && (
                          <button
                            type="button"
                            className={`${styles.cell} ${styles[judge(slot)]}`}
                            aria-pressed={pressed === key}
                            onClick={() => setPressed(key)}
                          >
                            <span aria-hidden>
                              {slot.neededDesks ?? `>${advice.desks}`}
                              <Difference slot={slot} />
                            </span>
                            <span className={styles.heard}>
                              {t('staffing.cell', {
                                day: dayName(day.date),
                                time: time.replace(':', '.'),
                                needed: slot.neededDesks ?? `> ${advice.desks}`,
                                usual: slot.usualDesks,
                              })}
                            </span>
                          </button>
                        )}
                      </td>
                    );
                  })
                ) : (
                  <td colSpan={times.length} className={styles.none}>
                    {t(day.state === 'closed' ? 'staffing.closed' : 'staffing.unknown')}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={found ? undefined : styles.hint} aria-live="polite">
        {found
          ? t('staffing.detail', {
              day: dayName(found.day.date),
              from: found.slot.from.replace(':', '.'),
              to: found.slot.to.replace(':', '.'),
              visitors: Math.round(found.slot.arrivals),
              usual: found.slot.usualDesks,
              usualWait: Math.round(found.slot.usualWait),
              needed: found.slot.neededDesks ?? advice.desks,
              wait: Math.round(found.slot.wait),
              more: Math.round(found.slot.waitOneMore),
            })
          : t('staffing.press')}
      </p>
    </Panel>
  );
}

/** What a square looks like, for the legend. */
const examples: Readonly<Record<Judgement, string>> = {
  enough: '2',
  spare: '1 −1',
  short: '3 +1',
  impossible: '>3',
};

/** By how many desks the need differs from what is usual, so that colour is not alone in saying it. */
function Difference({ slot }: { readonly slot: Slot }) {
  if (slot.neededDesks === null || slot.neededDesks === slot.usualDesks) return null;
  const difference = slot.neededDesks - slot.usualDesks;
  return <small>{difference > 0 ? ` +${difference}` : ` −${-difference}`}</small>;
}

function judge(slot: Slot): Judgement {
  if (slot.neededDesks === null) return 'impossible';
  if (slot.neededDesks > slot.usualDesks) return 'short';
  return slot.neededDesks < slot.usualDesks ? 'spare' : 'enough';
}
