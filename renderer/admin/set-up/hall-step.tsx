import { FieldTable } from '../edit/field-table';
import { useSettingsForm } from '../edit/use-settings-form';
import { hallControls } from '../hall/hall-controls';
import { LogoPart } from './logo-part';
import { StepForm } from './step-form';
import type { StepProps } from './step-props';

/** What the hall is called, where it lies and by which clock it lives. */
export function HallStep({ settings, way }: StepProps) {
  const { table, part } = useSettingsForm('hall', settings, hallControls, {
    name: 'set-up:hall',
    keys: ['siteName', 'city', 'timezone'],
  });
  return (
    <StepForm way={way} parts={[part]}>
      <FieldTable {...table} />
      <LogoPart settings={settings} />
    </StepForm>
  );
}
