import { IconPlugConnectedX } from '@tabler/icons-react';
import type { PrinterNow } from '../../../electron/contract/printers';
import { neededCause, needsSomebody } from '../../ui/office/printer-needs';
import { printerWords } from '../../ui/office/printer-words';
import { PrinterPicture } from '../../ui/printer-picture';
import { deviceAlerts } from '../devices/device-alerts';
import { useDevices } from '../devices/use-devices';
import { builtInKiosk } from '../printers/built-in-kiosk';
import { useTexts } from '../texts';
import styles from './hardware-alert.module.css';
import { useDevicesNow, usePrintersNow } from './live-context';

/** Over every section, while a printer, touch screen or scanner of the hall needs somebody: which, why, and the way there. */
export function HardwareAlert() {
  const { t, language } = useTexts();
  const printers = usePrintersNow()?.printers ?? [];
  const states = useDevicesNow() ?? [];
  const devices = useDevices().data;
  const nameOf = (deviceId: string) => devices?.find(({ id }) => id === deviceId)?.name ?? deviceId;

  const wordsOf = (printer: PrinterNow) => {
    const { name, bringPaper, ticketsLeft } = printer;
    const cause = neededCause(printer);
    const isLow = bringPaper && cause !== 'paper_out';
    const left = isLow && ticketsLeft !== null ? `, ${t('printers.left', { count: ticketsLeft })}` : '';
    return `${name}: ${printerWords(language, cause).name}${left}`;
  };
  return (
    <div role="status" className={styles.alerts}>
      {printers.filter(needsSomebody).map((printer) => (
        <p key={`${printer.deviceId} ${printer.target}`}>
          <PrinterPicture cause={neededCause(printer)} />
          <span>{wordsOf(printer)}</span>
          <a href={printer.deviceId === builtInKiosk ? '#printer' : '#perangkat'}>{t('alert.look')}</a>
        </p>
      ))}
      {states.flatMap(({ id, status }) =>
        deviceAlerts(status, t).map((alert) => (
          <p key={`${id} ${alert}`}>
            <IconPlugConnectedX aria-hidden />
            <span>
              {nameOf(id)}. {alert}
            </span>
            <a href="#perangkat">{t('alert.look')}</a>
          </p>
        )),
      )}
    </div>
  );
}
