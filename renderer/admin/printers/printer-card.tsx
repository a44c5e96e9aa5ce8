import { Button } from '@mantine/core';
import { IconArrowUp, IconPencil } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { canPrint } from '../../../electron/contract/printer-status';
import type { AdminPrinter, PrinterNow } from '../../../electron/contract/printers';
import { callRoute } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { printerWords } from '../../ui/office/printer-words';
import { PrinterPicture } from '../../ui/printer-picture';
import { AskButton } from '../records/ask-dialog';
import { useTexts } from '../texts';
import { builtInKiosk } from './built-in-kiosk';
import styles from './printers.module.css';
import { NewRoll, PaperLeft } from './roll';
import { TestPrint } from './test-print';

/** One of the kiosk's printers as it is now, with the ways to try it, order it, change it and take it off. */
export function PrinterCard(props: {
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
