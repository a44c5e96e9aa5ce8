import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { canPrint } from '../../../electron/contract/printer-status';
import type { PrinterNow } from '../../../electron/contract/printers';
import { neededCause, needsSomebody } from '../../ui/office/printer-needs';
import { printerWords } from '../../ui/office/printer-words';
import { usePrintersNow } from '../frame/live-context';
import { useTexts } from '../texts';
import { Card } from './card';
import styles from './printers-card.module.css';

/** Each printer: how it is, and how much of its roll is left as far as anybody knows. */
export function PrintersCard() {
  const { t } = useTexts();
  const now = usePrintersNow();
  return (
    <Card
      title={t('home.printers')}
      link={{ href: '#printer', text: t('home.manage'), label: t('home.manage.printers') }}
    >
      {!now && <p>{t('loading')}</p>}
      {now?.printers.length === 0 && <p>{t(now.preview ? 'home.printers.preview' : 'home.printers.none')}</p>}
      {now?.printers.map((printer) => (
        <Printer key={`${printer.deviceId} ${printer.target}`} printer={printer} />
      ))}
    </Card>
  );
}

function Printer({ printer }: { readonly printer: PrinterNow }) {
  const { t, language } = useTexts();
  const { name, status, ticketsLeft, printedSinceRoll, bringPaper } = printer;
  const isNeedy = needsSomebody(printer);
  const State = isNeedy ? IconAlertTriangle : IconCircleCheck;
  const isOut = status.state === 'paper_out';
  return (
    <div className={styles.printer} data-needy={isNeedy || undefined}>
      <p className={styles.line}>
        <b>{name}</b>
        <span className={styles.state}>
          <State size={18} aria-hidden />
          {isNeedy
            ? printerWords(language, neededCause(printer)).name
            : t(canPrint(status) ? 'printers.ready' : 'devices.printer.unknown')}
        </span>
      </p>
      {!isOut && ticketsLeft !== null && printedSinceRoll !== null && (
        <span className={styles.roll} aria-hidden>
          <span
            data-low={bringPaper || undefined}
            style={{ width: `${(100 * ticketsLeft) / Math.max(1, ticketsLeft + printedSinceRoll)}%` }}
          />
        </span>
      )}
      {!isOut && (
        <p className={styles.left}>
          {ticketsLeft === null ? t('printers.leftUnknown') : t('home.ticketsLeft', { count: ticketsLeft })}
        </p>
      )}
    </div>
  );
}
