import type { ShownSettings } from '../../../electron/contract/settings';
import { NotYet } from '../../ui/office/not-yet';
import { EditForm } from '../edit/edit-form';
import { FieldTable } from '../edit/field-table';
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
  const { table, readOnly, part } = useSettingsForm('hall', settings, hallControls);
  return (
    <div className={styles.page}>
      <EditForm parts={[part]} readOnly={readOnly}>
        <h1>{t('section.hall')}</h1>
        {readOnly && <p>{t('readOnly')}</p>}
        <FieldTable {...table} />
      </EditForm>
    </div>
  );
}
