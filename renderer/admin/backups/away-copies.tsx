import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AwayCopy } from '../../../electron/contract/admin-copies';
import { useRoute } from '../../client/use-route';
import { type DataColumn, DataTable } from '../../ui/office/data-table';
import { sizeInWords } from '../../ui/office/size-in-words';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';
import { TakeInDialog } from './take-in-dialog';

const askAgainMs = 15_000;

/** The copies that lie in the second place, once somebody asks for them: a stick may be asleep. */
export function AwayCopies() {
  const { t, language } = useTexts();
  const moment = useMoment();
  const [shown, setShown] = useState(false);
  const [taken, setTaken] = useState<AwayCopy>();
  const copies = useRoute('awayCopies', shown ? {} : null, { gcTime: 0, refetchInterval: askAgainMs });
  const columns: DataColumn<AwayCopy>[] = [
    {
      key: 'madeAt',
      title: t('backups.madeAt'),
      value: ({ madeAt }) => madeAt,
      show: ({ madeAt }) => moment(madeAt),
    },
    {
      key: 'holds',
      title: t('copies.holds'),
      show: ({ label }) => (label ? t('copies.contents', inWords(label)) : t('copies.unlabelled')),
    },
    { key: 'key', title: t('copies.key'), value: ({ label }) => label?.keyName ?? '–' },
    {
      key: 'size',
      title: t('backups.size'),
      value: ({ bytes }) => bytes,
      show: ({ bytes }) => sizeInWords(bytes, language),
    },
    {
      key: 'do',
      title: t('backups.do'),
      show: (copy) => (
        <Button variant="default" size="sm" onClick={() => setTaken(copy)}>
          {t('copies.takeIn')}
        </Button>
      ),
    },
  ];
  if (!shown) {
    return (
      <div>
        <Button variant="default" size="sm" onClick={() => setShown(true)}>
          {t('copies.show')}
        </Button>
      </div>
    );
  }
  return (
    <>
      <DataTable
        caption={t('copies.there')}
        look="records"
        rows={copies.data}
        answer={copies}
        keyOf={({ name }) => name}
        columns={columns}
        none={t('copies.noneThere')}
      />
      {taken && <TakeInDialog copy={taken} onClose={() => setTaken(undefined)} />}
    </>
  );
}

function inWords({ hall, counters, users, tickets }: NonNullable<AwayCopy['label']>) {
  return { hall: hall ?? '–', counters, users, tickets };
}
