import { PasswordInput, Select, Switch, TextInput } from '@mantine/core';
import type { ShownSettings } from '../../../electron/contract/settings';
import { NotYet } from '../../ui/office/not-yet';
import { SaveBar } from '../edit/save-bar';
import { useSettings } from '../edit/use-settings';
import { type SettingsFields, useSettingsEditor } from '../edit/use-settings-editor';
import { WholeNumberField } from '../edit/whole-number-field';
import { useMayChange } from '../frame/user-context';
import { type TextKey, useTexts } from '../texts/use-texts';
import { FurtherFields } from './further-fields';
import styles from './hall-section.module.css';
import { LogoField } from './logo-field';

const names = {
  siteName: 'hall.siteName',
  city: 'hall.city',
  logo: 'hall.logo',
  priorityRatio: 'hall.priorityRatio',
  recallLimit: 'hall.recallLimit',
  calledMinutes: 'hall.calledMinutes',
  takeBackMinutes: 'hall.takeBackMinutes',
  waitLimitMinutes: 'hall.waitLimit',
  targetWaitMinutes: 'hall.targetWait',
  graceMinutes: 'hall.grace',
  absentGivesNumbers: 'hall.absent',
  numbersEnd: 'hall.numbersEnd',
  breaksNeedAsking: 'hall.breaksNeedAsking',
  paperlessAllowed: 'hall.paperless',
  phoneJoining: 'hall.phoneJoining',
  publicUrl: 'hall.publicUrl',
  lanOpen: 'hall.lanOpen',
  exitPin: 'hall.exitPin',
  timezone: 'hall.timezone',
  slot: 'hall.slot',
  paperWidth: 'hall.paperWidth',
  qrMode: 'hall.qrMode',
  infoFrameAncestors: 'hall.frameSites',
  hostNames: 'hall.hostNames',
} as const satisfies Record<string, TextKey>;

/** What is true of the hall as a whole. */
export function HallSection() {
  const settings = useSettings();
  if (!settings.data) return <NotYet answer={settings} />;
  return <HallForm settings={settings.data} />;
}

