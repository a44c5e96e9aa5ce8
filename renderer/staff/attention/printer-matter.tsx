import { IconPrinter, IconReceiptOff } from '@tabler/icons-react';
import { useState } from 'react';
import { neededCause } from '../../ui/office/printer-needs';
import { printerWords } from '../../ui/office/printer-words';
import { useTexts } from '../texts';
import { PrinterDialog } from '../workplace/printer-dialog';
import { MatterCard } from './matter-card';
import type { Matter } from './matters';
import styles from './matters.module.css';

/** Printers that need somebody, out of paper or otherwise; pressed, what to do about them. */
export function PrinterMatter(props: {
  readonly matter: Extract<Matter, { readonly kind: 'printers' }>;
  readonly isAdmin: boolean;
}) {
  const { printers, isAlarm } = props.matter;
  const { t, language } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const [first] = printers;
  const cause = neededCause(first);
  const words = printerWords(language, cause);
  const left = first.ticketsLeft;
  const title =
    printers.length > 1
      ? t(isAlarm ? 'hall.manyPaperOut' : 'hall.manyPrinters', { count: printers.length })
      : cause === 'paper_low' && left !== null
        ? t('hall.paperLeft', { count: left })
        : words.name;
  return (
    <>
      <MatterCard
        icon={isAlarm ? IconReceiptOff : IconPrinter}
        isAlarm={isAlarm}
        title={title}
        acts={
          <>
            <button type="button" className={styles.act} onClick={() => setIsOpen(true)}>
              {t('hall.printerHelp')}
            </button>
            {props.isAdmin && (
              <a className={styles.link} href="/admin#printer">
                {t('hall.printers')}
              </a>
            )}
          </>
        }
      >
        {printers.map(({ name }) => name).join(', ')}. {printers.length === 1 && words.officer}
      </MatterCard>
      {isOpen && <PrinterDialog printers={printers} onClose={() => setIsOpen(false)} />}
    </>
  );
}
