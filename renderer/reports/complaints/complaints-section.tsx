import { Button, Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useAddressState } from '../../client/address-state';
import { callRoute } from '../../client/api';
import { useSession } from '../../client/session';
import { routeKey, useRoute } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { FileLinks } from '../figures/file-links';
import { usePeriod } from '../period/period';
import { PeriodPicker } from '../period/period-picker';
import { useSurveyTexts, useTexts } from '../texts';
import { ComplaintCard } from './complaint-card';
import styles from './complaints.module.css';
import { FourCounts } from './four-counts';
import { Publications } from './publications';

/** Suggestions and complaints: what waits for an answer first, whatever period is chosen elsewhere. */
export function ComplaintsSection() {
  const { t: pageText } = useTexts();
  const { t } = useSurveyTexts();
  const { period } = usePeriod();
  const [{ status }, set] = useAddressState({ status: ['open', 'all'] });
  const pages = useInfiniteQuery({
    queryKey: routeKey('complaints', { query: { status } }),
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      callRoute('complaints', { query: { status, ...(pageParam === '' ? {} : { cursor: pageParam }) } }),
    getNextPageParam: ({ next }) => next,
  });
  const isWholeHall = useSession().data?.user.wholeHall === true;
  const counts = useRoute('complaintCounts', { query: { ...period } });
  const complaints = pages.data?.pages.flatMap((page) => page.complaints) ?? [];
  const newest = pages.data?.pages[0];
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <h1>{pageText('section.complaints')}</h1>
          {newest && <p>{t('complaints.counts', { open: newest.open, overdue: newest.overdue })}</p>}
        </div>
        <Select
          label={t('complaints.which')}
          w={200}
          value={status}
          allowDeselect={false}
          data={(['open', 'all'] as const).map((value) => ({ value, label: t(`complaints.${value}`) }))}
          onChange={(value) => set({ status: value === 'all' ? 'all' : 'open' })}
        />
      </div>
      <FormError error={pages.error} />
      {newest && complaints.length === 0 && <p className={styles.card}>{t('complaints.empty')}</p>}
      {complaints.map((complaint) => (
        <ComplaintCard key={complaint.code} complaint={complaint} />
      ))}
      {pages.hasNextPage && (
        <Button
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('complaints.more')}
        </Button>
      )}
      {isWholeHall && <Publications />}
      <div className={styles.files}>
        <strong>{t('complaints.files')}</strong>
        <PeriodPicker />
        <FileLinks path="complaints" query={{ ...period }} caption={pageText('section.complaints')} />
        {counts.data && <FourCounts counts={counts.data} />}
      </div>
      <p>{t('complaints.lapor')}</p>
    </div>
  );
}
