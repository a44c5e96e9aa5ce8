import { Button } from '@mantine/core';
import { IconArrowUp, IconPencil, IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { canPrint } from '../../../electron/contract/printer-status';
import type { AdminPrinter, PrinterNow } from '../../../electron/contract/printers';
import { callRoute } from '../../client/api';
import { refreshBelow, useRoute } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { NotYet } from '../../ui/office/not-yet';
import { printerWords } from '../../ui/office/printer-words';
import { PrinterPicture } from '../../ui/printer-picture';
import { usePrintersNow } from '../frame/live-context';
import { useMayChange } from '../frame/user-context';
import { AskButton } from '../records/ask-dialog';
import { useTexts } from '../texts';
import { builtInKiosk } from './built-in-kiosk';
import { FindPrinters } from './find-printers';
import { PrinterPanel } from './printer-panel';
import styles from './printers.module.css';
import { NewRoll, PaperLeft } from './roll';
import { TestPrint } from './test-print';
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

function PrinterCard(props: {
  readonly printer: PrinterNow;
  readonly kept: AdminPrinter | null;
  readonly mayChange: boolean;
  readonly isFirst: boolean;
  readonly onOpen: (printer: AdminPrinter) => void;
}) {
  const { printer, kept, mayChange } = props;
  const { t, language } = useTexts();
  const queries = useQueryClient();
  const { status, name } = printer;
  const words = status.cause && printerWords(language, status.cause);
  const well = canPrint(status);
  const move = useMutation({
    mutationFn: ({ id, version, position }: AdminPrinter) =>
      callRoute('changePrinter', {
        params: { id },
        ifVersion: version,
        body: { position: Math.max(0, position - 1) },
      }),
    onSettled: () => refreshBelow(queries, '/admin'),
  });
  return (
    <li className={styles.printer} data-well={well || undefined}>
      <PrinterPicture className={styles.picture} cause={status.cause} />
      <div className={styles.words}>
        <h2>{name}</h2>
        <p className={styles.state}>
          <strong>{words ? words.name : t('printers.ready')}</strong>
          {printer.printing && <span className={styles.printing}>{t('printers.printing')}</span>}
        </p>
        {words && <p>{words.officer}</p>}
        {words?.admin && <p>{words.admin}</p>}
        {status.state !== 'paper_out' && <PaperLeft printer={printer} />}
        <p className={styles.address}>{printer.target}</p>
      </div>
      <div className={styles.acts}>
        {kept && mayChange && (
          <TestPrint deviceId={builtInKiosk} target={kept.target} profile={kept.profile} />
        )}
        {printer.id !== null && <NewRoll printerId={printer.id} />}
        {kept && mayChange && (
          <div className={styles.manage}>
            {!props.isFirst && (
              <Button
                variant="default"
                size="sm"
                aria-label={t('printers.up', { name })}
                loading={move.isPending}
                onClick={() => move.mutate(kept)}
              >
                <IconArrowUp size={18} aria-hidden />
              </Button>
            )}
            <Button
              variant="default"
              size="sm"
              leftSection={<IconPencil size={18} aria-hidden />}
              onClick={() => props.onOpen(kept)}
            >
              {t('printers.change')}
            </Button>
            <AskButton
              text={t('printers.remove')}
              title={t('printers.remove.title', { name })}
              sentence={t('printers.remove.sentence')}
              confirm={t('printers.remove')}
              grave
              act={() => callRoute('removePrinter', { params: { id: kept.id }, ifVersion: kept.version })}
            />
          </div>
        )}
        <FormError error={move.error} />
      </div>
    </li>
  );
}
