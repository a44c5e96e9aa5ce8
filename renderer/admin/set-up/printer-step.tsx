import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { callRoute } from '../../client/api';
import { FormError } from '../../ui/office/form-error';
import { useTexts } from '../texts/use-texts';
import styles from './set-up-section.module.css';

/** The kiosk of this machine; the contract names it. */
const kiosk = { id: 'kiosk-1' };

/** Whether the kiosk's printer is there, and a ticket to look at. */
export function PrinterStep() {
  const { t } = useTexts();
  const status = useQuery({
    queryKey: ['admin', 'devices', kiosk.id, 'status'],
    queryFn: () => callRoute('deviceStatus', { params: kiosk }),
    refetchInterval: 5_000,
  });
  const test = useMutation({ mutationFn: () => callRoute('testPrintDevice', { params: kiosk }) });
  const printer = status.data?.printer;
  return (
    <>
      <p role="status">
        <strong>{t(printer ? `devices.printer.${printer.state}` : 'devices.printer.unknown')}</strong>
        {printer?.detail && ` · ${printer.detail}`}
      </p>
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
      <p>{t('setUp.printer.without')}</p>
    </>
  );
}
