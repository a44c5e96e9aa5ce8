import { SettingsForm } from './settings-form';
import type { StepProps } from './step-props';

/** Whether desks on other computers may connect, and where visitors' phones find the hall. */
export function NetworkStep(step: StepProps) {
  return <SettingsForm {...step} fields={['lanOpen', 'publicUrl']} />;
}
