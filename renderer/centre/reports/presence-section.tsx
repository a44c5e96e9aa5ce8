import { SegmentedControl } from '@mantine/core';
import { presenceGroupings } from '../../../electron/contract/centre/report-groupings';
import type { CentrePresenceRow } from '../../../electron/contract/centre/reports';
import { weekdayName } from '../../../electron/texts/dates';
import { useAddressState } from '../../client/address-state';
import { DataTable } from '../../ui/office/data-table';
import { figureColumns } from '../../ui/office/figure-columns';
import { shareInWords } from '../../ui/office/figure-words';
import { useCentre } from '../api';
import { Card, Page } from '../frame/page';
import { useTexts } from '../texts';
import { FileLink } from './file-link';
import { queryOf, ScopeFields, useScope } from './scope';

/** Whether institutions are there as promised: each over all halls, or one in each hall, by weekday too. */
export function PresenceSection() {
  const { t, language } = useTexts();
  const scope = useScope();
  const [{ menurut: by }, set] = useAddressState({ menurut: presenceGroupings });
  const query = queryOf(scope);
  const rows = useCentre('reportPresence', scope.choices ? { query: { ...query, by } } : null);
  const days = rows.data?.rows.reduce((sum, row) => sum + row.days, 0) ?? 0;
  const absent = rows.data?.rows.reduce((sum, row) => sum + row.daysAbsent, 0) ?? 0;
  const sentence = !rows.data
    ? ''
    : days === 0
      ? t('centre.presence.none')
      : t('centre.presence.sentence', {
          who: scope.agency ?? t('centre.presence.all'),
          absent,
          days,
        });
  return (
    <Page
      title={t('centre.section.presence')}
      {...(sentence ? { sentence } : {})}
      tools={<ScopeFields scope={scope} />}
    >
      <Card>
        <SegmentedControl
          aria-label={t('centre.by')}
          value={by}
          data={presenceGroupings.map((value) => ({ value, label: t(`centre.presence.by.${value}`) }))}
          onChange={(value) => {
            const chosen = presenceGroupings.find((each) => each === value);
            if (chosen) set({ menurut: chosen });
          }}
        />
        <DataTable<CentrePresenceRow>
          caption={t('centre.section.presence')}
          look="figures"
          rows={rows.data?.rows}
          answer={rows}
          keyOf={({ name, hallId, weekday }) => `${hallId} ${weekday} ${name}`}
          none={t('centre.presence.none')}
          tools={<FileLink path="presence" query={{ ...query, by }} />}
          columns={[
            {
              key: 'name',
              title: t(by === 'agency' ? 'centre.agency' : 'centre.hall'),
              value: ({ name }) => name,
            },
            ...(by === 'weekday'
              ? [
                  {
                    key: 'weekday',
                    title: t('centre.by.weekday'),
                    value: ({ weekday }: CentrePresenceRow) => weekday,
                    show: ({ weekday }: CentrePresenceRow) =>
                      weekday === null ? '–' : weekdayName(weekday, language),
                  },
                ]
              : []),
            {
              key: 'share',
              title: t('centre.presence.share'),
              value: ({ promised, present }) => (promised === 0 ? null : present / promised),
              show: ({ promised, present }) => shareInWords(present, promised),
            },
            ...figureColumns('presence', { t, language }),
          ]}
        />
      </Card>
    </Page>
  );
}
