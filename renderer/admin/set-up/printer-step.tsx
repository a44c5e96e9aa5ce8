import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { callRoute } from '../../client/api';
import { FormError } from '../../ui/office/form-error';
import { usePrintersNow } from '../frame/live-context';
import { builtInKiosk } from '../printers/built-in-kiosk';
import { useTexts } from '../texts';
import styles from './set-up-section.module.css';

/** How this kiosk's printer is and a ticket to look at; without a printer, where to choose one. */
export function PrinterStep() {
  const { t } = useTexts();
  const now = usePrintersNow();
  if (now?.preview) {
    return (
      <>
        <p role="status">{t('setUp.printer.without')}</p>
        {!now.setFromOutside && (
          <p>
            <a href="#printer">{t('setUp.printer.choose')}</a>
          </p>
        )}
      </>
    );
  }
  const own = now?.printers.filter(({ deviceId }) => deviceId === builtInKiosk) ?? [];
  const printer = (own.find(({ printing }) => printing) ?? own[0])?.status;
  return (
    <>
      <p role="status">
        <strong>{t(printer ? `devices.printer.${printer.state}` : 'devices.printer.unknown')}</strong>
        {printer?.detail && ` · ${printer.detail}`}
      </p>
      <TestTicket />
      {now && !now.setFromOutside && (
        <p>
          <a href="#printer">{t('setUp.printer.choose')}</a>
        </p>
      )}
    </>
  );
}

function TestTicket() {
  const { t } = useTexts();
  const test = useMutation({
    mutationFn: () => callRoute('testPrintDevice', { params: { id: builtInKiosk } }),
  });
  return (
    <>
      <div className={styles.row}>
        <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
          {t('setUp.printer.test')}
        </Button>
        {test.data && (
          <span className={test.data.outcome === 'printed' ? styles.good : styles.warning} role="status">
            {t(`setUp.printer.${test.data.outcome}`)}
          </span>
        )}
      </div>
      <FormError error={test.error} />
    </>
  );
}
