import { Answered } from '../figures/answered';
import { useSummary } from '../figures/use-figures';
import { SectionPage } from '../frame/section-page';
import { usePeriod } from '../period/period';
import { useTexts } from '../texts';
import { HeatMap } from './heat-map';
import { Totals } from './totals';
import { WaitsByHour } from './waits-by-hour';

/** The hall at a glance: totals, when people come, and how long they wait. */
export function OverviewSection() {
  const { t } = useTexts();
  const { period } = usePeriod();
  const whole = useSummary('period');
  const week = useSummary('weekdayHour');
  const hours = useSummary('hour');
  return (
    <SectionPage title={t('section.overview')}>
      <Answered answer={whole}>
        {([row]) => (
          <>
            {row && <Totals row={row} />}
            {hours.data && hours.data.length > 0 && <WaitsByHour rows={hours.data} />}
            {period.from !== period.to && week.data && week.data.length > 0 && <HeatMap rows={week.data} />}
          </>
        )}
      </Answered>
    </SectionPage>
  );
}
