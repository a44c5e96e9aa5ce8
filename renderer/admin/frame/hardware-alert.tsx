import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { DevicesSnapshot } from '../../../electron/contract/admin-devices';
import type { PrinterNow, PrintersNow } from '../../../electron/contract/printers';
import { callRoute } from '../../client/api';
import { useLiveLine, useSnapshot } from '../../client/live';
import { needsSomebody } from '../../ui/office/printer-needs';
import { printerWords } from '../../ui/office/printer-texts';
import { PrinterPicture } from '../../ui/printer-picture';
import { deviceAlerts } from '../devices/device-alerts';
import { builtInKiosk } from '../printers/built-in-kiosk';
import { useTexts } from '../texts/use-texts';
import styles from './hardware-alert.module.css';

const topics = ['printers', 'devices'];

/** Over every section, while a printer, touch screen or scanner of the hall needs somebody: which, why, and the way there. */
export function HardwareAlert() {
  const { t, language } = useTexts();
  const live = useLiveLine(topics);
  const printers = useSnapshot<PrintersNow>(live, 'printers')?.printers ?? [];
  const states = useSnapshot<DevicesSnapshot>(live, 'devices') ?? [];
  const devices = useQuery({
    queryKey: ['admin', 'devices', states.map(({ id }) => id).join()],
    queryFn: () => callRoute('adminDevices'),
    placeholderData: (before) => before,
  }).data;
  const nameOf = (deviceId: string) => devices?.find(({ id }) => id === deviceId)?.name ?? deviceId;

  const wordsOf = ({ name, status, bringPaper, ticketsLeft }: PrinterNow) => {
    const { name: fault } = printerWords(language, status.cause ?? 'paper_low');
    const isLow = bringPaper && status.cause !== 'paper_out';
    const left = isLow && ticketsLeft !== null ? `, ${t('printers.left', { count: ticketsLeft })}` : '';
    return `${name}: ${fault}${left}`;
  };
  return (
    <div role="status" className={styles.alerts}>
      {printers.filter(needsSomebody).map((printer) => (
        <p key={`${printer.deviceId} ${printer.target}`}>
          <PrinterPicture cause={printer.status.cause ?? 'paper_low'} />
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
