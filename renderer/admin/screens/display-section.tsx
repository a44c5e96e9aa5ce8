import { Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { DisplayLayout } from '../../../electron/contract/appearance';
import type { Localized } from '../../../electron/contract/common';
import { lobbyResults } from '../../../electron/contract/lobby-results';
import { displayFields, settingWords } from '../../../electron/contract/setting-words';
import type { ShownSettings } from '../../../electron/contract/settings';
import { useRoute } from '../../client/use-route';
import { NotYet } from '../../ui/office/not-yet';
import { useRestDrawn } from '../../ui/office/use-rest-drawn';
import { EditForm } from '../edit/edit-form';
import { faultsWithin } from '../edit/faults';
import type { ControlProps, FieldRow } from '../edit/field-row';
import { FieldTable } from '../edit/field-table';
import { LocalizedFields } from '../edit/localized-fields';
import styles from '../edit/panels.module.css';
import { ReachableAddress } from '../edit/reachable-address';
import type { SettingControls, SettingsFields } from '../edit/setting-rows';
import { SeveralControl } from '../edit/several-control';
import { useSettings } from '../edit/use-settings';
import { useSettingsForm } from '../edit/use-settings-form';
import { useTexts } from '../texts';

/** What the lobby's screens show, and where each zone's is found. */
export function DisplaySection() {
  const settings = useSettings();
  if (!settings.data) return <NotYet answer={settings} />;
  return <DisplayForm settings={settings.data} />;
}

const controls: SettingControls<'display'> = {
  display: LayoutControl,
  lobbyResults: (props) => <SeveralControl {...props} all={lobbyResults} />,
  runningText: RunningTextControl,
};

function DisplayForm({ settings }: { readonly settings: ShownSettings }) {
  const { t } = useTexts();
  const { data: counters } = useRoute('adminCounters');
  const zones = [...new Set((counters ?? []).map(({ zone }) => zone).filter((zone) => zone !== ''))];
  const { table, readOnly, part } = useSettingsForm('display', settings, controls);
  const isWhole = useRestDrawn();
  return (
    <div className={styles.page}>
      <div className={styles.panel} data-form>
        <EditForm parts={[part]} readOnly={readOnly}>
          <h1>{t('section.display')}</h1>
          <FieldTable {...table} />
        </EditForm>
      </div>
      <section className={styles.panel} aria-busy={!isWhole}>
        <h2>{t('display.addresses')}</h2>
        <p className={styles.help}>{t('display.addresses.help')}</p>
        {(isWhole ? ['', ...zones] : []).map((zone) => (
          <ReachableAddress
            key={zone}
            title={zone === '' ? t('display.wholeHall') : t('counters.inZone', { zone })}
            label={t('display.address')}
            path={zone === '' ? '/display' : `/display?zone=${encodeURIComponent(zone)}`}
          />
        ))}
      </section>
    </div>
  );
}

function LayoutControl(props: ControlProps<SettingsFields, DisplayLayout>) {
  const { value, onChange } = props;
  const { language } = useTexts();
  const rows = (Object.keys(displayFields) as (keyof typeof displayFields)[]).map(
    (key): FieldRow<DisplayLayout> => ({ key, ...settingWords(key, language) }),
  );
  return (
    <FieldTable
      rows={rows}
      shapes={props.shape.parts ?? {}}
      value={value}
      set={(fields) => onChange({ ...value, ...fields })}
      readOnly={props.readOnly}
      faults={props.faults}
    />
  );
}

function RunningTextControl(props: ControlProps<SettingsFields, Localized[]>) {
  const { shape, value, readOnly, onChange } = props;
  const { t } = useTexts();
  return (
    <>
      {value.map((text, index) => (
        <div key={keyOf(index)} className={styles.line}>
          <LocalizedFields
            label={`${t('display.line')} ${index + 1}`}
            faults={faultsWithin(props.faults, String(index))}
            value={text}
            readOnly={readOnly}
            onChange={(line) => onChange(value.map((each, at) => (at === index ? line : each)))}
          />
          {!readOnly && (
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            >
              {t('display.removeLine')}
            </Button>
          )}
        </div>
      ))}
      {!readOnly && value.length < (shape.max ?? 0) && (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => onChange([...value, { id: '', en: '', jv: '' }])}
          >
            {t('display.addLine')}
          </Button>
        </div>
      )}
    </>
  );
}

/** A line has no name but its place. */
function keyOf(place: number): string {
  return `line ${place}`;
}
