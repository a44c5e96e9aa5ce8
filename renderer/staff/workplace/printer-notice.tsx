import { useState } from 'react';
import type { PrinterNow, PrintersNow } from '../../../electron/contract/printers';
import { BandButton } from '../../ui/office/frame/band-button';
import { neededCause, needsSomebody } from '../../ui/office/printer-needs';
import { printerWords } from '../../ui/office/printer-words';
import { PrinterPicture } from '../../ui/printer-picture';
import { useTexts } from '../texts';
import { PrinterDialog } from './printer-dialog';
import notice from './printer-notice.module.css';

/** In the band, while a printer needs somebody: its picture and what is the matter; pressed, what to do about it. */
export function PrinterNotice({ printers }: { readonly printers: PrintersNow | undefined }) {
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
      {open && <PrinterDialog printers={needing} onClose={() => setOpen(false)} />}
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
