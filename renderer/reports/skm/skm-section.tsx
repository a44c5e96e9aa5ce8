import { Button, Select } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { SkmPublication } from '../../../electron/contract/skm-publication';
import { useAddressState } from '../../client/address-state';
import { useSession } from '../../client/session';
import { useRoute } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { NotYet } from '../../ui/office/not-yet';
import { FileLinks } from '../figures/file-links';
import { useOwnCounters, useOwnInstitutions } from '../frame/own-reach';
import { SectionPage } from '../frame/section-page';
import { usePeriod } from '../period/period';
import { SkmPoster } from '../skm-public/skm-poster';
import { SkmPublications } from '../skm-public/skm-publications';
import { useSurveyTexts, useTexts } from '../texts';
import { ElementTable } from './element-table';
import { FollowUpPlan } from './follow-up-plan';
import { GroupTable } from './group-table';
import { Headline } from './headline';
import { ProfileTable } from './profile-table';
import { SemesterReport } from './semester-report';
import { semestersAround } from './semesters';
import styles from './skm.module.css';

/** The satisfaction index of the chosen period, what it is made of, and the report to print and sign. */
export function SkmSection() {
  const { t: pageText } = useTexts();
  const { t, local } = useSurveyTexts();
  const { period, today, chooseDates } = usePeriod();
  const [{ counter: chosen }, set] = useAddressState({ counter: '' });
  const counterId = chosen || null;
  const counters = useOwnCounters();
  const institutions = useOwnInstitutions();
  const site = useRoute('site');
  const query = { ...period, ...(counterId === null ? {} : { counterId }) };
  const skm = useRoute('skm', { query });
  const counts = useRoute('complaintCounts', { query });
  const counter = counters?.find(({ id }) => id === counterId);
  const report = skm.data;
  const isWholeHall = useSession().data?.user.wholeHall === true && counterId === null;
  const followUps = useRoute('followUps', isWholeHall ? {} : null);
  const plan = isWholeHall
    ? followUps.data?.plans.find(({ from, to }) => from === period.from && to === period.to)
    : undefined;
  // A result is printed in place of the report, which comes back once that is done.
  const [poster, setPoster] = useState<SkmPublication | null>(null);
  useEffect(() => {
    if (!poster) return;
    const ended = () => setPoster(null);
    window.addEventListener('afterprint', ended);
    window.print();
    return () => window.removeEventListener('afterprint', ended);
  }, [poster]);
  return (
    <>
      <div className={styles.screen}>
        <SectionPage title={pageText('section.skm')}>
          <div className={styles.controls}>
            <Select
              label={t('counter')}
              w={280}
              value={counterId ?? ''}
              allowDeselect={false}
              searchable
              data={[
                { value: '', label: t('wholeHall') },
                ...(counters ?? []).map(({ id, code, name }) => ({
                  value: id,
                  label: `${code} · ${local(name)}`,
                })),
              ]}
              onChange={(value) => set({ counter: value ?? '' })}
            />
            {semestersAround(today).map(({ half, year, from, to }) => (
              <Button key={from} variant="default" onClick={() => chooseDates(from, to)}>
                {t('semester', { half, year })}
              </Button>
            ))}
            <Button
              leftSection={<IconPrinter size={20} aria-hidden />}
              disabled={!report || report.forms === 0}
              onClick={() => window.print()}
            >
              {t('printReport')}
            </Button>
          </div>
          <FormError error={skm.error} />
          {!report && !skm.error && <NotYet answer={skm} />}
          {report && report.forms === 0 && <p className={styles.empty}>{t('none')}</p>}
          {report && (
            <>
              <Headline report={report} />
              {report.forms > 0 && (
                <>
                  <ElementTable elements={report.elements} />
                  <GroupTable
                    caption={t('byMonth')}
                    heading={t('month')}
                    rows={report.byMonth.map((group) => ({ ...group, key: group.month, label: group.month }))}
                  />
                </>
              )}
              {counterId === null && report.served > 0 && (
                <GroupTable
                  caption={t('byCounter')}
                  heading={t('counter')}
                  rows={report.byCounter.map((group) => ({
                    ...group,
                    key: group.id,
                    label: `${group.code} · ${local(group.name)}`,
                  }))}
                />
              )}
              {report.served > 0 && (
                <GroupTable
                  caption={t('byService')}
                  heading={t('service')}
                  rows={report.byService.map((group) => ({
                    ...group,
                    key: group.id,
                    label: local(group.name),
                  }))}
                />
              )}
              {report.forms > 0 && <ProfileTable report={report} />}
              <FormError error={followUps.error} />
              {isWholeHall && followUps.data && (plan || report.forms > 0) && (
                <FollowUpPlan key={`${period.from} ${period.to}`} report={report} plan={plan} today={today} />
              )}
              {isWholeHall && followUps.data && (
                <SkmPublications
                  key={`published ${period.from} ${period.to}`}
                  report={report}
                  plan={plan}
                  today={today}
                  onPrint={setPoster}
                />
              )}
              <div className={styles.files}>
                <div>
                  <strong>{t('dataFile')}</strong>
                  <p>{t('dataFileHint')}</p>
                </div>
                <FileLinks path="skm" query={{ ...period }} caption={t('dataFile')} />
              </div>
            </>
          )}
        </SectionPage>
      </div>
      {poster && site.data && <SkmPoster publication={poster} plan={plan} site={site.data} />}
      {!poster && report && site.data && (
        <SemesterReport
          report={report}
          site={site.data}
          today={today}
          counter={counter?.name ?? null}
          institutions={institutions}
          plan={plan}
          counts={counts.data}
        />
      )}
    </>
  );
}
