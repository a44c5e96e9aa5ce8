import type { AdminDay } from '../../../electron/contract/admin-hall';
import { useAddressState } from '../../client/address-state';
import { useRoute } from '../../client/use-route';
import { formatDate } from '../../i18n/time';
import { type DataColumn, DataTable } from '../../ui/office/data-table';
import { DateField } from '../../ui/office/date-field';
import { Findings } from '../findings/findings';
import pageStyles from '../hall/hall-section.module.css';
import { useTexts } from '../texts';
import styles from './day-section.module.css';

type DayService = AdminDay['services'][number];

/** What visitors find on any date, by the one function that decides about opening. */
export function DaySection() {
  const { t, language } = useTexts();
  const { data: site } = useRoute('site');
  const [{ date: chosen }, set] = useAddressState({ date: '' });
  const date = chosen || site?.businessDate;
  return (
    <div className={pageStyles.page}>
      <h1>{date ? formatDate(`${date}T00:00:00Z`, 'UTC', language, { year: true }) : t('section.day')}</h1>
      <div className={styles.date}>
        {date && <DateField label={t('day.date')} value={date} onChange={(day) => set({ date: day })} />}
      </div>
      {/* Before the long table, under which nobody would see it. */}
      <Findings />
      {date && <DayTable date={date} />}
    </div>
  );
}

function DayTable({ date }: { readonly date: string }) {
  const { t, local } = useTexts();
  const day = useRoute('adminDay', { query: { date } });
  const openOf = ({ spans, reason, paused }: DayService) =>
    [
      spans.map(({ opens, closes }) => `${opens}–${closes}`.replaceAll(':', '.')).join(', ') ||
        t('week.closed'),
      ...(reason ? [local(reason)] : []),
      ...(paused ? [t('paused')] : []),
    ].join(', ');
  const columns: DataColumn<DayService>[] = [
    {
      key: 'counter',
      title: t('section.counters'),
      value: ({ counterCode, counterName }) => `${counterCode}, ${local(counterName)}`,
    },
    { key: 'service', title: t('section.services'), value: ({ serviceName }) => local(serviceName) },
    { key: 'open', title: t('day.open'), value: openOf },
    {
      key: 'quota',
      title: t('services.quota'),
      value: ({ quota }) => quota,
      show: ({ quota }) => (quota === null ? t('services.noQuota') : t('day.quota', { count: quota })),
    },
  ];
  return (
    <>
      {day.data?.practice && <p className={styles.note}>{t('day.practice')}</p>}
      <DataTable
        caption={t('section.day')}
        look="records"
        rows={day.data?.services}
        answer={day}
        keyOf={({ serviceId }) => serviceId}
        columns={columns}
        searchLabel={t('day.search')}
        isMuted={({ spans, paused }) => spans.length === 0 || paused}
      />
    </>
  );
}
