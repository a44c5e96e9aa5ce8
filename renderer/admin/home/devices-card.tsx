import { IconCircleCheck, IconPlugConnectedX } from '@tabler/icons-react';
import { useDevices } from '../devices/use-devices';
import { useDevicesNow } from '../frame/live-context';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';
import { Card } from './card';
import styles from './card.module.css';

/** So many names stand in one row; the others are counted. */
const namesShown = 4;

/** The kiosks and lobby screens that are let in: each that is away, and those that are there together. */
export function DevicesCard() {
  const { t } = useTexts();
  const moment = useMoment();
  const now = useDevicesNow();
  const kept = useDevices().data;
  const link = { href: '#perangkat', text: t('home.manage'), label: t('home.manage.devices') };
  if (!now || !kept) {
    return (
      <Card title={t('section.devices')} link={link}>
        <p>{t('loading')}</p>
      </Card>
    );
  }
  const statusOf = new Map(now.map(({ id, status }) => [id, status]));
  const here = kept.filter(({ revoked }) => !revoked);
  const away = here.filter(({ id }) => statusOf.get(id)?.online !== true);
  const connected = here.filter(({ id }) => statusOf.get(id)?.online === true);
  return (
    <Card
      title={t('section.devices')}
      state={t('home.devices.connected', { connected: connected.length, all: here.length })}
      link={link}
    >
      {here.length === 0 && <p>{t('home.devices.none')}</p>}
      <ul className={styles.rows}>
        {away.map(({ id, name }) => {
          const seen = statusOf.get(id)?.lastSeenAt;
          return (
            <li key={id} data-faulty>
              <IconPlugConnectedX size={18} aria-hidden />
              <b>{name}</b>
              <span>
                {seen ? t('home.devices.awaySince', { time: moment(seen) }) : t('home.devices.never')}
              </span>
            </li>
          );
        })}
        {(['kiosk', 'display'] as const).map((kind) => {
          const names = connected.filter((device) => device.kind === kind).map(({ name }) => name);
          if (names.length === 0) return null;
          const rest = names.length - namesShown;
          return (
            <li key={kind}>
              <IconCircleCheck size={18} aria-hidden />
              <b>
                {names.slice(0, namesShown).join(', ')}
                {rest > 0 && `, ${t('home.andMore', { count: rest })}`}
              </b>
              <span>{t('home.devices.here')}</span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
