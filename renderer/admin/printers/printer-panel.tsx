import { NumberInput, Select, TextInput } from '@mantine/core';
import {
  knownProfiles,
  type PrinterProfile,
  type ProfileName,
  printerDialects,
  printerProfile,
  profileName,
  profileNames,
  profileWords,
} from '../../../electron/contract/printer-profile';
import type { AdminPrinter } from '../../../electron/contract/printers';
import { callRoute } from '../../client/api';
import { LocalizedFields } from '../edit/localized-fields';
import { SaveBar } from '../edit/save-bar';
import { useRowEditor } from '../edit/use-row-editor';
import { RecordPanel } from '../records/record-panel';
import { type Translate, useTexts } from '../texts/use-texts';
import styles from './printers.module.css';
import { TestPrint } from './test-print';
import { onlyTakes } from './unsaved-printer';

/** One printer: its name, where it is, what kind, and where its paper comes out; a test ticket before it is kept. */
export function PrinterPanel(props: { readonly printer: AdminPrinter; readonly onClose: () => void }) {
  const { printer, onClose } = props;
  const { t } = useTexts();
  const { id } = printer;
  const { edit, submit, bar } = useRowEditor<AdminPrinter>({
    draftKey: `printer:${id || `${printer.deviceId}:${printer.target}`}`,
    row: printer,
    names: {
      name: t('printers.name'),
      target: t('printers.target'),
      profile: t('printers.profile'),
      place: t('printers.place'),
      rollMetres: t('printers.rollMetres'),
    },
    load: () => callRoute('adminPrinter', { params: { id } }),
    change: ({ name, target, profile, place, rollMetres }, ifVersion) => {
      const sent = { name, target, profile, place, rollMetres };
      const body = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
      return callRoute('changePrinter', { params: { id }, ifVersion, body });
    },
    make: ({ deviceId, name, target, profile, place, rollMetres }, key) =>
      callRoute('makePrinter', { key, body: { deviceId, name, target, profile, place, rollMetres } }),
    onMade: onClose,
  });
  const { value, set } = edit;
  return (
    <RecordPanel title={id === '' ? t('printers.new') : printer.name} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextInput
          data-autofocus
          label={t('printers.name')}
          required
          withAsterisk={false}
          maxLength={40}
          value={value.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('printers.target')}
          description={t('printers.target.help')}
          required
          withAsterisk={false}
          maxLength={200}
          value={value.target}
          onChange={(event) => set({ target: event.currentTarget.value })}
        />
        <ProfileFields t={t} value={value.profile} onChange={(profile) => set({ profile })} />
        {onlyTakes(value) && (
          <p className={styles.note} role="note">
            {t('printers.onlyTakes')}
          </p>
        )}
        <TestPrint
          deviceId={printer.deviceId}
          target={value.target}
          profile={value.profile}
          disabled={value.target === ''}
        />
        <NumberInput
          label={t('printers.rollMetres')}
          suffix={` ${t('printers.metres')}`}
          min={5}
          max={300}
          value={value.rollMetres}
          onChange={(metres) => typeof metres === 'number' && set({ rollMetres: metres })}
        />
        <LocalizedFields
          label={t('printers.place')}
          help={t('printers.place.help')}
          most={60}
          optional
          readOnly={false}
          value={value.place}
          onChange={(place) => set({ place })}
        />
        {/* One that was found can be kept as it is. */}
        <SaveBar {...bar} changed={id === '' ? [t('printers.new')] : bar.changed} />
      </form>
    </RecordPanel>
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
    ...profileNames.map((name) => ({ value: name as string, label: profileWords[name][language] })),
    ...(known ? [] : [{ value: own, label: t('printers.profile.own') }]),
  ];
  const { codePage, qr, cutter, dialect } = printerProfile.shape;
  return (
    <>
      <Select
        label={t('printers.profile')}
        allowDeselect={false}
        data={choices}
        value={known ?? own}
        onChange={(name) => name && name !== own && props.onChange(knownProfiles[name as ProfileName])}
      />
      <div className={styles.pair}>
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
          data={dialect.options.map((each) => ({ value: each, label: printerDialects[each][language] }))}
          value={value.dialect}
          onChange={(each) => props.onChange({ ...value, dialect: dialect.parse(each) })}
        />
      </div>
    </>
  );
}
