import { Button, Checkbox, TextInput } from '@mantine/core';
import { antreColours } from '../../../electron/contract/antre-colours';
import { type KioskColours, kioskContrasts } from '../../../electron/contract/appearance';
import type { Language } from '../../../electron/contract/common';
import { contrast } from '../../../electron/contract/contrast';
import { languages, languageTable } from '../../../electron/contract/languages';
import type { ShownSettings } from '../../../electron/contract/settings';
import { NotYet } from '../../ui/office/not-yet';
import { OutputControl } from '../devices/output-control';
import { EditForm } from '../edit/edit-form';
import type { ControlProps } from '../edit/field-row';
import { FieldTable } from '../edit/field-table';
import { LocalizedFields } from '../edit/localized-fields';
import styles from '../edit/panels.module.css';
import type { SettingControls, SettingsFields } from '../edit/setting-rows';
import { useSettings } from '../edit/use-settings';
import { useSettingsForm } from '../edit/use-settings-form';
import pageStyles from '../hall/hall-section.module.css';
import { useTexts } from '../texts';
import { PadKeysControl } from './pad-keys';

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
  spokenOutput: OutputControl,
  spokenKeys: PadKeysControl,
  kioskColours: ColoursControl,
};

function KioskForm({ settings }: { readonly settings: ShownSettings }) {
  const { t } = useTexts();
  const { table, readOnly, part } = useSettingsForm('kiosk', settings, controls);
  return (
    <div className={pageStyles.page}>
      <EditForm parts={[part]} readOnly={readOnly}>
        <h1>{t('section.kiosk')}</h1>
        <FieldTable {...table} />
      </EditForm>
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

function ColoursControl(props: ControlProps<SettingsFields, KioskColours>) {
  const { t } = useTexts();
  const { label, value, readOnly, onChange } = props;
  return (
    <section className={styles.colours} aria-label={label}>
      <h2>{label}</h2>
      {places.map((place) => (
        <ColourField
          key={place}
          place={place}
          readOnly={readOnly}
          fault={props.faults[place] ?? null}
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
  readonly fault: string | null;
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
          // Its name stands over the code beside it too.
          styles={{ label: { whiteSpace: 'nowrap' } }}
          disabled={readOnly}
          value={known ? value : '#000000'}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <TextInput
          aria-label={`${t(`kiosk.colour.${place}`)}, ${t('kiosk.colour.code')}`}
          w={260}
          readOnly={readOnly}
          error={known ? props.fault : t('kiosk.colour.rule')}
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
