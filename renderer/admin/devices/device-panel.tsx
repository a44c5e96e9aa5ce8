import { Autocomplete, Button, MultiSelect } from '@mantine/core';
import { IconBan, IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { AdminDevice, DeviceChange, DeviceStatus } from '../../../electron/contract/admin-devices';
import { fieldShapes } from '../../../electron/contract/field-shapes';
import { callRoute } from '../../client/api';
import { useRoute } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { EditForm } from '../edit/edit-form';
import type { FieldRow } from '../edit/field-row';
import { FieldTable } from '../edit/field-table';
import { useFieldWords } from '../edit/use-field-words';
import { useRowEditor } from '../edit/use-row-editor';
import { builtInKiosk } from '../printers/built-in-kiosk';
import { AskButton } from '../records/ask-dialog';
import { PanelPart, RecordPanel } from '../records/record-panel';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';
import styles from './devices.module.css';
import { KioskPrinters } from './kiosk-printers';
import { StandbyPart } from './standby-part';
import { useDevices } from './use-devices';

/** One kiosk or screen: its name and part of the hall, how it is now, and the way to let it in no longer. */
export function DevicePanel(props: {
  readonly device: AdminDevice;
  readonly status: DeviceStatus | null;
  readonly readOnly: boolean;
  readonly onClose: () => void;
}) {
  const { device, readOnly, onClose } = props;
  const { t, local } = useTexts();
  const { id } = device;
  const { data: counters = [] } = useRoute('adminCounters');
  const { data: devices = [] } = useDevices();
  const words = useFieldWords();
  const zones = [...new Set(counters.map(({ zone }) => zone).filter((zone) => zone !== ''))];
  const rows: FieldRow<AdminDevice>[] = [
    { key: 'name', ...words('devices.name') },
    {
      key: 'zone',
      ...words('devices.zone'),
      control: (field) => (
        <Autocomplete
          label={field.label}
          description={field.help}
          data={zones}
          maxLength={field.shape.max ?? 0}
          readOnly={readOnly}
          error={field.error}
          value={field.value ?? ''}
          onChange={(zone) => field.onChange(zone || null)}
        />
      ),
    },
    {
      key: 'counterIds',
      ...words('devices.counters'),
      control: (field) => (
        <MultiSelect
          label={field.label}
          description={field.help}
          searchable
          clearable
          readOnly={readOnly}
          error={field.error}
          data={counters.map((counter) => ({
            value: counter.id,
            label: `${counter.code}, ${local(counter.name)}`,
          }))}
          value={[...(field.value ?? [])]}
          onChange={(counterIds) => field.onChange(counterIds.length > 0 ? counterIds : null)}
        />
      ),
    },
  ];
  const { table, part } = useRowEditor<AdminDevice>({
    draftKey: `device:${id}`,
    row: device,
    rows,
    shapes: fieldShapes.devices,
    load: () => callRoute('adminDevice', { params: { id } }),
    change: (changes, ifVersion) =>
      callRoute('changeDevice', { params: { id }, ifVersion, body: changes as DeviceChange }),
    // Devices make themselves known; none is made here.
    make: async (row) => row,
    onMade: () => undefined,
  });
  return (
    <RecordPanel title={device.name} onClose={onClose}>
      {id === builtInKiosk && <p>{t('devices.builtIn')}</p>}
      <EditForm parts={[part]} readOnly={readOnly}>
        <FieldTable rows={rows} {...table} readOnly={readOnly} />
      </EditForm>
      {!readOnly && device.kind === 'kiosk' && id === builtInKiosk && <TestPrint id={id} />}
      {!readOnly && device.kind === 'kiosk' && id !== builtInKiosk && <KioskPrinters deviceId={id} />}
      {device.kind === 'kiosk' && id !== builtInKiosk && !device.revoked && (
        <StandbyPart
          deviceId={id}
          name={device.name}
          readOnly={readOnly}
          nameOf={(other) => devices.find((each) => each.id === other)?.name ?? other}
        />
      )}
      {props.status && <Facts device={device} status={props.status} />}
      {!readOnly && id !== builtInKiosk && (
        <div>
          <AskButton
            text={t('devices.revoke')}
            icon={<IconBan size={18} aria-hidden />}
            title={t('devices.revoke.title', { name: device.name })}
            sentence={t('devices.revoke.sentence')}
            confirm={t('devices.revoke')}
            grave
            act={() => callRoute('revokeDevice', { params: { id }, ifVersion: device.version })}
            onDone={onClose}
          />
        </div>
      )}
    </RecordPanel>
  );
}

/** A ticket that only shows whether paper comes out, and how it looks. */
function TestPrint({ id }: { readonly id: string }) {
  const { t } = useTexts();
  const print = useMutation({ mutationFn: () => callRoute('testPrintDevice', { params: { id } }) });
  return (
    <div>
      <FormError error={print.error} />
      <Button
        variant="default"
        size="sm"
        leftSection={<IconPrinter size={18} aria-hidden />}
        loading={print.isPending}
        onClick={() => print.mutate()}
      >
        {t('devices.testPrint')}
      </Button>
      {print.data && <p role="status">{t(`devices.testPrint.${print.data.outcome}`)}</p>}
    </div>
  );
}

function Facts({ device, status }: { readonly device: AdminDevice; readonly status: DeviceStatus }) {
  const { t } = useTexts();
  const moment = useMoment();
  const { page, printer } = status;
  const facts: (readonly [string, string])[] = [
    [
      t('devices.state'),
      [
        t(status.online ? 'devices.online' : status.lastSeenAt ? 'devices.offline' : 'devices.never'),
        ...(status.lastSeenAt ? [t('devices.seen', { moment: moment(status.lastSeenAt) })] : []),
      ].join(', '),
    ],
  ];
  if (device.kind === 'kiosk') {
    const state = printer ? t(`devices.printer.${printer.state}`) : t('devices.printer.unknown');
    const jobs = status.openPrintJobs > 0 ? [t('devices.jobs', { count: status.openPrintJobs })] : [];
    facts.push([
      t('devices.printer'),
      [state, ...(printer?.detail ? [printer.detail] : []), ...jobs].join(', '),
    ]);
  }
  if (page) {
    const { width, height, touch, sound } = page;
    facts.push([t('devices.screen'), t('devices.screen.size', { width, height })]);
    if ((status.touchScreen?.state ?? 'none') === 'none')
      facts.push([t('devices.touch'), t(touch ? 'devices.touch.yes' : 'devices.touch.no')]);
    if (sound !== null) facts.push([t('devices.sound'), t(`devices.sound.${sound}`)]);
  }
  const touchScreen = status.touchScreen?.state ?? 'none';
  if (touchScreen !== 'none') facts.push([t('devices.touch'), t(`devices.touch.${touchScreen}`)]);
  const scanner = status.scanner ?? 'none';
  if (scanner !== 'none') facts.push([t('devices.scanner'), t(`devices.scanner.${scanner}`)]);
  if (status.version !== null) facts.push([t('devices.version'), status.version]);
  return (
    <PanelPart title={t('devices.status')}>
      <dl className={styles.facts}>
        {facts.map(([name, text]) => (
          <Fact key={name} name={name} text={text} />
        ))}
      </dl>
    </PanelPart>
  );
}

function Fact({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}
