import { Button } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { callRoute } from '../../client/api';
import { useRoute } from '../../client/use-route';
import { usePrintersNow } from '../frame/live-context';
import { FindPrinters } from '../printers/find-printers';
import { PrinterPanel } from '../printers/printer-panel';
import { NewRoll, PaperLeft } from '../printers/roll';
import { unsavedPrinter } from '../printers/unsaved-printer';
import { useOpenPrinter } from '../printers/use-open-printer';
import { AskButton } from '../records/ask-dialog';
import { PanelPart } from '../records/record-panel';
import { useTexts } from '../texts';
import styles from './devices.module.css';

/** What another machine's kiosk prints on: its printers hang there, and are kept here with their paper. */
export function KioskPrinters({ deviceId }: { readonly deviceId: string }) {
  const { t } = useTexts();
  const kept = useRoute('adminPrinters');
  const now = usePrintersNow();
  const own = kept.data?.filter((printer) => printer.deviceId === deviceId) ?? [];
  const [open, setOpen] = useOpenPrinter(own);
  return (
    <PanelPart title={t('devices.printers')}>
      <p>{t('devices.printers.help')}</p>
      <ul className={styles.printers}>
        {own.map((printer) => {
          const paper = now?.printers.find(({ id }) => id === printer.id);
          return (
            <li key={printer.id}>
              <div className={styles.printer}>
                <strong>{printer.name}</strong>
                <small>
                  {printer.target}, {printer.profile.paperWidth} mm
                </small>
                {paper && <PaperLeft printer={paper} />}
              </div>
              <NewRoll printerId={printer.id} />
              <Button
                variant="default"
                size="sm"
                leftSection={<IconPencil size={18} aria-hidden />}
                aria-label={t('devices.printers.change', { name: printer.name })}
                onClick={() => setOpen(printer)}
              >
                {t('printers.change')}
              </Button>
              <AskButton
                text={t('printers.remove')}
                title={t('printers.remove.title', { name: printer.name })}
                sentence={t('printers.remove.sentence')}
                confirm={t('printers.remove')}
                grave
                act={() =>
                  callRoute('removePrinter', { params: { id: printer.id }, ifVersion: printer.version })
                }
              />
            </li>
          );
        })}
      </ul>
      <FindPrinters deviceId={deviceId} kept={own} onUse={setOpen} />
      <Button
        variant="default"
        size="sm"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => setOpen({ ...unsavedPrinter(t('printers.unnamed')), deviceId })}
      >
        {t('devices.printers.add')}
      </Button>
      {open && <PrinterPanel key={open.id || open.target} printer={open} onClose={() => setOpen(null)} />}
    </PanelPart>
  );
}
