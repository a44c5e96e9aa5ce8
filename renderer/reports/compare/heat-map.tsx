import { SegmentedControl } from '@mantine/core';
import type { SummaryRow } from '../../../electron/contract/reports';
import { weekdayName } from '../../../electron/texts/dates';
import { useAddressState } from '../../client/address-state';
import { headingOf } from '../../ui/office/figure-columns';
import { countInWords, durationInWords, wholeMinutes } from '../../ui/office/figure-words';
import { Panel } from '../figures/panel';
import { useTexts } from '../texts';
import styles from './heat-map.module.css';

const figures = ['issued', 'waitMedian', 'waitP90'] as const;
const weekdays = [1, 2, 3, 4, 5, 6, 7];
const shades = 6;

/** Weekdays by hours: a table whose cells are the darker the more there is, with the figure in each. */
export function HeatMap({ rows }: { readonly rows: readonly SummaryRow[] }) {
  const { t, language } = useTexts();
  const [{ figure }, set] = useAddressState({ figure: figures });
  const cells = new Map(rows.map((row) => [row.key, row]));
  const hours = hoursBetween(rows.map(({ key }) => Number(key.slice(2))));
  const shownDays = weekdays.filter((day) => day < 6 || rows.some(({ key }) => key.startsWith(`${day}-`)));
  const most = Math.max(1, ...rows.map((row) => row[figure] ?? 0));
  const inWords = (row: SummaryRow) =>
    figure === 'issued' ? countInWords(row.issued, language) : durationInWords(row[figure], language);
  const short = (row: SummaryRow) =>
    figure === 'issued' ? countInWords(row.issued, language) : (wholeMinutes(row[figure]) ?? '–');
  return (
    <Panel
      title={t('heat.title')}
      sentence={t(figure === 'issued' ? 'heat.issued' : 'heat.minutes')}
      choices={
        <SegmentedControl
          aria-label={t('heat.figure')}
          value={figure}
          onChange={(value) => {
            const chosen = figures.find((each) => each === value);
            if (chosen) set({ figure: chosen });
          }}
          data={figures.map((value) => ({ value, label: headingOf(`summary.${value}`, t) }))}
        />
      }
    >
      <table className={styles.map}>
        <thead>
          <tr>
            <td />
            {hours.map((hour) => (
              <th key={hour} scope="col">
                {String(hour).padStart(2, '0')}.00
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shownDays.map((day) => (
            <tr key={day}>
              <th scope="row">{weekdayName(day, language)}</th>
              {hours.map((hour) => {
                const row = cells.get(`${day}-${String(hour).padStart(2, '0')}`);
                const value = row?.[figure] ?? 0;
                return (
                  <td
                    key={hour}
                    data-shade={value === 0 ? 0 : Math.min(shades, Math.ceil((value / most) * shades))}
                    title={row && inWords(row)}
                  >
                    {row ? short(row) : ''}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

/** Every hour from the first to the last, also those in which nothing was. */
function hoursBetween(hours: readonly number[]): number[] {
  const first = Math.min(...hours);
  const last = Math.max(...hours);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
