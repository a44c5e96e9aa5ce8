import type { AdminHours } from '../../../electron/contract/admin-hall';
import { useRoute } from '../../client/use-route';
import { NotYet } from '../../ui/office/not-yet';
import { HoursFields, useHoursEditor } from '../hours/hours-fields';
import { useTexts } from '../texts';
import styles from './set-up-section.module.css';
import { StepForm } from './step-form';
import type { StepProps, StepWay } from './step-props';

const noHours: AdminHours = {
  id: '',
  version: 0,
  scope: 'hall',
  week: [],
  lastTicketMinutesBefore: 0,
  unreadable: [],
};

/** The hall's own week, which all follow that have none of their own. */
export function HoursStep({ way }: StepProps) {
  const hours = useRoute('adminHours');
  if (!hours.data) {
    return (
      <StepForm way={way}>
        <NotYet answer={hours} />
      </StepForm>
    );
  }
  return <HallHours way={way} hours={hours.data.find(({ scope }) => scope === 'hall') ?? noHours} />;
}

function HallHours({ way, hours }: { readonly way: StepWay; readonly hours: AdminHours }) {
  const { t } = useTexts();
  const editor = useHoursEditor(hours);
  return (
    <StepForm way={way} parts={[editor.part]}>
      <HoursFields editor={editor} wider={null} readOnly={false} />
      <p className={styles.help}>{t('setUp.hours.later')}</p>
    </StepForm>
  );
}