function HallForm({ settings }: { readonly settings: ShownSettings }) {
  const { t } = useTexts();
  const readOnly = !useMayChange();
  const { edit, submit, bar } = useSettingsEditor(
    'settings',
    settings,
    Object.fromEntries(Object.entries(names).map(([field, key]) => [field, t(key)])),
  );
  const { value, set } = edit;
  const text = (field: 'siteName' | 'city', most: number) => (
    <TextInput
      label={t(names[field])}
      description={t(`${names[field]}.help`)}
      required
      withAsterisk={false}
      maxLength={most}
      readOnly={readOnly}
      value={value[field]}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <form
      className={styles.page}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h1>{t('section.hall')}</h1>
      {readOnly && <p>{t('readOnly')}</p>}
      <LogoField
        logo={value.logo}
        help={t('hall.logo.help')}
        readOnly={readOnly}
        onKept={(logo) => set({ logo })}
        onRemove={() => set({ logo: null })}
      />
      <div className={styles.fields}>
        {text('siteName', 60)}
        {text('city', 60)}
        <TextInput
          label={t('hall.publicUrl')}
          description={t('hall.publicUrl.help')}
          type="url"
          placeholder="http://192.168.1.10:8080"
          maxLength={200}
          readOnly={readOnly}
          value={value.publicUrl ?? ''}
          onChange={(event) => set({ publicUrl: event.currentTarget.value.trim() || null })}
        />
        <PasswordInput
          label={t('hall.exitPin')}
          description={t(value.exitPinSet ? 'hall.exitPin.set' : 'hall.exitPin.help')}
          autoComplete="new-password"
          inputMode="numeric"
          pattern="[0-9]{4,12}"
          title={t('hall.exitPin.rule')}
          maxLength={12}
          readOnly={readOnly}
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
          value={value.exitPin ?? ''}
          onChange={(event) =>
            set({ exitPin: event.currentTarget.value || undefined } as Partial<SettingsFields>)
          }
        />
        <WholeNumberField
          label={t('hall.priorityRatio')}
          description={t('hall.priorityRatio.help')}
          unit={t('unit.numbers')}
          least={1}
          most={10}
          disabled={readOnly}
          value={value.priorityRatio}
          onChange={(priorityRatio) => priorityRatio !== null && set({ priorityRatio })}
        />
        <WholeNumberField
          label={t('hall.recallLimit')}
          description={t('hall.recallLimit.help')}
          unit={t('unit.times')}
          least={0}
          most={20}
          disabled={readOnly}
          value={value.recallLimit}
          onChange={(recallLimit) => recallLimit !== null && set({ recallLimit })}
        />
        <WholeNumberField
          label={t('hall.calledMinutes')}
          description={t('hall.calledMinutes.help')}
          unit={t('unit.minutes')}
          least={0}
          most={60}
          disabled={readOnly}
          value={value.calledMinutes}
          onChange={(calledMinutes) => calledMinutes !== null && set({ calledMinutes })}
        />
        <WholeNumberField
          label={t('hall.takeBackMinutes')}
          description={t('hall.takeBackMinutes.help')}
          unit={t('unit.minutes')}
          least={0}
          most={60}
          disabled={readOnly}
          value={value.takeBackMinutes}
          onChange={(takeBackMinutes) => takeBackMinutes !== null && set({ takeBackMinutes })}
        />
        <WholeNumberField
          label={t('hall.waitLimit')}
          description={t('hall.waitLimit.help')}
          unit={t('unit.minutes')}
          least={1}
          most={600}
          disabled={readOnly}
          value={value.waitLimitMinutes}
          onChange={(waitLimitMinutes) => waitLimitMinutes !== null && set({ waitLimitMinutes })}
        />
        <WholeNumberField
          label={t('hall.targetWait')}
          description={t('hall.targetWait.help')}
          unit={t('unit.minutes')}
          least={1}
          most={240}
          disabled={readOnly}
          value={value.targetWaitMinutes}
          onChange={(targetWaitMinutes) => targetWaitMinutes !== null && set({ targetWaitMinutes })}
        />
        <WholeNumberField
          label={t('hall.grace')}
          description={t('hall.grace.help')}
          unit={t('unit.minutes')}
          least={0}
          most={240}
          disabled={readOnly}
          value={value.graceMinutes}
          onChange={(graceMinutes) => graceMinutes !== null && set({ graceMinutes })}
        />
        <Select
          label={t('hall.numbersEnd')}
          description={t('hall.numbersEnd.help')}
          allowDeselect={false}
          disabled={readOnly}
          data={(['fixed', 'expected_call'] as const).map((end) => ({
            value: end,
            label: t(`hall.numbersEnd.${end}`),
          }))}
          value={value.numbersEnd}
          onChange={(numbersEnd) => numbersEnd && set({ numbersEnd })}
        />
        <FurtherFields value={value} readOnly={readOnly} set={set} />
        <div className={styles.switches}>
          <Switch
            label={t('hall.absent')}
            description={t('hall.absent.help')}
            disabled={readOnly}
            checked={value.absentGivesNumbers}
            onChange={(event) => set({ absentGivesNumbers: event.currentTarget.checked })}
          />
          <Switch
            label={t('hall.breaksNeedAsking')}
            description={t('hall.breaksNeedAsking.help')}
            disabled={readOnly}
            checked={value.breaksNeedAsking}
            onChange={(event) => set({ breaksNeedAsking: event.currentTarget.checked })}
          />
          <Switch
            label={t('hall.paperless')}
            description={t('hall.paperless.help')}
            disabled={readOnly}
            checked={value.paperlessAllowed}
            onChange={(event) => set({ paperlessAllowed: event.currentTarget.checked })}
          />
          <Switch
            label={t('hall.phoneJoining')}
            description={t(
              value.phoneJoining && value.publicUrl === null
                ? 'hall.phoneJoining.noAddress'
                : 'hall.phoneJoining.help',
            )}
            disabled={readOnly}
            checked={value.phoneJoining}
            onChange={(event) => set({ phoneJoining: event.currentTarget.checked })}
          />
          <Switch
            label={t('hall.lanOpen')}
            description={t('hall.lanOpen.help')}
            disabled={readOnly}
            checked={value.lanOpen}
            onChange={(event) => set({ lanOpen: event.currentTarget.checked })}
          />
        </div>
      </div>
      {!readOnly && <SaveBar {...bar} />}
    </form>
  );
}
