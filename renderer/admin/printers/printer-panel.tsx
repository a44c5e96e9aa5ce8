import { Select } from '@mantine/core';
import { fieldShapes } from '../../../electron/contract/field-shapes';
import { valueName } from '../../../electron/contract/history/value-names';
import {
  knownProfiles,
  type PrinterProfile,
  type ProfileName,
  printerProfile,
  profileName,
  profileNames,
} from '../../../electron/contract/printer-profile';
import type { AdminPrinter, PrinterChange } from '../../../electron/contract/printers';
import { profileTexts } from '../../../electron/contract/profile-names';
import { callRoute } from '../../client/api';
import { EditForm } from '../edit/edit-form';
import type { ControlProps, FieldRow } from '../edit/field-row';
import { FieldTable } from '../edit/field-table';
import { useFieldWords } from '../edit/use-field-words';
import { useRowEditor } from '../edit/use-row-editor';
import { RecordPanel } from '../records/record-panel';
import { type Translate, useTexts } from '../texts';
import { builtInKiosk } from './built-in-kiosk';
import styles from './printers.module.css';
import { TestPrint } from './test-print';
import { onlyTakes } from './unsaved-printer';

/** One printer: its name, where it is, what kind, and where its paper comes out; a test ticket before it is kept. */
export function PrinterPanel(props: { readonly printer: AdminPrinter; readonly onClose: () => void }) {
  const { printer, onClose } = props;
  const { t } = useTexts();
  const { id } = printer;
  const words = useFieldWords();
  const rows: FieldRow<AdminPrinter>[] = [
    { key: 'name', ...words('printers.name') },
    { key: 'target', ...words('printers.target') },
    {
      key: 'profile',
      ...words('printers.profile'),
      control: (field) => <ProfileControl {...field} deviceId={printer.deviceId} />,
    },
    { key: 'rollMetres', ...words('printers.rollMetres'), unit: 'metres' },
    { key: 'place', ...words('printers.place') },
    // Calls are made where the built-in kiosk is; lamps of others would not hear of them.
    ...(printer.deviceId === builtInKiosk ? [{ key: 'lamp' as const, ...words('printers.lamp') }] : []),
  ];
  const { table, part } = useRowEditor<AdminPrinter>({
    draftKey: `printer:${id || `${printer.deviceId}:${printer.target}`}`,
    row: printer,
    rows,
    shapes: fieldShapes.printers,
    load: () => callRoute('adminPrinter', { params: { id } }),
    change: (changes, ifVersion) =>
      callRoute('changePrinter', { params: { id }, ifVersion, body: changes as PrinterChange }),
    make: ({ deviceId, name, target, profile, place, rollMetres, lamp }, key) =>
      callRoute('makePrinter', { key, body: { deviceId, name, target, profile, place, rollMetres, lamp } }),
    onMade: onClose,
  });
  return (
    <RecordPanel title={id === '' ? t('printers.new') : printer.name} onClose={onClose}>
      <EditForm parts={[part]} readOnly={false} isNew={id === ''}>
        <FieldTable rows={rows} {...table} readOnly={false} />
      </EditForm>
    </RecordPanel>
  );
}

/** What kind of printer it is, and the way to try that at once. */
function ProfileControl(props: ControlProps<AdminPrinter, PrinterProfile> & { readonly deviceId: string }) {
  const { row, value } = props;
  const { t } = useTexts();
  return (
    <div className={styles.form}>
      <ProfileFields t={t} value={value} onChange={props.onChange} />
      {onlyTakes(row) && (
        <p className={styles.note} role="note">
          {t('printers.onlyTakes')}
        </p>
      )}
      <TestPrint deviceId={props.deviceId} target={row.target} profile={value} disabled={row.target === ''} />
    </div>
  );
}

const own = 'own';

function ProfileFields(props: {
  readonly t: Translate;
  readonly value: PrinterProfile;
  readonly onChange: (profile: PrinterProfile) => void;
}) {
  const { t, value } = props;
  const { language } = useTexts();
  const known = profileName(value);
  const choices = [
    ...profileNames.map((name) => ({ value: name as string, label: profileTexts.in(language)(name) })),
    ...(known ? [] : [{ value: own, label: t('printers.profile.own') }]),
  ];
  const { codePage, qr, cutter, dialect } = printerProfile.shape;
  return (
    <div className={styles.profile}>
      <Select
        label={t('printers.profile')}
        allowDeselect={false}
        data={choices}
        value={known ?? own}
        onChange={(name) => name && name !== own && props.onChange(knownProfiles[name as ProfileName])}
      />
      <Select
        label={t('printers.paperWidth')}
        allowDeselect={false}
        data={['58', '80'].map((width) => ({ value: width, label: `${width} mm` }))}
        value={String(value.paperWidth)}
        onChange={(width) => props.onChange({ ...value, paperWidth: width === '58' ? 58 : 80 })}
      />
      <Select
        label={t('printers.cutter')}
        allowDeselect={false}
        data={cutter.options.map((each) => ({ value: each, label: t(`printers.cutter.${each}`) }))}
        value={value.cutter}
        onChange={(each) => props.onChange({ ...value, cutter: cutter.parse(each) })}
      />
      <Select
        label={t('printers.qr')}
        allowDeselect={false}
        data={qr.options.map((each) => ({ value: each, label: t(`printers.qr.${each}`) }))}
        value={value.qr}
        onChange={(each) => props.onChange({ ...value, qr: qr.parse(each) })}
      />
      <Select
        label={t('printers.codePage')}
        allowDeselect={false}
        data={codePage.options.map((each) => ({ value: each, label: t(`printers.codePage.${each}`) }))}
        value={value.codePage}
        onChange={(each) => props.onChange({ ...value, codePage: codePage.parse(each) })}
      />
      <Select
        label={t('printers.dialect')}
        allowDeselect={false}
        data={dialect.options.map((each) => ({
          value: each,
          label: valueName('dialect', each, language) ?? each,
        }))}
        value={value.dialect}
        onChange={(each) => props.onChange({ ...value, dialect: dialect.parse(each) })}
      />
    </div>
  );
}
