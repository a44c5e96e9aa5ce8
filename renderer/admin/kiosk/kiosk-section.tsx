import { Button, Checkbox, TextInput } from '@mantine/core';
import { antreColours } from '../../../electron/contract/antre-colours';
import { type KioskColours, kioskContrasts } from '../../../electron/contract/appearance';
import type { Language } from '../../../electron/contract/common';
import { contrast } from '../../../electron/contract/contrast';
import { languages } from '../../../electron/contract/languages';
import type { ShownSettings } from '../../../electron/contract/settings';
import { NotYet } from '../../ui/office/not-yet';
import { OwnTextFields } from '../edit/own-text-fields';
import styles from '../edit/panels.module.css';
import { SaveBar } from '../edit/save-bar';
import { useSettings } from '../edit/use-settings';
import { useSettingsEditor } from '../edit/use-settings-editor';
import { WholeNumberField } from '../edit/whole-number-field';
import { useMayChange } from '../frame/user-context';
import { useTexts } from '../texts/use-texts';

const places = ['primary', 'band'] as const;

/** The kiosk's own words, colours and languages. */
export function KioskSection() {
  const settings = useSettings();
  if (!settings.data) return <NotYet answer={settings} />;
  return <KioskForm settings={settings.data} />;
}

function KioskForm({ settings }: { readonly settings: ShownSettings }) {
  const { t } = useTexts();
  const readOnly = !useMayChange();
  const { edit, submit, bar } = useSettingsEditor('settings:kiosk', settings, {
    kioskPrompt: t('kiosk.prompt'),
    kioskNotice: t('kiosk.notice'),
    kioskColours: t('kiosk.colours'),
    languages: t('kiosk.languages'),
    idleSeconds: t('kiosk.idle'),
  });
  const { value, set } = edit;
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
        <OwnTextFields
          label={t('kiosk.prompt')}
          help={t('kiosk.prompt.help')}
          value={value.kioskPrompt}
          readOnly={readOnly}
          onChange={(kioskPrompt) => set({ kioskPrompt })}
        />
        <OwnTextFields
          label={t('kiosk.notice')}
          help={t('kiosk.notice.help')}
          value={value.kioskNotice}
          readOnly={readOnly}
          onChange={(kioskNotice) => set({ kioskNotice })}
        />
        <Checkbox.Group
          label={t('kiosk.languages')}
          description={t('kiosk.languages.help')}
          value={[...value.languages]}
          onChange={(chosen) =>
            set({
              languages: languages.filter((each) => each === 'id' || chosen.includes(each)) as Language[],
            })
          }
        >
          <div className={styles.row}>
            {languages.map((each) => (
              <Checkbox
                key={each}
                value={each}
                disabled={readOnly || each === 'id'}
                label={t(`language.${each}`)}
              />
            ))}
          </div>
        </Checkbox.Group>
        <div className={styles.row}>
          <WholeNumberField
            label={t('kiosk.idle')}
            description={t('kiosk.idle.help')}
            unit={t('unit.seconds')}
            least={15}
            most={300}
            disabled={readOnly}
            value={value.idleSeconds}
            onChange={(idleSeconds) => idleSeconds !== null && set({ idleSeconds })}
          />
        </div>
        {!readOnly && <SaveBar {...bar} />}
      </form>
      <section className={styles.panel} aria-label={t('kiosk.colours')}>
        <h2>{t('kiosk.colours')}</h2>
        {places.map((place) => (
          <ColourField
            key={place}
            place={place}
            readOnly={readOnly}
            value={value.kioskColours[place]}
            onChange={(colour) => set({ kioskColours: { ...value.kioskColours, [place]: colour } })}
          />
        ))}
        {!readOnly && (
          <div>
            <Button variant="default" size="sm" onClick={() => set({ kioskColours: antreColours })}>
              {t('kiosk.colours.usual')}
            </Button>
          </div>
        )}
      </section>
    </div>
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
    new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 1 }).format(ratio);
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
