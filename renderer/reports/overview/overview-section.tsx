import { Button, Select } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { keepPreviousData } from '@tanstack/react-query';
import { addDays } from '../../../electron/contract/calendar-days';
import { periodBefore } from '../../../electron/contract/neighbouring-period';
import type { Overview } from '../../../electron/contract/overview';
import { useAddressState } from '../../client/address-state';
import { useRoute } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { NotYet } from '../../ui/office/not-yet';
import { useOwnInstitutions } from '../frame/own-reach';
import { SectionPage } from '../frame/section-page';
import { usePeriod } from '../period/period';
import { periodInWords } from '../period/period-words';
import { useTexts } from '../texts';
import { ComplaintsCard } from './complaints-card';
import { CountersToLookAt } from './counters-to-look-at';
import { Headline } from './headline';
import styles from './overview-section.module.css';
import { beforeInWords } from './overview-words';
import { PresenceSquares } from './presence-squares';
import { SkmCard } from './skm-card';
import { WaitsByHour } from './waits-by-hour';

const comparisons = ['previous', 'lastYear'] as const;
/** Letters for which the choice has room. */
const longestName = 13;
/** How often the figures of today are asked for again, and those of a longer period with today in it. */
const [dayEveryMs, longEveryMs] = [10_000, 60_000];

/** The period on one page: a sentence that stands alone, what changed, why, and who was there. */
export function OverviewSection() {
  const { t, language } = useTexts();
  const { period, live } = usePeriod();
  const [{ against }, set] = useAddressState({ against: comparisons });
  const overview = useRoute(
    'overview',
    { query: { ...period, against } },
    {
      refetchInterval: live && (period.from === period.to ? dayEveryMs : longEveryMs),
      placeholderData: keepPreviousData,
    },
  );
  const before = beforeInWords({ to: period.to, before: periodBefore(period, 'previous') }, language);
  return (
    <SectionPage
      title={t('section.overview')}
      namesPeriod
      tools={
        <>
          <Select
            aria-label={t('overview.against')}
            w={250}
            value={against}
            allowDeselect={false}
            data={[
              {
                value: 'previous',
                label:
                  before.length <= longestName
                    ? t('overview.against.previous', { before })
                    : t('overview.against.before'),
              },
              { value: 'lastYear', label: t('overview.against.lastYear') },
            ]}
            onChange={(value) => set({ against: value === 'lastYear' ? 'lastYear' : 'previous' })}
          />
          <Button
            variant="default"
            leftSection={<IconPrinter size={20} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('overview.print')}
          </Button>
        </>
      }
    >
      <FormError error={overview.error} />
      {overview.data ? <OnePage overview={overview.data} live={live} /> : <NotYet answer={overview} />}
    </SectionPage>
  );
}

/** What there is to tell, where the period has no number yet: of today the days before it, named as what they are. */
function OnePage({ overview, live }: { readonly overview: Overview; readonly live: boolean }) {
  const { name } = usePeriod();
  if (overview.figures.issued > 0) return <Told overview={overview} live={live} />;
  return (
    <>
      <Nothing overview={overview} live={live} />
      {name === 'today' && <DaysBefore today={overview.from} />}
    </>
  );
}

function Nothing({ overview, live }: { readonly overview: Overview; readonly live: boolean }) {
  const { t, language } = useTexts();
  const period = periodInWords(overview, language);
  return (
    <div className={styles.empty}>
      <p>{t(overview.isClosed ? 'overview.closed' : 'overview.nothing', { period })}</p>
      <p>
        {t('overview.nothing.next')} {live && <a href="/staff#balai">{t('overview.nothing.hall')}</a>}
      </p>
    </div>
  );
}

/** The seven days before today, where these have something to tell. */
function DaysBefore({ today }: { readonly today: string }) {
  const { t } = useTexts();
  const before = { from: addDays(today, -7), to: addDays(today, -1) };
  const overview = useRoute('overview', { query: { ...before, against: 'previous' } });
  if (overview.error) return <FormError error={overview.error} />;
  if (!overview.data) return <NotYet answer={overview} />;
  if (overview.data.figures.issued === 0) return null;
  return (
    <>
      <h2>{t('overview.nothing.before')}</h2>
      <Told overview={overview.data} live={false} />
    </>
  );
}

function Told({ overview, live }: { readonly overview: Overview; readonly live: boolean }) {
  const institutions = useOwnInstitutions();
  return (
    <>
      <Headline overview={overview} institutions={institutions} live={live} />
      <div className={styles.rows}>
        <div className={styles.hours}>
          <WaitsByHour overview={overview} />
        </div>
        <div className={styles.counters}>
          <CountersToLookAt overview={overview} />
        </div>
        <div className={styles.presence}>
          <PresenceSquares presence={overview.presence} />
        </div>
        <div className={styles.card}>
          <ComplaintsCard />
        </div>
        <div className={styles.card}>
          <SkmCard />
        </div>
      </div>
    </>
  );
}
