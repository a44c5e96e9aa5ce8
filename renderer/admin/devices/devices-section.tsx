import { Button } from '@mantine/core';
import { IconCircleDashed, IconCircleFilled, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { AdminDevice, DeviceStatus } from '../../../electron/contract/admin-devices';
import { type DataColumn, DataTable } from '../../ui/office/data-table';
import { useChosenRow } from '../edit/use-chosen-row';
import { useDevicesNow } from '../frame/live-context';
import { useMayChange } from '../frame/user-context';
import { RecordsPage } from '../records/records-page';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';
import { deviceAlerts } from './device-alerts';
import { DevicePanel } from './device-panel';
import styles from './devices.module.css';
import { PairingDialog } from './pairing-dialog';
import { useStandby } from './standby-part';
import { useDevices } from './use-devices';

type Shown = AdminDevice & { readonly status: DeviceStatus | null };

/** The kiosks and lobby screens, each as it is at this moment. */
export function DevicesSection() {
  const { t } = useTexts();
  const mayChange = useMayChange();
  const moment = useMoment();
  const states = useDevicesNow();
  const devices = useDevices();
  const [openId, setOpenId] = useChosenRow();
  const [pairing, setPairing] = useState(false);

  const rows = devices.data?.map((device): Shown => {
    const status = states?.find(({ id }) => id === device.id)?.status ?? null;
    return { ...device, status };
  });
  const stateOf = ({ revoked, status }: Shown) => {
    if (revoked) return t('devices.revoked');
    if (status?.online) return t('devices.online');
    return t(status?.lastSeenAt === null ? 'devices.never' : 'devices.offline');
  };
  const printerOf = ({ kind, status }: Shown) => {
    if (kind === 'display') return '–';
    return status?.printer ? t(`devices.printer.${status.printer.state}`) : t('devices.printer.unknown');
  };
  const alertsOf = ({ status }: Shown) => (status ? deviceAlerts(status, t) : []);
  const { data: standby } = useStandby(10_000);
  const standsBy = ({ id }: Shown) => (standby?.deviceId === id ? t('standby.title') : null);
  const zoneOf = ({ zone }: Shown) => zone || t('devices.zone.all');
  const open = rows?.find(({ id }) => id === openId);
  const columns: DataColumn<Shown>[] = [
    { key: 'name', title: t('devices.name'), value: ({ name }) => name },
    {
      key: 'kind',
      title: t('devices.kind'),
      value: ({ kind }) => t(`devices.kind.${kind}`),
    },
    {
      key: 'state',
      title: t('devices.state'),
      value: stateOf,
      show: (row) => (
        <State
          online={row.status?.online === true}
          text={stateOf(row)}
          duty={standsBy(row)}
          alerts={alertsOf(row)}
          seen={
            row.status?.lastSeenAt && !row.status.online
              ? t('devices.seen', { moment: moment(row.status.lastSeenAt) })
              : null
          }
        />
      ),
    },
    {
      key: 'printer',
      title: t('devices.printer'),
      value: printerOf,
      show: (row) => <Printer status={row.status} text={printerOf(row)} />,
    },
    { key: 'zone', title: t('devices.zone'), value: zoneOf },
    {
      key: 'version',
      title: t('devices.version'),
      value: ({ status }) => status?.version ?? '',
      show: ({ status }) => status?.version ?? '–',
    },
  ];
  return (
    <>
      <RecordsPage
        title={t('section.devices')}
        actions={
          mayChange && (
            <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setPairing(true)}>
              {t('devices.pair')}
            </Button>
          )
        }
      >
        <DataTable
          caption={t('section.devices')}
          look="records"
          rows={rows}
          answer={devices}
          keyOf={({ id }) => id}
          order="name"
          columns={columns}
          searchLabel={t('devices.search')}
          isMuted={({ revoked }) => revoked}
          onOpen={({ id }) => setOpenId(id)}
        />
      </RecordsPage>
      {open && (
        <DevicePanel
          key={open.id}
          device={open}
          status={open.status}
          readOnly={!mayChange || open.revoked}
          onClose={() => setOpenId(null)}
        />
      )}
      {pairing && <PairingDialog onClose={() => setPairing(false)} />}
    </>
  );
}

function State(props: {
  readonly online: boolean;
  readonly text: string;
  /** What its machine is for besides. */
  readonly duty: string | null;
  readonly alerts: readonly string[];
  readonly seen: string | null;
}) {
  const Icon = props.online ? IconCircleFilled : IconCircleDashed;
  return (
    <span className={props.online ? styles.on : styles.off}>
      <Icon size={16} aria-hidden />
      <span>
        {props.text}
        {props.duty !== null && <small>{props.duty}</small>}
        {props.seen !== null && <small>{props.seen}</small>}
        {props.alerts.map((alert) => (
          <small key={alert} className={styles.fault}>
            {alert}
          </small>
        ))}
      </span>
    </span>
  );
}

function Printer({ status, text }: { readonly status: DeviceStatus | null; readonly text: string }) {
  const { t } = useTexts();
  const state = status?.printer?.state;
  const well = state === undefined || state === 'ready' || state === 'none';
  const jobs = status?.openPrintJobs ?? 0;
  return (
    <span className={well ? undefined : styles.fault}>
      {text}
      {jobs > 0 && <small>{t('devices.jobs', { count: jobs })}</small>}
    </span>
  );
}
