import { LogoPart } from './logo-part';
import { SettingsForm } from './settings-form';
import type { StepProps } from './step-props';

/** What the hall is called, where it lies and by which clock it lives. */
export function HallStep(step: StepProps) {
  return (
    <>
      <SettingsForm {...step} fields={['siteName', 'city', 'timezone']} />
      <LogoPart settings={step.settings} />
    </>
  );
}
