import { IconTrash } from '@tabler/icons-react';
import type { PaperBlock } from '../../../electron/contract/admin-paper';
import { dateInWords } from '../../../electron/texts/dates';
import { callRoute } from '../../client/api';
import { useRoute } from '../../client/use-route';
import { type DataColumn, DataTable } from '../../ui/office/data-table';
import cardStyles from '../backups/backups.module.css';
import { AskButton } from '../records/ask-dialog';
import recordStyles from '../records/records-page.module.css';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';
import { PaperForm } from './paper-form';
import { PrintSheets } from './print-sheets';
import { writtenNumber } from './written-number';

/** Numbers on paper for the day on which the main computer is away: sheets to print beforehand, and what was given typed in later. */
export function PaperSection() {
  const { t } = useTexts();
  return (
    <div className={recordStyles.page}>
      <h1 className={cardStyles.title}>{t('section.paper')}</h1>
      <PrintSheets />
      <PaperForm />
      <TypedBlocks />
    </div>
  );
}

function TypedBlocks() {
  const { t, local, language } = useTexts();
  const moment = useMoment();
  const blocks = useRoute('paperBlocks');
  const { data: services } = useRoute('adminServices', { query: { archived: 'true' } });
  const nameOf = (serviceId: string) => {
    const service = services?.find(({ id }) => id === serviceId);
    return service ? local(service.name) : '–';
  };
  const range = ({ prefix, from, to }: PaperBlock) =>
    `${writtenNumber(prefix, from)} – ${writtenNumber(prefix, to)}`;
  const columns: DataColumn<PaperBlock>[] = [
    {
      key: 'date',
      title: t('paper.date'),
      value: ({ date }) => date,
      show: ({ date }) => dateInWords(date, language, 'year'),
    },
    { key: 'numbers', title: t('paper.numbers'), value: range },
    { key: 'service', title: t('paper.service'), value: ({ serviceId }) => nameOf(serviceId) },
    { key: 'served', title: t('paper.served'), value: ({ served }) => served },
    { key: 'noShow', title: t('paper.noShow'), value: ({ noShow }) => noShow },
    {
      key: 'times',
      title: t('paper.times'),
      value: ({ firstAt, lastAt }) => `${firstAt}–${lastAt}`.replaceAll(':', '.'),
    },
    {
      key: 'typed',
      title: t('paper.typed'),
      show: ({ typedBy, typedAt }) => `${typedBy ?? '–'}, ${moment(typedAt)}`,
    },
    {
      key: 'do',
      title: t('backups.do'),
      show: (block) => (
        <AskButton
          text={t('backups.remove')}
          icon={<IconTrash size={18} aria-hidden />}
          title={t('paper.remove.title', { numbers: range(block) })}
          sentence={t('paper.remove.sentence')}
          confirm={t('backups.remove')}
          grave
          act={() => callRoute('removePaper', { params: { id: block.id } })}
        />
      ),
    },
  ];
  return (
    <section className={cardStyles.card} aria-labelledby="paper-typed">
      <div className={cardStyles.head}>
        <h2 id="paper-typed">{t('paper.list')}</h2>
      </div>
      <DataTable
        caption={t('paper.list')}
        look="records"
        rows={blocks.data}
        answer={blocks}
        keyOf={({ id }) => id}
        columns={columns}
        none={t('paper.none')}
      />
    </section>
  );
}
