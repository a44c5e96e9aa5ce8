import { DraftsProvider } from '../ui/office/drafts';
import { Entrance } from '../ui/office/entrance';
import { HelpAlarmAlone } from '../ui/office/help-alarm';
import { OfficeFrame } from '../ui/office/office-frame';
import { OfficeGate } from '../ui/office/office-gate';
import { sections } from './frame/sections';
import { PeriodProvider } from './period/period';
import { useTexts } from './texts';

/** The managers' page: sign-in, then the sections, all over the period that was chosen. */
export function App() {
  const { t } = useTexts();
  return (
    <OfficeGate page={t('page')} watchSession>
      {({ site, user, ...own }) =>
        user.role === 'staff' ? (
          <Entrance title={t('onlyManagers.title')} hall={site.name}>
            <p>{t('onlyManagers.sentence')}</p>
            <a href="/staff">{t('toDesks')}</a>
          </Entrance>
        ) : (
          <PeriodProvider today={site.businessDate}>
            <DraftsProvider key={user.id}>
              <OfficeFrame
                site={site}
                user={user}
                sections={sections}
                nameOf={t}
                alert={<HelpAlarmAlone user={user} />}
                away={[
                  { href: '/admin', name: t('toAdmin') },
                  { href: '/staff', name: t('toDesks') },
                ]}
                {...own}
              />
            </DraftsProvider>
          </PeriodProvider>
        )
      }
    </OfficeGate>
  );
}
