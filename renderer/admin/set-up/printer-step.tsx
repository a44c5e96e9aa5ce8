import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { callRoute } from '../../client/api';
import { useRoute } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { NotYet } from '../../ui/office/not-yet';
import { usePrintersNow } from '../frame/live-context';
import { builtInKiosk } from '../printers/built-in-kiosk';
import { FindPrinters } from '../printers/find-printers';
import { PrinterCard } from '../printers/printer-card';
import { PrinterPanel } from '../printers/printer-panel';
import printers from '../printers/printers.module.css';
import { useOpenPrinter } from '../printers/use-open-printer';
import { useTexts } from '../texts';
import styles from './set-up-section.module.css';
import { StepForm } from './step-form';
import type { StepProps } from './step-props';

/** This kiosk's printer: found, chosen and tried here. Without one the step is put off, and numbers are given all the same. */
export function PrinterStep({ way }: StepProps) {
  const { t } = useTexts();
  const now = usePrintersNow();
  const kept = useRoute('adminPrinters');
  const [open, setOpen] = useOpenPrinter(kept.data ?? []);
  if (!now || !kept.data) {
    return (
      <StepForm way={way}>
        <NotYet answer={kept} />
      </StepForm>
    );
  }
  const own = now.printers.filter(({ deviceId }) => deviceId === builtInKiosk);
  const isWithout = now.preview || own.length === 0;
  return (
    <StepForm way={way} without={isWithout ? t('setUp.printer.goOnWithout') : null}>
      {isWithout && <p role="status">{t('setUp.printer.without')}</p>}
      {now.setFromOutside && <p className={styles.help}>{t('printers.outside')}</p>}
      {!isWithout && (
        <ol className={printers.printers}>
          {own.map((printer, index) => (
            <PrinterCard
              key={printer.id ?? printer.target}
              printer={printer}
              kept={kept.data.find(({ id }) => id === printer.id) ?? null}
              mayChange={!now.setFromOutside}
              isFirst={index === 0}
              onOpen={setOpen}
            />
          ))}
        </ol>
      )}
      {now.setFromOutside && !isWithout && <TestTicket />}
      {!now.setFromOutside && (
        <FindPrinters
          deviceId={builtInKiosk}
          kept={kept.data.filter(({ deviceId }) => deviceId === builtInKiosk)}
          onUse={setOpen}
        />
      )}
      {open && <PrinterPanel key={open.id || open.target} printer={open} onClose={() => setOpen(null)} />}
    </StepForm>
  );
}

/** Tries a printer that was set from outside, by the kiosk that it hangs on. */
function TestTicket() {
  const { t } = useTexts();
  const test = useMutation({
    mutationFn: () => callRoute('testPrintDevice', { params: { id: builtInKiosk } }),
  });
  return (
    <>
      <div className={styles.row}>
        <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
          {t('printers.test')}
        </Button>
        {test.data && (
          <span className={test.data.outcome === 'printed' ? styles.good : styles.warning} role="status">
            {t(`printers.tested.${test.data.outcome}`)}
          </span>
        )}
      </div>
      <FormError error={test.error} />
    </>
  );
}
