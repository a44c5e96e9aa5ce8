import { Button, Checkbox, TextInput } from '@mantine/core';
import { antreColours } from '../../../electron/contract/antre-colours';
import { type KioskColours, kioskContrasts } from '../../../electron/contract/appearance';
import type { Language } from '../../../electron/contract/common';
import { contrast } from '../../../electron/contract/contrast';
import { languages, languageTable } from '../../../electron/contract/languages';
import type { ShownSettings } from '../../../electron/contract/settings';
import { NotYet } from '../../ui/office/not-yet';
import { type ControlProps, FieldTable } from '../edit/field-table';
import { LocalizedFields } from '../edit/localized-fields';
import styles from '../edit/panels.module.css';
import { SaveBar } from '../edit/save-bar';
import type { SettingControls, SettingsFields } from '../edit/setting-rows';
import { useSettings } from '../edit/use-settings';
import { useSettingsForm } from '../edit/use-settings-form';
import { useTexts } from '../texts';

const places = ['primary', 'band'] as const;

/** The kiosk's own words, colours and languages. */
export function KioskSection() {
  const settings = useSettings();
  if (!settings.data) return <NotYet answer={settings} />;
  return <KioskForm settings={settings.data} />;
}

const controls: SettingControls<'kiosk'> = {
  kioskPrompt: LocalizedFields,
  kioskNotice: LocalizedFields,
  languages: LanguagesControl,
  kioskColours: ColoursControl,
};

function KioskForm({ settings }: { readonly settings: ShownSettings }) {
  const { t } = useTexts();
  const { table, readOnly, submit, bar } = useSettingsForm('kiosk', settings, controls);
  return (
    <div className={styles.page}>
      <form
        className={styles.panel}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <h1>{t('section.kiosk')}</h1>
        <FieldTable {...table} rows={table.rows.filter(({ key }) => key !== 'kioskColours')} layout="lines" />
        {!readOnly && <SaveBar {...bar} />}
      </form>
      <FieldTable {...table} rows={table.rows.filter(({ key }) => key === 'kioskColours')} layout="grid" />
    </div>
  );
}

function LanguagesControl(props: ControlProps<SettingsFields, Language[]>) {
  const { languageName } = useTexts();
  return (
    <Checkbox.Group
      label={props.label}
      description={props.help}
      error={props.error}
      value={props.value}
      onChange={(chosen) =>
        props.onChange(languages.filter((each) => each === 'id' || chosen.includes(each)))
      }
    >
      <div className={styles.row}>
        {languages.map((each) => (
          <Checkbox
            key={each}
            value={each}
            disabled={props.readOnly || each === 'id'}
            label={languageName(each)}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function ColoursControl({ label, value, readOnly, onChange }: ControlProps<SettingsFields, KioskColours>) {
  const { t } = useTexts();
  return (
    <section className={styles.panel} aria-label={label}>
      <h2>{label}</h2>
      {places.map((place) => (
        <ColourField
          key={place}
          place={place}
          readOnly={readOnly}
          value={value[place]}
          onChange={(colour) => onChange({ ...value, [place]: colour })}
        />
      ))}
      {!readOnly && (
        <div>
          <Button variant="default" size="sm" onClick={() => onChange(antreColours)}>
            {t('kiosk.colours.usual')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** A colour with how well what stands on it is read, by WCAG's figures; one that can't be read is not saved. */
function ColourField(props: {
  readonly place: keyof KioskColours;
  readonly value: string;
  readonly readOnly: boolean;
  readonly onChange: (colour: string) => void;
}) {
  const { place, value, readOnly, onChange } = props;
  const { t, language } = useTexts();
  const figure = (ratio: number) =>
    new Intl.NumberFormat(languageTable[language].locale, { maximumFractionDigits: 1 }).format(ratio);
  const known = /^#[0-9a-f]{6}$/.test(value);
  return (
    <div>
      <div className={styles.row}>
        <TextInput
          type="color"
          label={t(`kiosk.colour.${place}`)}
          w={110}
          disabled={readOnly}
          value={known ? value : '#000000'}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <TextInput
          aria-label={`${t(`kiosk.colour.${place}`)}, ${t('kiosk.colour.code')}`}
          w={130}
          maxLength={7}
          readOnly={readOnly}
          error={known ? null : t('kiosk.colour.rule')}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value.toLowerCase())}
        />
      </div>
      {known && (
        <ul className={styles.help}>
          {kioskContrasts[place].map(({ on, least, what }) => {
            const ratio = contrast(value, on);
            const figures = t('kiosk.contrast', {
              what: t(`kiosk.contrast.${what}`),
              ratio: figure(ratio),
              least: figure(least),
            });
            return (
              <li key={what} className={ratio >= least ? undefined : styles.warning}>
                {figures} {t(ratio >= least ? 'kiosk.contrast.fine' : 'kiosk.contrast.low')}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
