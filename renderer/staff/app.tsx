import { OfficeGate } from '../ui/office/office-gate';
import { useTexts } from './texts';
import { Workplace } from './workplace/workplace';

/** The staff's page: first set-up, sign-in, then the workplace. */
export function App() {
  const { t } = useTexts();
  return (
    <OfficeGate page={t('page')} purpose={t('page.purpose')} watchSession={false}>
      {({ user }) => <Workplace key={user.id} />}
    </OfficeGate>
  );
}
