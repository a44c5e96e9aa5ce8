import { DraftsProvider } from '../ui/office/drafts';
import { Entrance } from '../ui/office/entrance';
import { OfficeGate } from '../ui/office/office-gate';
import { Frame } from './frame/frame';
import { useTexts } from './texts';

/** The admin's page: first set-up, sign-in, then the sections that the role may see. */
export function App() {
  const { t } = useTexts();
  return (
    <OfficeGate page={t('page')} purpose={t('page.purpose')} watchSession>
      {({ site, user }) =>
        user.role === 'staff' ? (
          <Entrance title={t('onlyAdmins.title')} hall={site.name}>
            <p>{t('onlyAdmins.sentence')}</p>
            <a href="/staff">{t('toDesks')}</a>
          </Entrance>
        ) : (
          <DraftsProvider key={user.id}>
            <Frame />
          </DraftsProvider>
        )
      }
    </OfficeGate>
  );
}
