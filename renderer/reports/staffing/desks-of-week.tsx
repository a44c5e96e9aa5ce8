import { useState } from 'react';
import type { StaffingAdvice } from '../../../electron/contract/staffing';
import { formatDate } from '../../i18n/time';
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
  const dayName = (date: string) => formatDate(`${date}T00:00:00Z`, 'UTC', language, { year: false });
  const found = advice.days
    .flatMap((day) => day.slots.map((slot) => ({ day, slot })))
    .find(({ day, slot }) => `${day.date} ${slot.from}` === pressed);
  const legend: readonly Judgement[] = ['enough', 'spare', 'short', 'impossible'];
  return (
    <>
      <ul className={styles.legend}>
        {legend.map((judgement) => (
          <li key={judgement}>
            <span className={`${styles.swatch} ${styles[judgement]}`}>{marks[judgement] || '2'}</span>
            {t(`staffing.${judgement}`)}
          </li>
        ))}
      </ul>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className={styles.none}>
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
                            aria-label={t('staffing.cell', {
                              day: dayName(day.date),
                              time: time.replace(':', '.'),
                              needed: slot.neededDesks ?? `> ${advice.desks}`,
                              usual: slot.usualDesks,
                            })}
                            onClick={() => setPressed(key)}
                          >
                            {slot.neededDesks ?? `>${advice.desks}`}
                            {marks[judge(slot)]}
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
      <p className={styles.detail} aria-live="polite">
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
              fewer: found.slot.waitOneFewer === null ? '–' : Math.round(found.slot.waitOneFewer),
              more: Math.round(found.slot.waitOneMore),
            })
          : t('staffing.press')}
      </p>
    </>
  );
}

/** Beside the number, so that colour is not alone in saying it. */
const marks: Readonly<Record<Judgement, string>> = { enough: '', spare: '−', short: '+', impossible: '!' };

function judge(slot: Slot): Judgement {
  if (slot.neededDesks === null) return 'impossible';
  if (slot.neededDesks > slot.usualDesks) return 'short';
  return slot.neededDesks < slot.usualDesks ? 'spare' : 'enough';
}
