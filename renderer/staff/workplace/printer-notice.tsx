import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PrinterNow, PrintersNow } from '../../../electron/contract/printers';
import { callRoute } from '../../client/api';
import { FormError } from '../../ui/office/form-error';
import { BandButton } from '../../ui/office/frame/band-button';
import { neededCause, needsSomebody } from '../../ui/office/printer-needs';
import { printerWords } from '../../ui/office/printer-words';
import { PrinterPicture } from '../../ui/printer-picture';
import styles from '../dialogs/dialogs.module.css';
import { useTexts } from '../texts';
import notice from './printer-notice.module.css';

/** In the band, while a printer needs somebody: its picture and what is the matter; pressed, what to do about it. */
export function PrinterNotice({ printers }: { readonly printers: PrintersNow | undefined }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const needing = (printers?.printers ?? []).filter(needsSomebody);
  const first = needing[0];
  if (!first) return null;
  return (
    <>
      <BandButton
        icon={<PrinterPicture className={notice.small} cause={neededCause(first)} />}
        onClick={() => setOpen(true)}
      >
        <Brief printer={first} />
      </BandButton>
      {open && (
        <Modal
          opened
          size="lg"
          title={t('printer.title')}
          closeButtonProps={{ 'aria-label': t('close') }}
          onClose={() => setOpen(false)}
        >
          <div className={styles.form}>
            {needing.map((printer) => (
              <WhatToDo key={printer.target} printer={printer} />
            ))}
          </div>
        </Modal>
      )}
    </>
  );
}

function Brief({ printer }: { readonly printer: PrinterNow }) {
  const { t, language } = useTexts();
  const { ticketsLeft } = printer;
  const cause = neededCause(printer);
  if (cause === 'paper_low' && ticketsLeft !== null) return t('printer.left', { count: ticketsLeft });
  return printerWords(language, cause).name;
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
