import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { AdminPrinter } from '../../../electron/contract/printers';
import { useRoute } from '../../client/use-route';
import { NotYet } from '../../ui/office/not-yet';
import { usePrintersNow } from '../frame/live-context';
import { useMayChange } from '../frame/user-context';
import { useTexts } from '../texts';
import { builtInKiosk } from './built-in-kiosk';
import { FindPrinters } from './find-printers';
import { PrinterCard } from './printer-card';
import { PrinterPanel } from './printer-panel';
import styles from './printers.module.css';
import { unsavedPrinter } from './unsaved-printer';
import { useOpenPrinter } from './use-open-printer';

/** The kiosk's printers: how each is at this moment, and the way to find, try, order and take them off. */
export function PrintersSection() {
  const { t } = useTexts();
  const mayChange = useMayChange();
  const now = usePrintersNow();
  const kept = useRoute('adminPrinters');
  const [open, setOpen] = useOpenPrinter(kept.data ?? []);
  if (!now || !kept.data) return <NotYet answer={kept} />;
  const mayChoose = mayChange && !now.setFromOutside;
  // Those of other kiosks stand with their kiosk.
  const own = now.printers.filter(({ deviceId }) => deviceId === builtInKiosk);
  return (
    <section className={styles.page}>
      <header className={styles.head}>
        <h1>{t('section.printers')}</h1>
        {mayChoose && (
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setOpen(unsavedPrinter(t('printers.unnamed')))}
          >
            {t('printers.other')}
          </Button>
        )}
      </header>
      {now.setFromOutside && <p className={styles.note}>{t('printers.outside')}</p>}
      {now.preview && !now.setFromOutside && <p className={styles.note}>{t('printers.preview')}</p>}
      {own.length > 1 && <p className={styles.note}>{t('printers.order')}</p>}
      <ol className={styles.printers}>
        {own.map((printer, index) => (
          <PrinterCard
            key={printer.id ?? printer.target}
            printer={printer}
            kept={kept.data.find(({ id }) => id === printer.id) ?? null}
            mayChange={mayChoose}
            isFirst={index === 0}
            onOpen={setOpen}
          />
        ))}
      </ol>
      {mayChoose && <FindPrinters deviceId={builtInKiosk} kept={ownOf(kept.data)} onUse={setOpen} />}
      {open && <PrinterPanel key={open.id || open.target} printer={open} onClose={() => setOpen(null)} />}
    </section>
  );
}

function ownOf(printers: readonly AdminPrinter[]): readonly AdminPrinter[] {
  return printers.filter(({ deviceId }) => deviceId === builtInKiosk);
}
