import type { ShownSettings } from '../../../electron/contract/settings';
import { NotYet } from '../../ui/office/not-yet';
import { FieldTable } from '../edit/field-table';
import { SaveBar } from '../edit/save-bar';
import { useSettings } from '../edit/use-settings';
import { useSettingsForm } from '../edit/use-settings-form';
import { useTexts } from '../texts';
import { hallControls } from './hall-controls';
import styles from './hall-section.module.css';

/** What is true of the hall as a whole. */
export function HallSection() {
  const settings = useSettings();
  if (!settings.data) return <NotYet answer={settings} />;
  return <HallForm settings={settings.data} />;
}

function HallForm({ settings }: { readonly settings: ShownSettings }) {
  const { t } = useTexts();
  const { table, readOnly, submit, bar } = useSettingsForm('hall', settings, hallControls);
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
      <FieldTable {...table} layout="lines" />
      {!readOnly && <SaveBar {...bar} />}
    </form>
  );
}
