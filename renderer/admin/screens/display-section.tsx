import { Button, Switch } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ShownSettings } from '../../../electron/contract/settings';
import { useRoute } from '../../client/use-route';
import { NotYet } from '../../ui/office/not-yet';
import { LocalizedFields } from '../edit/localized-fields';
import styles from '../edit/panels.module.css';
import { SaveBar } from '../edit/save-bar';
import { useSettings } from '../edit/use-settings';
import { useSettingsEditor } from '../edit/use-settings-editor';
import { WholeNumberField } from '../edit/whole-number-field';
import { useMayChange } from '../frame/user-context';
import { useTexts } from '../texts/use-texts';

/** What the lobby's screens show, and where each zone's is found. */
export function DisplaySection() {
  const settings = useSettings();
  if (!settings.data) return <NotYet answer={settings} />;
  return <DisplayForm settings={settings.data} />;
}

function DisplayForm({ settings }: { readonly settings: ShownSettings }) {
  const { t } = useTexts();
  const readOnly = !useMayChange();
  const { data: counters } = useRoute('adminCounters');
  const zones = [...new Set((counters ?? []).map(({ zone }) => zone).filter((zone) => zone !== ''))];
  const { edit, submit, bar } = useSettingsEditor('settings:display', settings, {
    display: t('display.layout'),
    runningText: t('display.runningText'),
  });
  const { value, set } = edit;
  const { display, runningText } = value;
  const shows = (field: 'nowServing' | 'notices' | 'runningText') => (
    <Switch
      label={t(`display.${field}`)}
      disabled={readOnly}
      checked={display[field]}
      onChange={(event) => set({ display: { ...display, [field]: event.currentTarget.checked } })}
    />
  );
  return (
    <div className={styles.page}>
      <form
        className={styles.panel}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <h1>{t('section.display')}</h1>
        <div className={styles.row}>
          <WholeNumberField
            label={t('display.lastCalls')}
            unit={t('unit.numbers')}
            least={1}
            most={4}
            disabled={readOnly}
            value={display.lastCalls}
            onChange={(lastCalls) => lastCalls !== null && set({ display: { ...display, lastCalls } })}
          />
          <WholeNumberField
            label={t('display.boardSeconds')}
            description={t('display.boardSeconds.help')}
            unit={t('unit.seconds')}
            least={5}
            most={300}
            disabled={readOnly}
            value={display.boardSeconds}
            onChange={(boardSeconds) =>
              boardSeconds !== null && set({ display: { ...display, boardSeconds } })
            }
          />
        </div>
        {shows('nowServing')}
        {shows('notices')}
        {shows('runningText')}
        {runningText.map((text, index) => (
          <div key={keyOf(index)} className={styles.row}>
            <div style={{ flex: 1 }}>
              <LocalizedFields
                label={`${t('display.line')} ${index + 1}`}
                most={400}
                value={text}
                readOnly={readOnly}
                onChange={(line) =>
                  set({ runningText: runningText.map((each, at) => (at === index ? line : each)) })
                }
              />
            </div>
            {!readOnly && (
              <Button
                variant="default"
                size="sm"
                leftSection={<IconTrash size={18} aria-hidden />}
                onClick={() => set({ runningText: runningText.filter((_, at) => at !== index) })}
              >
                {t('display.removeLine')}
              </Button>
            )}
          </div>
        ))}
        {!readOnly && runningText.length < 20 && (
          <div>
            <Button
              variant="default"
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => set({ runningText: [...runningText, { id: '', en: '', jv: '' }] })}
            >
              {t('display.addLine')}
            </Button>
          </div>
        )}
        {!readOnly && <SaveBar {...bar} />}
      </form>
      <section className={styles.panel}>
        <h2>{t('display.addresses')}</h2>
        <p className={styles.help}>{t('display.addresses.help')}</p>
        <ul>
          <li>
            <a href="/display" target="_blank" rel="noreferrer">
              {location.origin}/display
            </a>
          </li>
          {zones.map((zone) => (
            <li key={zone}>
              <a href={`/display?zone=${encodeURIComponent(zone)}`} target="_blank" rel="noreferrer">
                {`${location.origin}/display?zone=${encodeURIComponent(zone)}`}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** A line has no name but its place. */
function keyOf(place: number): string {
  return `line ${place}`;
}
