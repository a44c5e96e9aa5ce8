import { FieldTable } from '../edit/field-table';
import { useSettingsForm } from '../edit/use-settings-form';
import { hallControls } from '../hall/hall-controls';
import { StepForm } from './step-form';
import type { StepProps } from './step-props';

/** Whether desks on other computers may connect, and where visitors' phones find the hall. */
export function NetworkStep({ settings, way }: StepProps) {
  const { table, part } = useSettingsForm('hall', settings, hallControls, {
    name: 'set-up:network',
    keys: ['lanOpen', 'publicUrl'],
  });
  return (
    <StepForm way={way} parts={[part]}>
      <FieldTable {...table} />
    </StepForm>
  );
}
