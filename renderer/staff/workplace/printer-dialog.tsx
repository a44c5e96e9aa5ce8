import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { PrinterNow } from '../../../electron/contract/printers';
import { callRoute } from '../../client/api';
import { FormError } from '../../ui/office/form-error';
import { neededCause } from '../../ui/office/printer-needs';
import { printerWords } from '../../ui/office/printer-words';
import { PrinterPicture } from '../../ui/printer-picture';
import styles from '../dialogs/dialogs.module.css';
import { useTexts } from '../texts';
import notice from './printer-notice.module.css';

/** What is the matter with some printers, and what to do about it. */
export function PrinterDialog(props: {
  readonly printers: readonly PrinterNow[];
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  return (
    <Modal
      opened
      size="lg"
      title={t('printer.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
      onClose={props.onClose}
    >
      <div className={styles.form}>
        {props.printers.map((printer) => (
          <WhatToDo key={printer.target} printer={printer} />
        ))}
      </div>
    </Modal>
  );
}

function WhatToDo({ printer }: { readonly printer: PrinterNow }) {
  const { t, language } = useTexts();
  const { id, name, ticketsLeft, bringPaper } = printer;
  const begin = useMutation({
    mutationFn: (printerId: string) => callRoute('beginRoll', { params: { id: printerId } }),
  });
  const cause = neededCause(printer);
  const words = printerWords(language, cause);
  return (
    <section className={notice.printer}>
      <PrinterPicture className={notice.large} cause={cause} />
      <div>
        <h3>
          {name}: {words.name}
        </h3>
        <p>{words.officer}</p>
        {bringPaper && ticketsLeft !== null && <p>{t('printer.left', { count: ticketsLeft })}</p>}
        {id !== null && bringPaper && cause !== 'paper_out' && (
          <Button variant="default" loading={begin.isPending} onClick={() => begin.mutate(id)}>
            {t('printer.newRoll')}
          </Button>
        )}
        <FormError error={begin.error} />
      </div>
    </section>
  );
}
