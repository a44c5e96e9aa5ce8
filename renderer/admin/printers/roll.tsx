import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { PrinterNow } from '../../../electron/contract/printers';
import { callRoute } from '../../client/api';
import { FormError } from '../../ui/office/form-error';
import { useTexts } from '../texts';
import styles from './printers.module.css';

/** About how many tickets a printer's roll is still good for. */
export function PaperLeft({ printer }: { readonly printer: PrinterNow }) {
  const { t } = useTexts();
  const { ticketsLeft, bringPaper } = printer;
  if (ticketsLeft === null) return <p className={styles.paper}>{t('printers.leftUnknown')}</p>;
  return (
    <p className={styles.paper} data-low={bringPaper || undefined}>
      {t('printers.left', { count: ticketsLeft })}
      {bringPaper && `. ${t('printers.bringPaper')}.`}
    </p>
  );
}

/** Tells that a new roll is in the printer, where it could not say so itself. */
export function NewRoll({ printerId }: { readonly printerId: string }) {
  const { t } = useTexts();
  const begin = useMutation({ mutationFn: () => callRoute('beginRoll', { params: { id: printerId } }) });
  return (
    <>
      <Button variant="default" size="sm" loading={begin.isPending} onClick={() => begin.mutate()}>
        {t('printers.newRoll')}
      </Button>
      <FormError error={begin.error} />
    </>
  );
}
