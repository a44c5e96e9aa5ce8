import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { columnsOf, type ReportColumn } from '../../../electron/contract/report-columns';
import { useHallNow } from '../../client/hall-clock';
import { useRoute } from '../../client/use-route';
import { formatDate } from '../../i18n/time';
import { DateField } from '../../ui/office/date-field';
import { figureInWords, headingOf } from '../../ui/office/figure-columns';
import { shareInWords } from '../../ui/office/figure-words';
import { useHallClock } from '../../ui/office/hall-time';
import { Answered } from '../figures/answered';
import { Letterhead } from '../figures/letterhead';
import { Panel } from '../figures/panel';
import { useRowName } from '../figures/summary-table';
import { Totals } from '../figures/totals';
import { usePresence, useSummary } from '../figures/use-figures';
import { useOwnInstitutions } from '../frame/own-reach';
import { PeriodProvider, usePeriod } from '../period/period';
import { useTexts } from '../texts';
import styles from './day-report-section.module.css';

/** One day on one sheet of paper, to be printed and signed. */
export function DayReportSection() {
  const { today } = usePeriod();
  return (
    <PeriodProvider today={today} ofSection>
      <DayReport />
    </PeriodProvider>
  );
}

function DayReport() {
  const { today, period, chooseDates } = usePeriod();
  const date = period.from;
  const { t, language } = useTexts();
  const { data: site } = useRoute('site');
  const institutions = useOwnInstitutions();
  const now = useHallNow(30_000);
  const clock = useHallClock();
  const whole = useSummary('period');
  const inWords = (date: string) => formatDate(`${date}T00:00:00Z`, 'UTC', language, { year: true });
  return (
    <div className={styles.sheet}>
      <Letterhead />
      <div className={styles.head}>
        <div>
          <h1>{inWords(date)}</h1>
          <p>{t('dayReport.of', { hall: `${site?.name ?? ''}, ${site?.city ?? ''}` })}</p>
          {institutions !== null && <p>{institutions}</p>}
          {date === today && <p>{t('dayReport.sofar', { time: clock(now) })}</p>}
        </div>
        <div className={styles.tools}>
          <DateField
            label={t('dayReport.date')}
            value={date}
            onChange={(chosen) => chooseDates(chosen, chosen)}
          />
          <Button leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()}>
            {t('dayReport.print')}
          </Button>
        </div>
      </div>
      <Answered answer={whole}>
        {([row]) => (
          <>
            {row && <Totals row={row} />}
            <Panel title={t('dayReport.counters')}>
              <Figures by="counter" />
            </Panel>
            <Panel title={t('dayReport.hours')}>
              <Figures by="hour" />
            </Panel>
            <Panel title={t('dayReport.presence')}>
              <Presence />
            </Panel>
            <div className={styles.foot}>
              <p>{t('dayReport.printedAt', { date: inWords(today), time: clock(now) })}</p>
              <p className={styles.signature}>{t('dayReport.signature')}</p>
            </div>
          </>
        )}
      </Answered>
    </div>
  );
}

const onDaySheet = (column: ReportColumn) => column.onDaySheet;
const figures = columnsOf('summary').filter(onDaySheet);
const presenceFigures = columnsOf('presence').filter(onDaySheet);

function Figures({ by }: { readonly by: 'counter' | 'hour' }) {
  const { t, language } = useTexts();
  const nameOf = useRowName();
  return (
    <Answered answer={useSummary(by)}>
      {(rows) => (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t(`by.${by}`)}</th>
              {figures.map(({ key }) => (
                <th key={key} scope="col">
                  {headingOf(key, t)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{nameOf(row)}</th>
                {figures.map((figure) => (
                  <td key={figure.key}>{figureInWords(figure, row, language)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Answered>
  );
}

function Presence() {
  const { t, local, language } = useTexts();
  return (
    <Answered answer={usePresence()}>
      {(rows) => (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('by.counter')}</th>
              <th scope="col">{t('presence.share')}</th>
              {presenceFigures.map(({ key }) => (
                <th key={key} scope="col">
                  {headingOf(key, t)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.counterId}>
                <th scope="row">
                  {row.counterCode}, {local(row.name)}
                </th>
                <td>{shareInWords(row.present, row.promised)}</td>
                {presenceFigures.map((figure) => (
                  <td key={figure.key}>{figureInWords(figure, row, language)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Answered>
  );
}
