import { Button, NumberInput, Select } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { mostPaperNumbers } from '../../../electron/contract/admin-paper';
import { useRoute } from '../../client/use-route';
import { useOffice } from '../../ui/office/frame/office-context';
import cardStyles from '../backups/backups.module.css';
import { useTexts } from '../texts';
import { type NumberSheet, printSheets } from './number-sheets';
import styles from './paper.module.css';

const usualNumbers = 40;
const everywhere = 'all';

/** Prints the sheets of numbers, a counter a sheet, to be kept beside the main computer. */
export function PrintSheets() {
  const { t, local } = useTexts();
  const { site } = useOffice();
  const { data: counters } = useRoute('adminCounters');
  const [chosen, setChosen] = useState(everywhere);
  const [count, setCount] = useState<number | string>(usualNumbers);
  const wanted = (counters ?? []).filter(({ id }) => chosen === everywhere || id === chosen);
  const many = Math.min(mostPaperNumbers, Math.max(1, Number(count) || usualNumbers));
  const print = () =>
    printSheets(
      wanted.map(
        (counter): NumberSheet => ({
          title: t('paper.sheet.title', { code: counter.code, name: local(counter.name) }),
          prefix: `${counter.code}-D`,
        }),
      ),
      {
        count: many,
        hall: site.name,
        how: t('paper.sheet.how'),
        headings: [
          t('paper.sheet.slip'),
          t('paper.sheet.number'),
          t('paper.sheet.came'),
          t('paper.sheet.called'),
          t('paper.sheet.done'),
          t('paper.sheet.noShow'),
        ],
      },
    );
  return (
    <section className={cardStyles.card} aria-labelledby="paper-sheets">
      <div className={cardStyles.head}>
        <h2 id="paper-sheets">{t('paper.sheets')}</h2>
        <Button
          leftSection={<IconPrinter size={20} aria-hidden />}
          disabled={wanted.length === 0}
          onClick={print}
        >
          {t('paper.print')}
        </Button>
      </div>
      <p className={cardStyles.help}>{t('paper.sheets.help')}</p>
      <div className={styles.fields}>
        <Select
          label={t('paper.counters')}
          searchable
          allowDeselect={false}
          w={480}
          maw="100%"
          value={chosen}
          data={[
            { value: everywhere, label: t('paper.counters.all') },
            ...(counters ?? []).map((counter) => ({
              value: counter.id,
              label: `${counter.code}, ${local(counter.name)}`,
            })),
          ]}
          onChange={(value) => setChosen(value ?? everywhere)}
        />
        <NumberInput
          label={t('paper.count')}
          min={1}
          max={mostPaperNumbers}
          allowDecimal={false}
          value={count}
          onChange={setCount}
        />
      </div>
    </section>
  );
}
