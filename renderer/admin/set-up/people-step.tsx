import { useRoute } from '../../client/use-route';
import { People } from '../people/people-section';
import { useTexts } from '../texts';
import { StepForm } from './step-form';
import type { StepProps } from './step-props';

/** The same list as in its own section: who is added here stands there. */
export function PeopleStep({ way }: StepProps) {
  const { t } = useTexts();
  const people = useRoute('users');
  const isAlone = people.data?.length === 1;
  return (
    <StepForm way={way} without={isAlone && way.standing !== 'done' ? t('setUp.people.without') : null}>
      <People title={null} />
    </StepForm>
  );
}
